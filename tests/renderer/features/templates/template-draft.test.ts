// What a person points out on a superior's form: nothing of it is lost when heads are pointed out anew.
import { describe, expect, it } from 'vitest';
import {
  confirmColumn,
  draftProblem,
  fieldChoices,
  hasBeenSaid,
  headRowsWith,
  isOpen,
  mappingOf,
  nameCell,
  placeOf,
  readAnew,
  setField,
  startDraft,
} from '#renderer/features/templates/template-draft.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';

const MAPPING: TemplateMapping = {
  sheet: '附表',
  titleCell: 'A1',
  unitCell: 'A2',
  headRows: [3, 4],
  bodyRow: 5,
  columns: [
    { column: 'A', head: '序号', field: 'number', sure: true },
    { column: 'B', head: '总体评价', field: null, sure: false, note: '没有认出' },
    { column: 'C', head: '完成情况（%）', field: 'percent', sure: false, note: '两样' },
  ],
  labels: [{ asks: 'unit', cell: 'A2', label: '填报单位：', answerCell: 'A2' }],
};

describe('columns', () => {
  it('are open until a person says what they are, or that they were read rightly', () => {
    const start = startDraft(MAPPING);
    const open = (draft = start) =>
      draft.mapping.columns.filter((column) => isOpen(draft, column)).map((c) => c.column);
    expect(open()).toEqual(['B', 'C']);
    const said = confirmColumn(setField(start, 'B', 'light'), 'C');
    expect(open(said)).toEqual([]);
    expect(mappingOf(said).columns).toEqual([
      MAPPING.columns[0],
      { column: 'B', head: '总体评价', field: 'light', sure: true },
      { column: 'C', head: '完成情况（%）', field: 'percent', sure: true },
    ]);
    // What nobody looked at stays in doubt.
    expect(mappingOf(start).columns).toEqual(MAPPING.columns);
  });

  it('keep what was said of them when the heads are pointed out anew, unless it is another sheet', () => {
    const said = nameCell(setField(startDraft(MAPPING), 'B', 'light'), 'title', 'B1');
    const again = { ...MAPPING, headRows: [4, 4] as [number, number], titleCell: null };
    expect(readAnew(said, again).mapping).toMatchObject({ headRows: [4, 4], titleCell: 'B1' });
    expect(readAnew(said, again).mapping.columns[1]?.field).toBe('light');
    expect(readAnew(said, { ...again, sheet: '另表' })).toEqual(startDraft({ ...again, sheet: '另表' }));
  });

  it('offer what a form asks for in one column together', () => {
    const words = new Map(fieldChoices('task+narrative'));
    expect(words.get('task+narrative')).toBe('任务内容＋进展情况');
    expect(words.get('problems+nextSteps')).toBe('存在问题＋下步措施');
    expect(words.get('narrative')).toBe('进展情况');
  });
});

describe('rows and cells', () => {
  it.each([
    [[3, 4], 5, [3, 5]],
    [[3, 4], 2, [2, 4]],
    [[3, 4], 3, [4, 4]],
    [[3, 4], 4, [3, 3]],
    [[3, 3], 3, [3, 3]],
    [[3, 4], 9, [9, 9]],
    [[1, 5], 6, [6, 6]],
  ] as const)('heads %j with row %i pointed at are %j', (rows, row, heads) => {
    expect(headRowsWith([rows[0], rows[1]], row)).toEqual(heads);
  });

  it('name a cell, and take its name away when it is pointed at once more', () => {
    const moved = nameCell(startDraft(MAPPING), 'unit', 'D2').mapping;
    expect(moved).toMatchObject({ unitCell: 'D2', labels: [{ asks: 'unit', cell: 'D2', answerCell: 'D2' }] });
    const none = nameCell(startDraft(MAPPING), 'unit', 'A2').mapping;
    expect(none).toMatchObject({ unitCell: null, labels: [] });
    expect(placeOf('AB12')).toEqual({ row: 12, column: 28 });
    expect(placeOf(null)).toBeNull();
  });

  it('say why a form cannot be filled', () => {
    const start = startDraft(MAPPING);
    expect(draftProblem(start)).toBeNull();
    expect(draftProblem(startDraft({ ...MAPPING, bodyRow: 4 }))).toMatch('填报首行');
    const nothing = MAPPING.columns.map((column) => ({ ...column, field: null }));
    expect(draftProblem(startDraft({ ...MAPPING, columns: nothing }))).toMatch('还没有一列');
  });
});

describe('what a stray Escape would lose', () => {
  it('is nothing as long as the form stands as it was read', () => {
    expect(hasBeenSaid(startDraft(MAPPING), MAPPING)).toBe(false);
  });

  it('is a column that was settled, as it was read or otherwise, and a cell that was pointed out', () => {
    expect(hasBeenSaid(confirmColumn(startDraft(MAPPING), 'B'), MAPPING)).toBe(true);
    expect(hasBeenSaid(setField(startDraft(MAPPING), 'A', null), MAPPING)).toBe(true);
    expect(hasBeenSaid(nameCell(startDraft(MAPPING), 'title', 'B1'), MAPPING)).toBe(true);
  });
});
