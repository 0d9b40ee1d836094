// The matrix as a sheet: what typing, clearing and filling would change, before anything is changed.
import { expect, it } from 'vitest';
import type { MatrixChanges } from '#renderer/grid/matrix/matrix-changes.ts';
import { matrixModel } from '#renderer/grid/matrix/matrix-model.ts';
import { areaBetween } from '#renderer/grid/sheet/selection/geometry.ts';
import type { SheetPlan } from '#renderer/grid/sheet/sheet-model.ts';
import type { ViewKind } from '#renderer/view/matrix-view.ts';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { aSheet } from '../a-sheet.ts';

const area = (top: number, left: number, bottom = top, right = left) =>
  areaBetween({ row: top, column: left }, { row: bottom, column: right });

const aModel = (kind: ViewKind = 'roles') =>
  matrixModel({ kind: () => kind, agencies: () => [], lights: () => [], carryOut: () => Promise.resolve('stored') });

/** `2/3 ●`: task 2, agency 3 becomes a lead; titles as they will stand; a refusal as its code. */
function words(plan: SheetPlan<MatrixChanges>): readonly string[] {
  if (plan.kind === 'refused') return [plan.error.code];
  return [
    ...Array.from(
      plan.changes.roles,
      ({ taskId, agencyId, role }) => `${taskId}/${agencyId} ${role ? ROLE_MARKS[role] : '-'}`,
    ),
    ...plan.changes.titles.map(({ taskId, title }) => `${taskId} ${title}`),
  ];
}

it('a word typed for several cells gives each its role, and leaves those that hold it', () => {
  const sheet = aSheet(['●..', '...']);
  const plan = aModel().plan(sheet, { kind: 'text', areas: [area(0, 1, 1, 3)], text: '牵头' });
  expect(words(plan)).toEqual(['1/2 ●', '2/1 ●', '2/2 ●']);
});

it('a text that names no role is refused as it stands', () => {
  const plan = aModel().plan(aSheet(['...']), { kind: 'text', areas: [area(0, 2)], text: ' 也许 ' });
  expect(plan).toMatchObject({ kind: 'refused', error: { code: 'ROLE_TEXT_UNKNOWN', details: { text: '也许' } } });
});

it('a text typed on a title is the title, on one line; the same title changes nothing', () => {
  const sheet = aSheet(['●..']);
  const typed = (text: string) => words(aModel().plan(sheet, { kind: 'text', areas: [area(0, 1)], text }));
  expect(typed('第一行\n第二行')).toEqual(['1 第一行 第二行']);
  expect(typed('任务1')).toEqual([]);
});

it('clearing and filling change marks alone', () => {
  const sheet = aSheet(['●○.', '..△']);
  expect(words(aModel().plan(sheet, { kind: 'clear', areas: [area(0, 0, 1, 4)] }))).toEqual([
    '1/1 -',
    '1/2 -',
    '2/3 -',
  ]);
  const fills = [{ source: area(0, 2, 0, 3), target: area(1, 2, 1, 3) }];
  expect(words(aModel().plan(sheet, { kind: 'fill', fills }))).toEqual(['2/1 ●', '2/2 ○']);
});

it('a change names task, agency and role alone: the backend takes nothing else', () => {
  const plan = aModel().plan(aSheet(['●']), { kind: 'clear', areas: [area(0, 2)] });
  expect(plan.kind === 'write' && Array.from(plan.changes.roles)).toEqual([{ taskId: 1, agencyId: 1, role: null }]);
});

it('where lights are shown typing is answered with a sentence instead of being lost', () => {
  expect(aModel('roles').typing('agency-1')).toBe('edits');
  expect(aModel('progress').typing('agency-1')).toBe('refused');
  expect(aModel('progress').typing('title')).toBe('edits');
  expect(aModel('progress').typing('number')).toBe('ignored');
});

it('a cell of the plan has its place by task and agency', () => {
  const cell = { taskId: TaskIdSchema.parse(3), agencyId: AgencyIdSchema.parse(4), periodId: null };
  expect(aModel().placeOf(cell)).toEqual({ rowId: 'task-3', columnId: 'agency-4' });
  expect(aModel().placeOf({ ...cell, agencyId: null })).toEqual({ rowId: 'task-3', columnId: null });
});
