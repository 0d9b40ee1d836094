import { MISSING_HEAD, TARGET_HEADS, TARGET_ID_HEAD, TARGETS_SHEET } from '#backend/sheets/form-format.ts';
import type { FormId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { columnLetters } from '../cell-reference.ts';
import type { CellContent, CellPlan, CellStyle, RowPlan, SheetBlock, SheetPlan } from '../sheet-plan.ts';
import { cellStyle, GENERAL_FORMAT } from '../styles.ts';
import { columnWidth, heightOf, linesOf } from '../text-metrics.ts';
import type { FormInput, FormTarget, FormTaskRow } from './form-input.ts';
import { BODY_SIZE, type FormLooks, WRONG_FILL, WRONG_FONT, wholeRow } from './form-looks.ts';
import { aimText, figureWithUnit } from './form-words.ts';
import { valueFormula } from './missing-formula.ts';

const COLUMNS = [
  { head: '序号', width: 5 },
  { head: '工作任务', width: 34 },
  { head: TARGET_HEADS.target, width: 34 },
  { head: TARGET_HEADS.aim, width: 14 },
  { head: TARGET_HEADS.unit, width: 10 },
  { head: '上期值', width: 12 },
  { head: '本年累计', width: 12 },
  { head: TARGET_HEADS.value, width: 14 },
  { head: MISSING_HEAD, width: 18 },
] as const;
const HEAD_ROW = 3;
const VALUE_COLUMN = COLUMNS.findIndex(({ head }) => head === TARGET_HEADS.value) + 1;

type TargetRow = { readonly formId: FormId; readonly task: FormTaskRow; readonly target: FormTarget };

/** Whether a target is a percentage: its values stand as such in the cells, so that 98 and 98% are one. */
export function isShare({ unit }: Pick<FormTarget, 'unit'>): boolean {
  return /^[%％]$/u.test(unit);
}

/** All targets of a form, in the order of its sheets and tasks. */
export function targetRows({ parts }: Pick<FormInput, 'parts'>): readonly TargetRow[] {
  return parts.flatMap(({ formId, rows }) =>
    rows.flatMap((task) => task.targets.map((target) => ({ formId, task, target }))),
  );
}

/** Decimals of a percentage are shown as agencies write them: 97.3% that shows as 97% looks like a slip. */
function entryFormat(target: FormTarget): string {
  if (!isShare(target)) return GENERAL_FORMAT;
  return target.now === null || Number.isInteger(target.now * 10) ? '0.0%' : '0.00%';
}

/** A share as Excel keeps it: 97.3% is 0.973 and no 0.9729999. */
function entryContent(target: FormTarget): CellContent {
  if (target.now === null) return null;
  return isShare(target) ? Number((target.now / 100).toPrecision(12)) : target.now;
}

function targetRow({ formId, task, target }: TargetRow, index: number, look: FormLooks): RowPlan {
  const known = (value: number | null): string | null => (value === null ? null : figureWithUnit(value, target.unit));
  const lines = Math.max(
    linesOf(task.title, COLUMNS[1].width, BODY_SIZE),
    linesOf(target.name, COLUMNS[2].width, BODY_SIZE),
  );
  const cell = `${columnLetters(VALUE_COLUMN)}${HEAD_ROW + 1 + index}`;
  const style: CellStyle = cellStyle(look.body, { align: 'center', numFmt: entryFormat(target), fillable: true });
  const centred = (value: CellContent): CellPlan => ({ value, style: look.givenCentred });
  return {
    height: Math.max(30, heightOf(lines, BODY_SIZE)),
    cells: [
      centred(task.number),
      { value: task.title, style: look.given },
      { value: target.name, style: look.given },
      centred(aimText(target)),
      centred(target.unit),
      centred(known(target.last)),
      centred(known(target.soFar)),
      { value: entryContent(target), style },
      { value: { formula: valueFormula(cell), result: '' }, style: look.missing },
      { value: `${formId}/${target.targetId}`, style: look.hiddenId },
    ],
  };
}

/**
 * The sheet of targets: one row for each, with what it wants, what was reported last and in all, and a light cell for
 * the value of the period. `undefined` when the agency has none.
 */
export function targetSheet(input: FormInput, look: FormLooks): SheetPlan | undefined {
  const rows = targetRows(input);
  const [part] = input.parts;
  if (rows.length === 0 || part === undefined) return undefined;
  const total = COLUMNS.reduce((sum, { width }) => sum + width, 0);
  const across = (row: number): SheetBlock => ({ top: row, left: 1, bottom: row, right: COLUMNS.length });
  const column = (at: number): SheetBlock => ({
    top: HEAD_ROW + 1,
    left: at,
    bottom: HEAD_ROW + rows.length,
    right: at,
  });
  const title = `量化指标填报（${periodTitle(part.period.label)}）`;
  const help = '填表说明：只填“本期值”，即本期的数，不是累计数（百分比填到本期末为止的比例）；没有数的可以不填。';
  const said = `$${columnLetters(COLUMNS.length)}${HEAD_ROW + 1}`;
  const prompt = '请填不小于 0 的数';
  return {
    name: TARGETS_SHEET,
    state: 'visible',
    columns: [...COLUMNS.map(({ width }) => ({ width: columnWidth(width) })), { width: 9, hidden: true }],
    rows: [
      wholeRow(look.title, title, heightOf(1, look.fonts.title.size), COLUMNS.length),
      wholeRow(look.help, help, heightOf(linesOf(help, total, 10), 10), COLUMNS.length),
      {
        height: 30,
        cells: [...COLUMNS.map(({ head }) => head), TARGET_ID_HEAD].map((value) => ({ value, style: look.head })),
      },
      ...rows.map((row, index) => targetRow(row, index, look)),
    ],
    merges: [across(1), across(2)],
    validations: [{ ...column(VALUE_COLUMN), check: { kind: 'number', signed: false }, prompt }],
    conditions: [
      { ...column(VALUE_COLUMN), formula: `LEN(${said})>0`, fill: WRONG_FILL },
      { ...column(COLUMNS.length), formula: `LEN(${said})>0`, fill: WRONG_FILL, font: WRONG_FONT },
    ],
    isProtected: true,
    page: { paper: 'A4', repeatRows: [HEAD_ROW, HEAD_ROW] },
    freeze: { rows: HEAD_ROW, columns: 0 },
  };
}
