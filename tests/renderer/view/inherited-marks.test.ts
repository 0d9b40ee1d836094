import { expect, test } from 'vitest';
import { groupAgenciesOf, groupsOfMembers, inheritedMark } from '#renderer/view/inherited-marks.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { agencyId, anAgency, aTask } from '../a-matrix.ts';

const members = (...ids: readonly number[]) => ({ kind: 'group' as const, members: ids.map(agencyId) });

function markOf(agencies: readonly AgencyView[], task: MatrixTask, id: number) {
  const groups = groupsOfMembers(groupAgenciesOf(agencies)).get(agencyId(id)) ?? [];
  const mark = inheritedMark(new Map(task.cells.map((cell) => [cell.agencyId, cell])), agencyId(id), groups);
  return mark && [mark.role, mark.from.shortName];
}

test('a member of a group has its role, lighter, and says from whom', () => {
  const agencies = [anAgency(1, '各成员单位', members(2, 3)), anAgency(2, '甲局'), anAgency(3, '乙局')];
  const task = aTask(1, null, '任务', { 1: ['co-responsible', 'waiting'] });
  expect(markOf(agencies, task, 2)).toEqual(['co-responsible', '各成员单位']);
});

test('a role of its own stands over what a group would give', () => {
  const agencies = [anAgency(1, '各成员单位', members(2)), anAgency(2, '甲局')];
  const task = aTask(1, null, '任务', { 1: ['lead', 'waiting'], 2: ['cooperating', 'waiting'] });
  expect(markOf(agencies, task, 2)).toBeNull();
});

test('of two groups the stronger role counts', () => {
  const agencies = [anAgency(1, '相关部门', members(3)), anAgency(2, '各成员单位', members(3)), anAgency(3, '甲局')];
  const task = aTask(1, null, '任务', { 1: ['cooperating', 'waiting'], 2: ['co-responsible', 'waiting'] });
  expect(markOf(agencies, task, 3)).toEqual(['co-responsible', '各成员单位']);
});

test('a group within a group hands on, and groups that hold each other end', () => {
  const agencies = [anAgency(1, '各成员单位', members(2)), anAgency(2, '各乡镇', members(1, 3)), anAgency(3, '大阳镇')];
  const task = aTask(1, null, '任务', { 1: ['lead', 'waiting'] });
  expect(markOf(agencies, task, 3)).toEqual(['lead', '各成员单位']);
  expect(markOf(agencies, task, 2)).toEqual(['lead', '各成员单位']);
});

test('an agency of no group, and a task the group has nothing to do with, stay empty', () => {
  const agencies = [anAgency(1, '各成员单位', members(2)), anAgency(2, '甲局'), anAgency(3, '乙局')];
  expect(markOf(agencies, aTask(1, null, '任务', { 1: ['lead', 'waiting'] }), 3)).toBeNull();
  expect(markOf(agencies, aTask(2, null, '任务', {}), 2)).toBeNull();
});
