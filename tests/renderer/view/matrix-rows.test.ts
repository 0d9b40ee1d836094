import { describe, expect, it } from 'vitest';
import { replaceTasks } from '#renderer/state/replace-tasks.ts';
import { groupAgenciesOf, groupsOfMembers } from '#renderer/view/inherited-marks.ts';
import { countMatrix } from '#renderer/view/matrix-counts.ts';
import { buildRows } from '#renderer/view/matrix-rows.ts';
import { shownAgencies } from '#renderer/view/shown-agencies.ts';
import { agencyId, anAgency, aSection, aTask, sectionId } from '../a-matrix.ts';

const SECTIONS = [
  aSection(1, '严格进口冷链食品管控'),
  aSection(2, '强化突出问题整顿治理'),
  aSection(10, '加强组织实施'),
];

describe('the rows of the matrix', () => {
  it('begin each section with a heading that names it in Chinese and counts its tasks', () => {
    const rows = buildRows(SECTIONS, [aTask(1, 1, '甲'), aTask(2, 1, '乙'), aTask(50, 10, '丙')]);
    expect(rows.map((row) => (row.kind === 'section' ? `${row.heading}/${row.tasks}` : row.id))).toEqual([
      '一、严格进口冷链食品管控/2',
      'task-1',
      'task-2',
      '十、加强组织实施/1',
      'task-50',
    ]);
  });

  it('leave out a section without tasks and put tasks without a section first', () => {
    const rows = buildRows(SECTIONS, [aTask(5, 2, '甲'), aTask(9, null, '乙')]);
    expect(rows.map((row) => row.id)).toEqual(['task-9', 'section-2', 'task-5']);
  });

  it('of a folded section are its heading alone, which still counts its tasks', () => {
    const rows = buildRows(SECTIONS, [aTask(1, 1, '甲'), aTask(2, 1, '乙'), aTask(5, 2, '丙')], [sectionId(1)]);
    expect(rows.map((row) => row.id)).toEqual(['section-1', 'section-2', 'task-5']);
    expect(rows[0]).toMatchObject({ tasks: 2, folded: true });
  });

  it('stay the same objects for tasks that were not read again, so that the grid leaves them alone', () => {
    const tasks = [aTask(1, 1, '甲'), aTask(2, 1, '乙')];
    const fresh = aTask(2, 1, '乙', { 7: ['lead', 'waiting'] });
    const before = buildRows(SECTIONS, tasks);
    const after = buildRows(SECTIONS, replaceTasks(tasks, [fresh]));
    expect(after[1]).toBe(before[1]);
    expect(after[2]).not.toBe(before[2]);
    const changed = after[2];
    expect(changed?.kind === 'task' && changed.cells.get(agencyId(7))?.role).toBe('lead');
  });
});

describe('the columns of the matrix', () => {
  const holder = anAgency(1, '县公安局');
  const idle = anAgency(2, '县林业局', { duties: 0 });
  const ALL = { dutiesOnly: false, hiddenAgencies: [] };
  const DUTIES = { dutiesOnly: true, hiddenAgencies: [] };

  it('hide agencies without a duty when the clerk wants it so', () => {
    expect(shownAgencies([holder, idle], DUTIES, [])).toEqual([holder]);
    expect(shownAgencies([holder, idle], ALL, [])).toEqual([holder, idle]);
  });

  it('show an agency that owes something through an expanded group', () => {
    const group = anAgency(3, '各成员单位', { kind: 'group', members: [idle.id] });
    const groups = groupsOfMembers(groupAgenciesOf([holder, idle, group]));
    expect(shownAgencies([holder, idle, group], DUTIES, [], groups)).toEqual([holder, idle, group]);
    expect(shownAgencies([holder, idle, { ...group, duties: 0 }], DUTIES, [], groups)).toEqual([holder]);
  });

  it('leave out an agency that is out of use, unless it still has a duty', () => {
    const retired = { ...idle, active: false };
    expect(shownAgencies([holder, retired, { ...holder, active: false }], ALL, [])).toEqual([
      holder,
      { ...holder, active: false },
    ]);
  });

  it('hide agencies the clerk has hidden', () => {
    expect(shownAgencies([holder, idle], { ...ALL, hiddenAgencies: [holder.id] }, [])).toEqual([idle]);
  });

  it('keep a column whose last duty was just taken away', () => {
    const before = shownAgencies([holder, anAgency(2, '县林业局')], DUTIES, []);
    expect(shownAgencies([holder, idle], DUTIES, before)).toBe(before);
  });

  it('are the very same array while only the number of duties changes', () => {
    const before = shownAgencies([holder], DUTIES, []);
    expect(shownAgencies([{ ...holder, duties: 9 }], DUTIES, before)).toBe(before);
  });

  it('are a new array when an agency is renamed', () => {
    const before = shownAgencies([holder], DUTIES, []);
    expect(shownAgencies([{ ...holder, shortName: '公安' }], DUTIES, before)).not.toBe(before);
  });
});

describe('the counts of the status bar', () => {
  it('add up roles, lights, tasks, and agencies that hold a duty', () => {
    const counts = countMatrix([
      aTask(1, 1, '甲', { 1: ['lead', 'overdue'], 2: ['co-responsible', 'done'] }),
      aTask(2, 1, '乙', { 1: ['lead', 'overdue'] }),
      aTask(3, 1, '丙'),
    ]);
    expect(counts).toMatchObject({ tasks: 3, agencies: 2 });
    expect(counts.roles).toEqual({ lead: 2, 'co-responsible': 1, cooperating: 0 });
    expect([...counts.lights]).toEqual([
      ['overdue', 2],
      ['done', 1],
    ]);
  });
});
