// What a cell's look hangs on: rules for each light asked a cell eleven times.
import { expect, it } from 'vitest';
import { cellClasses } from '#renderer/grid/matrix/cell-classes.ts';
import { buildRows } from '#renderer/view/matrix-rows.ts';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import { agencyId, aTask } from '../../a-matrix.ts';

const classesOf = (task: MatrixTask, agency: number, { lights } = WORDS_SET) =>
  cellClasses(buildRows([], [task])[0], agencyId(agency), lights);

it('says the light, who leads, and nothing of a cell without a duty', () => {
  const task = aTask(1, null, '任务', { 1: ['lead', 'overdue'], 2: ['cooperating', 'on-track'] });
  expect(classesOf(task, 1)).toBe('cell-mark mark-lead lit-red sign-marks');
  expect(classesOf(task, 2)).toBe('cell-mark lit-blue sign-arrow');
  expect(classesOf(task, 3)).toBe('cell-mark');
});

it('looks as the set of rules has it, and a light that the set does not know has no look', () => {
  const task = aTask(1, null, '任务', { 1: ['lead', 'blue'], 2: ['cooperating', 'overdue'] });
  expect(classesOf(task, 1, FIVE_COLOURS_SET)).toBe('cell-mark mark-lead lit-blue sign-star');
  expect(classesOf(task, 2, FIVE_COLOURS_SET)).toBe('cell-mark lit-none');
});

it('a note marks its own cell, also an empty one, and no other', () => {
  const note = { agencyId: agencyId(3), text: '等县局回复' };
  const task = { ...aTask(1, null, '任务', { 1: ['lead', 'done'] }), notes: [note] };
  expect(classesOf(task, 3)).toBe('cell-mark has-note');
  expect(classesOf(task, 1)).toBe('cell-mark mark-lead lit-green sign-tick');
});

it('the note on a task marks none of its cells', () => {
  const task = { ...aTask(1, null, '任务'), notes: [{ agencyId: null, text: '全项' }] };
  expect(classesOf(task, 1)).toBe('cell-mark');
});
