import { addElement, addSheet, type Cell, type Draft, type Geometry, putCell, rowOf } from './draft.ts';

/** How the form is: how many rows its head has, how many empty rows its body, and what of last month stands in it. */
export type FormShape = {
  readonly headRows: 1 | 2 | 3;
  readonly bodyRows: number;
  /** Texts of the body, row by row, from the first column on. */
  readonly lastMonth?: readonly (readonly (string | number)[])[];
  readonly title?: string;
  /** Line of the unit, left and right. */
  readonly unitLine?: readonly [string, string];
  /** Without it there are no sums below. */
  readonly hasTotals?: boolean;
};

/** The sheet that is filled. */
export const FORM_NAME = '附件2 进展统计表';

/** Looks in the styles part, by number. */
export const LOOK = {
  plain: 0,
  title: 1,
  unit: 2,
  head: 3,
  body: 4,
  bodyLeft: 5,
  percent: 6,
  date: 7,
  total: 8,
  open: 9,
} as const;

const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

/** The heads with the groups over them. */
const HEADS: readonly { readonly head: string; readonly group: string; readonly look: number }[] = [
  { head: '序号', group: '', look: LOOK.body },
  { head: '重点工作任务', group: '', look: LOOK.bodyLeft },
  { head: '牵头单位', group: '责任单位', look: LOOK.body },
  { head: '配合单位', group: '责任单位', look: LOOK.body },
  { head: '完成比例', group: '进展情况', look: LOOK.percent },
  { head: '工作进展', group: '进展情况', look: LOOK.bodyLeft },
  { head: '存在问题', group: '进展情况', look: LOOK.bodyLeft },
  { head: '备注', group: '', look: LOOK.bodyLeft },
];

/** A draft with the form on its first sheet, and a sheet of lists that nobody sees. */
export function draftForm(shape: FormShape): Draft {
  const first = 3;
  const bodyRow = first + shape.headRows;
  const lastBodyRow = bodyRow + shape.bodyRows - 1;
  const totalRow = shape.hasTotals === false ? lastBodyRow : lastBodyRow + 1;
  const geometry: Geometry = { headRows: [first, bodyRow - 1], bodyRow, lastBodyRow, totalRow, noteRow: totalRow + 1 };
  const sheets: Draft['sheets'] = [];
  const form = addSheet({ sheets }, FORM_NAME);
  const draft: Draft = {
    form,
    geometry,
    sheets,
    parts: new Map(),
    strings: [],
    defaults: new Map(),
    overrides: new Map(),
    rootRelations: { xml: [] },
    bookRelations: { xml: [] },
    definedNames: [],
    bookTail: [],
    dxfs: [],
    hasMacros: false,
  };
  putAround(draft, shape);
  putHead(draft, shape.headRows);
  putBody(draft, shape);
  putLists(draft);
  return draft;
}

function putAround({ form, geometry }: Draft, { title, unitLine, hasTotals }: FormShape): void {
  putCell(form, 1, 'A', { value: title ?? '泽州县2021年重点工作任务进展情况统计表', style: LOOK.title });
  rowOf(form, 1).attributes = { ht: '36', customHeight: '1' };
  addElement(form, 'mergeCells', '<mergeCell ref="A1:H1"/>');
  const [left, right] = unitLine ?? ['填报单位：', '填报日期：'];
  putCell(form, 2, 'A', { value: left, style: LOOK.unit });
  putCell(form, 2, 'F', { value: right, style: LOOK.unit });
  addElement(form, 'mergeCells', '<mergeCell ref="A2:E2"/>');
  addElement(form, 'mergeCells', '<mergeCell ref="F2:H2"/>');
  if (hasTotals !== false) {
    for (const letter of LETTERS) putCell(form, geometry.totalRow, letter, { style: LOOK.total });
    putCell(form, geometry.totalRow, 'A', { value: '合计', style: LOOK.total });
    const share = `IFERROR(AVERAGE(E${geometry.bodyRow}:E${geometry.lastBodyRow}),0)`;
    putCell(form, geometry.totalRow, 'E', { formula: share, value: 0, style: LOOK.percent });
  }
  const note = '注：1.本表于每月25日前报县政府督查室；2.完成比例填百分数。';
  putCell(form, geometry.noteRow, 'A', { value: note, style: LOOK.unit });
  addElement(form, 'mergeCells', `<mergeCell ref="A${geometry.noteRow}:H${geometry.noteRow}"/>`);
  putCell(form, geometry.noteRow + 1, 'A', { value: '填报人：', style: LOOK.unit });
  putCell(form, geometry.noteRow + 1, 'F', { value: '审核人：', style: LOOK.unit });
}

/** One row of heads; or groups above them; or a third row below with the numbers of the columns in brackets. */
function putHead({ form, geometry }: Draft, rows: FormShape['headRows']): void {
  const [first] = geometry.headRows;
  const bottom = rows === 1 ? first : first + 1;
  for (const [index, { head, group }] of HEADS.entries()) {
    const letter = LETTERS[index] ?? '';
    for (let row = first; row <= bottom; row++) putCell(form, row, letter, { style: LOOK.head });
    const isGrouped = rows > 1 && group !== '';
    putCell(form, isGrouped ? bottom : first, letter, { value: head, style: LOOK.head });
    if (isGrouped && HEADS[index - 1]?.group !== group) {
      putCell(form, first, letter, { value: group, style: LOOK.head });
      const last = LETTERS[HEADS.findLastIndex((one) => one.group === group)];
      addElement(form, 'mergeCells', `<mergeCell ref="${letter}${first}:${last}${first}"/>`);
    } else if (rows > 1 && group === '') {
      addElement(form, 'mergeCells', `<mergeCell ref="${letter}${first}:${letter}${bottom}"/>`);
    }
    if (rows === 3) putCell(form, first + 2, letter, { value: `（${index + 1}）`, style: LOOK.head });
  }
}

function putBody({ form, geometry }: Draft, { lastMonth = [], bodyRows }: FormShape): void {
  for (let index = 0; index < bodyRows; index++) {
    const row = geometry.bodyRow + index;
    rowOf(form, row).attributes = { ht: '42', customHeight: '1' };
    for (const [column, { look }] of HEADS.entries()) {
      const value = lastMonth[index]?.[column];
      const cell: Cell = value === undefined ? { style: look } : { value, style: look };
      putCell(form, row, LETTERS[column] ?? '', cell);
    }
  }
}

function putLists(draft: Draft): void {
  const lists = addSheet(draft, '参数', 'hidden');
  const rows = [
    ['状态', '数量'],
    ['已完成', 3],
    ['推进中', 5],
    ['未启动', 1],
  ] as const;
  for (const [index, [word, number]] of rows.entries()) {
    putCell(lists, index + 1, 'A', { value: word, style: LOOK.plain });
    putCell(lists, index + 1, 'B', { value: number, style: LOOK.plain });
  }
}
