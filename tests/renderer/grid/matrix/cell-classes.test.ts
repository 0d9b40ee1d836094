// What a cell's look hangs on: rules for each light asked a cell eleven times.
import { expect, it } from 'vitest';
import { cellClasses } from '#renderer/grid/matrix/cell-classes.ts';
import { buildRows } from '#renderer/view/matrix-rows.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { agencyId, aTask } from '../../a-matrix.ts';

const classesOf = (task: MatrixTask, agency: number) => cellClasses(buildRows([], [task])[0], agencyId(agency));

it('says the light, who leads, and nothing of a cell without a duty', () => {
  const task = aTask(1, null, '任务', { 1: ['lead', 'overdue'], 2: ['cooperating', 'on-track'] });
  expect(classesOf(task, 1)).toBe('cell-mark mark-lead light-overdue');
  expect(classesOf(task, 2)).toBe('cell-mark light-on-track');
  expect(classesOf(task, 3)).toBe('cell-mark');
});

it('a note marks its own cell, also an empty one, and no other', () => {
  const note = { agencyId: agencyId(3), text: '等县局回复' };
  const task = { ...aTask(1, null, '任务', { 1: ['lead', 'done'] }), notes: [note] };
  expect(classesOf(task, 3)).toBe('cell-mark has-note');
  expect(classesOf(task, 1)).toBe('cell-mark mark-lead light-done');
});

it('the note on a task marks none of its cells', () => {
  const task = { ...aTask(1, null, '任务'), notes: [{ agencyId: null, text: '全项' }] };
  expect(classesOf(task, 1)).toBe('cell-mark');
});
