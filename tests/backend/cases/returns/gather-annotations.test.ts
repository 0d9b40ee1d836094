import { expect, test } from 'vitest';
import { type AnnotatedReturn, annotationsOf } from '#backend/cases/returns/gather-annotations.ts';
import type { ParsedTable, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { ReturnIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';

const PLACE = { row: 5, column: 7 };
const FAULT = '第 5 项 进展情况：状态为“已完成”，进展情况未填。';

function aView(change: Partial<ReturnFileReview>): ReturnFileReview {
  return {
    returnId: ReturnIdSchema.parse(1),
    fileName: '表.xlsx',
    sha256: 'ab',
    state: 'to-review',
    version: 1,
    receivedAt: null,
    planId: null,
    agencyId: null,
    agencyName: '县公安局',
    periodId: null,
    periodLabel: '',
    formId: null,
    sheet: '填报表',
    kind: 'form',
    headRows: { first: 4, last: 5 },
    seenBefore: false,
    witnesses: [],
    held: null,
    columns: [3, 2].map((column) => ({ column, head: '', field: null, how: null, filled: 0, doubt: '' })),
    items: [],
    unchangedCells: 0,
    leftRows: [],
    missingTasks: [],
    faults: [{ rule: 'empty', sentence: FAULT, taskId: TaskIdSchema.parse(5), field: 'narrative', place: PLACE }],
    doubts: [],
    notes: [],
    reporter: '',
    phone: '',
    reasons: [],
    refusal: null,
    ...change,
  };
}

function aTable(text: string): ParsedTable {
  const cell = { text, readable: true, doubt: '', offers: [], place: PLACE };
  const row: ReturnedRow = {
    rowNumber: 5,
    taskId: 5,
    number: '5',
    taskText: '任务',
    agencyText: '',
    fields: { narrative: cell },
    base: null,
    doubt: '',
  };
  return {
    sheet: '填报表',
    hidden: false,
    kind: 'form',
    ids: null,
    said: { units: [], periods: [], planTitle: '', reporter: '', phone: '' },
    firstHeadRow: 4,
    lastHeadRow: 5,
    columns: [],
    shape: '',
    rows: [row],
    doubts: [],
    notes: [],
  };
}

const of = (change: Partial<ReturnFileReview>, table: AnnotatedReturn['table'] = null) =>
  annotationsOf([{ view: aView(change), table }]);

test('a return that was not sent back yet gets what would be offered, each on its cell', () => {
  expect(of({}, aTable('推进顺利'))).toEqual({
    notes: [{ sheet: '填报表', ...PLACE, texts: [FAULT], highlight: true }],
    rows: [{ place: '填报表!G5', about: '第 5 项 进展情况', written: '推进顺利', reason: FAULT }],
  });
});

test('a reason that the clerk changed still stands on the cell of the task and field it names', () => {
  const changed = '第 5 项 进展情况请写明完成的数量。';
  expect(of({ reasons: [changed] }).notes).toEqual([{ sheet: '填报表', ...PLACE, texts: [changed], highlight: true }]);
});

test('a reason of the clerk alone stands on the first head and colours nothing', () => {
  expect(of({ reasons: ['请加盖公章。', '第 9 项请补报。'] }).notes).toEqual([
    { sheet: '填报表', row: 4, column: 2, texts: ['请加盖公章。'], highlight: false },
    { sheet: '填报表', row: 4, column: 2, texts: ['第 9 项请补报。'], highlight: false },
  ]);
});

test('of a file in which no table was found only a table of the reasons can be made', () => {
  const refused = { sheet: '', headRows: null, columns: [], faults: [], reasons: ['请用发出的填报表填写。'] };
  expect(of(refused)).toEqual({
    notes: [],
    rows: [{ place: '', about: '', written: '', reason: '请用发出的填报表填写。' }],
  });
});
