import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { columnLetters } from '../cell-reference.ts';
import type { RowCells } from './missing-formula.ts';

/** Where everything stands in a form's sheet of a plan: its columns, their widths, the rows above the table. */
export const GIVEN_COLUMNS = [
  { head: '序号', width: 5 },
  { head: '工作任务', width: 32 },
  { head: '我单位责任', width: 8 },
  { head: '量化指标', width: 17 },
  { head: '本期节点', width: 13 },
  { head: '上期进展', width: 24 },
] as const;

const FIELD_WIDTHS: Readonly<Record<ProgressField, number>> = {
  status: 9,
  percent: 9,
  narrative: 32,
  problems: 17,
  nextSteps: 17,
  reportedOn: 12,
};
const MISSING_WIDTH = 16;

export const WIDTHS = [
  ...GIVEN_COLUMNS.map(({ width }) => width),
  ...PROGRESS_FIELDS.map((field) => FIELD_WIDTHS[field]),
  MISSING_WIDTH,
];
export const COLUMNS = WIDTHS.length;
export const FIRST_FIELD = GIVEN_COLUMNS.length + 1;
export const HEAD_ROW = 4;
export const UNIT_ROW = 2;
export const FIRST_ROW = HEAD_ROW + 1;
/** Room to write by hand or keyboard, even when the task's own text is short. */
export const ROW_HEIGHT_MIN = 60;

/** The line under the title: the unit, who fills in, the telephone, and how much is missing. */
export const UNIT_LINE_CELLS = {
  unit: [1, 5],
  reporterLabel: [6, 6],
  reporter: [7, 8],
  phoneLabel: [9, 9],
  phone: [10, 11],
  counter: [12, COLUMNS],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export const columnOf = (field: ProgressField): number => FIRST_FIELD + PROGRESS_FIELDS.indexOf(field);
const letterOf = (field: ProgressField): string => columnLetters(columnOf(field));
export const MISSING = columnLetters(COLUMNS);

/** Where the cells of a row stand that its sentence of 还差 is made of. */
export function cellsOf(row: number): RowCells {
  const at = (field: ProgressField): string => `${letterOf(field)}${row}`;
  return { status: at('status'), percent: at('percent'), narrative: at('narrative'), problems: at('problems') };
}
