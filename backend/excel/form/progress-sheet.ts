import { MISSING_HEAD, TASK_ID_HEAD } from '#backend/sheets/form-format.ts';
import {
  PROGRESS_FIELD_LABELS,
  PROGRESS_FIELDS,
  type ProgressField,
  type ProgressView,
} from '#shared/domain/progress.ts';
import { type FormRule, needsCount, needsText, type ReportNeeds, reportNeeds } from '#shared/domain/report-needs.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import { STATUS_LABELS, statusText } from '#shared/domain/status.ts';
import type { CellContent, CellPlan, RowPlan, SheetBlock, SheetPlan } from '../sheet-plan.ts';
import { cellStyle, DATE_FORMAT, percentFormat, TEXT_FORMAT, textFormat } from '../styles.ts';
import { columnWidth, heightOf, linesOf } from '../text-metrics.ts';
import type { FormInput, FormPart, FormTaskRow } from './form-input.ts';
import { BODY_SIZE, type FormLooks, wholeRow } from './form-looks.ts';
import { formTitle, helpText, lastText, milestonesText, targetsText } from './form-words.ts';
import { countFormula, missingFormula } from './missing-formula.ts';
import { progressConditions, progressValidations } from './progress-checks.ts';
import {
  COLUMNS,
  cellsOf,
  FIRST_FIELD,
  FIRST_ROW,
  GIVEN_COLUMNS,
  HEAD_ROW,
  MISSING,
  ROW_HEIGHT_MIN,
  UNIT_LINE_CELLS,
  UNIT_ROW,
  WIDTHS,
} from './progress-places.ts';

/** Where the sentences 还差 of a sheet stand. */
function missingRange(rows: number): string {
  return `$${MISSING}$${FIRST_ROW}:$${MISSING}$${HEAD_ROW + rows}`;
}

/** What the same place is called in a workbook of several sheets of reports. */
function missingName(nth: number): string {
  return `还差_${nth}`;
}

/** The value a fillable cell starts with: numbers as numbers, dates as dates, words as text. */
function fieldContent(progress: ProgressView | null, field: ProgressField): CellContent {
  if (progress === null) return null;
  switch (field) {
    case 'status':
      return progress.status && STATUS_LABELS[progress.status];
    case 'percent':
      return progress.percent === null ? null : progress.percent / 100;
    case 'reportedOn':
      return progress.reportedOn === null ? null : { date: progress.reportedOn };
    case 'narrative':
    case 'problems':
    case 'nextSteps':
      return progress[field] === '' ? null : progress[field];
  }
}

function fieldFormat(field: ProgressField, value: CellContent): string {
  if (field === 'percent') return percentFormat(typeof value === 'number' ? value : 0);
  if (field === 'reportedOn') return DATE_FORMAT;
  return typeof value === 'string' ? textFormat(value) : TEXT_FORMAT;
}

/** Cells of one field mostly look the same: each look is made once for a form. */
function fieldCell(look: FormLooks, field: ProgressField, value: CellContent): CellPlan {
  const text = field === 'narrative' || field === 'problems' || field === 'nextSteps';
  const numFmt = fieldFormat(field, value);
  const key = `${text}/${numFmt}`;
  const style =
    look.entries.get(key) ?? cellStyle(look.body, { align: text ? 'left' : 'center', numFmt, fillable: true });
  look.entries.set(key, style);
  return { value, style };
}

/** What a row that goes out still lacks: the results beside the formulas. */
export function needsOf({ progress }: FormTaskRow, rules: readonly FormRule[]): ReportNeeds {
  const report = {
    status: statusText(progress?.status ?? null),
    percent: progress?.percent == null ? null : progress.percent / 100,
    narrative: progress?.narrative ?? '',
    problems: progress?.problems ?? '',
  };
  return reportNeeds(report, new Set(rules));
}

function taskRow(row: FormTaskRow, index: number, part: FormPart, { rules }: FormInput, look: FormLooks): RowPlan {
  const given = [row.content, targetsText(row), milestonesText(row, part.period), lastText(row, part.lastLabel)];
  const [content = '', targets = '', milestones = '', last = ''] = given;
  const contents = PROGRESS_FIELDS.map((field) => fieldContent(row.progress, field));
  const texts: readonly (readonly [string, number])[] = [
    [content, GIVEN_COLUMNS[1].width],
    [targets, GIVEN_COLUMNS[3].width],
    [milestones, GIVEN_COLUMNS[4].width],
    [last, GIVEN_COLUMNS[5].width],
    ...contents.map(
      (value, at) => [typeof value === 'string' ? value : '', WIDTHS[FIRST_FIELD - 1 + at] ?? 1] as const,
    ),
  ];
  const lines = Math.max(...texts.map(([text, width]) => linesOf(text, width, BODY_SIZE)));
  const formula = missingFormula(cellsOf(FIRST_ROW + index), new Set(rules));
  const locked = (value: string): CellPlan => ({ value: value === '' ? null : value, style: look.given });
  return {
    height: Math.max(ROW_HEIGHT_MIN, heightOf(lines, BODY_SIZE)),
    cells: [
      { value: row.number, style: look.givenCentred },
      { value: content, style: look.given },
      { value: ROLE_LABELS[row.role], style: look.givenCentred },
      locked(targets),
      locked(milestones),
      locked(last),
      ...PROGRESS_FIELDS.map((field, at) => fieldCell(look, field, contents[at] ?? null)),
      { value: { formula, result: needsText(needsOf(row, rules)) }, style: look.missing },
      { value: row.taskId, style: look.hiddenId },
    ],
  };
}

/** What of other sheets the line under the title needs. */
export type SheetAmong = {
  readonly name: string;
  /** The first sheet asks who fills in; the others repeat it. */
  readonly isFirst: boolean;
  /** Which of so many sheets of reports it is, counted from 1. */
  readonly nth: number;
  readonly count: number;
  /** Of all sheets, as sent. */
  readonly missing: number;
  readonly hasTargets: boolean;
};

function counterCell({ rows }: FormPart, input: FormInput, among: SheetAmong): CellContent {
  const own = missingRange(rows.length);
  const ownCount = rows.reduce((sum, row) => sum + needsCount(needsOf(row, input.rules)), 0);
  if (among.count === 1 || !among.isFirst) {
    return { formula: `"未填 "&${countFormula(own)}&" 处"`, result: `未填 ${ownCount} 处` };
  }
  // By names of the workbook: a sheet is called as its plan is, and no such text becomes a part of a formula.
  const all = Array.from({ length: among.count }, (_, index) => countFormula(missingName(index + 1))).join('+');
  return { formula: `"各表共未填 "&(${all})&" 处"`, result: `各表共未填 ${among.missing} 处` };
}

function unitRow(part: FormPart, input: FormInput, among: SheetAmong, look: FormLooks): RowPlan {
  const again = (name: string): CellContent => ({ formula: `IF(LEN(${name})=0,"",${name})`, result: '' });
  const entry = (name: string): Pick<CellPlan, 'value' | 'style'> =>
    among.isFirst ? { value: null, style: look.entry } : { value: again(name), style: look.line };
  const spans: readonly (readonly [readonly [number, number], Pick<CellPlan, 'value' | 'style'>])[] = [
    [UNIT_LINE_CELLS.unit, { value: `填报单位（盖章）：${input.agency.name}`, style: look.line }],
    [UNIT_LINE_CELLS.reporterLabel, { value: '填报人：', style: look.label }],
    [UNIT_LINE_CELLS.reporter, entry(REPORTER_NAME)],
    [UNIT_LINE_CELLS.phoneLabel, { value: '联系电话：', style: look.label }],
    [UNIT_LINE_CELLS.phone, entry(PHONE_NAME)],
    [UNIT_LINE_CELLS.counter, { value: counterCell(part, input, among), style: look.counter }],
  ];
  return {
    height: 26,
    cells: spans.flatMap(([[from, to], { value, style }]) =>
      Array.from({ length: to - from + 1 }, (_, at): CellPlan => ({ value: at === 0 ? value : null, style })),
    ),
  };
}

/** Defined names of the two cells at the top. */
export const REPORTER_NAME = '填报人';
export const PHONE_NAME = '联系电话';

const span = (row: number, [left, right]: readonly [number, number]): SheetBlock => ({
  top: row,
  left,
  bottom: row,
  right,
});

/** The sheet of one plan: its tasks, a row for each, with light cells to fill in. */
export function progressSheet(part: FormPart, input: FormInput, among: SheetAmong, look: FormLooks): SheetPlan {
  const total = WIDTHS.reduce((sum, width) => sum + width, 0);
  const title = formTitle(part);
  const help = helpText(input, part, among.hasTargets);
  const heads = [
    ...GIVEN_COLUMNS.map(({ head }) => head),
    ...PROGRESS_FIELDS.map((field) => PROGRESS_FIELD_LABELS[field]),
    MISSING_HEAD,
    TASK_ID_HEAD,
  ];
  const rows = part.rows.length;
  const merged = Object.values(UNIT_LINE_CELLS).filter(([from, to]) => to > from);
  return {
    name: among.name,
    state: 'visible',
    columns: [...WIDTHS.map((width) => ({ width: columnWidth(width) })), { width: 9, hidden: true }],
    rows: [
      wholeRow(
        look.title,
        title,
        heightOf(linesOf(title, total, look.fonts.title.size), look.fonts.title.size),
        COLUMNS,
      ),
      unitRow(part, input, among, look),
      wholeRow(look.help, help, heightOf(linesOf(help, total, 10), 10), COLUMNS),
      { height: 30, cells: heads.map((value) => ({ value, style: look.head })) },
      ...part.rows.map((row, index) => taskRow(row, index, part, input, look)),
    ],
    merges: [span(1, [1, COLUMNS]), ...merged.map((block) => span(UNIT_ROW, block)), span(3, [1, COLUMNS])],
    validations: progressValidations(rows),
    conditions: progressConditions(rows),
    isProtected: true,
    names: [
      ...(among.isFirst
        ? [
            { name: REPORTER_NAME, block: span(UNIT_ROW, [UNIT_LINE_CELLS.reporter[0], UNIT_LINE_CELLS.reporter[0]]) },
            { name: PHONE_NAME, block: span(UNIT_ROW, [UNIT_LINE_CELLS.phone[0], UNIT_LINE_CELLS.phone[0]]) },
          ]
        : []),
      ...(among.count > 1
        ? [
            {
              name: missingName(among.nth),
              block: { top: FIRST_ROW, left: COLUMNS, bottom: HEAD_ROW + rows, right: COLUMNS },
            },
          ]
        : []),
    ],
    page: { paper: 'A4', repeatRows: [HEAD_ROW, HEAD_ROW] },
    freeze: { rows: HEAD_ROW, columns: 2 },
  };
}
