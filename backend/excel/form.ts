import { FORM_SHEET, FORM_VERSION, type FormIds, TASK_ID_HEAD } from '#backend/sheets/form-format.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { FormId, TaskId } from '#shared/domain/ids.ts';
import type { TargetView } from '#shared/domain/matrix.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import {
  PROGRESS_FIELD_LABELS,
  PROGRESS_FIELDS,
  type ProgressField,
  type ProgressView,
} from '#shared/domain/progress.ts';
import { ROLE_LABELS, type Role } from '#shared/domain/role.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';
import { type FontChoice, type TableFonts, tableFonts } from './fonts.ts';
import { chineseDate, distinctLines, planName } from './layouts/table-words.ts';
import type { CellContent, CellPlan, CellStyle, RowPlan, SheetBlock, SheetPlan, ValidationPlan } from './sheet-plan.ts';
import { cellStyle, DATE_FORMAT, percentFormat, TEXT_FORMAT, textFormat } from './styles.ts';
import { columnWidth, heightOf, linesOf } from './text-metrics.ts';
import { writeWorkbook } from './write-workbook.ts';

export type FormTaskRow = {
  readonly taskId: TaskId;
  readonly number: number;
  readonly content: string;
  readonly role: Role;
  readonly targets: readonly Pick<TargetView, 'text'>[];
  /** What is known so far; printed into the fillable cells. */
  readonly progress: ProgressView | null;
};

export type FormInput = {
  readonly formId: FormId;
  readonly plan: Pick<PlanView, 'id' | 'title' | 'documentNumber'>;
  readonly agency: Pick<AgencyView, 'id' | 'name'>;
  readonly period: Pick<PeriodView, 'id' | 'label' | 'endsOn' | 'dueOn'>;
  readonly rows: readonly FormTaskRow[];
};

const GIVEN_COLUMNS = [
  { head: '序号', width: 5 },
  { head: '工作任务', width: 36 },
  { head: '我单位责任', width: 11 },
  { head: '量化指标', width: 14 },
] as const;

const FIELD_WIDTHS: Readonly<Record<ProgressField, number>> = {
  status: 9,
  percent: 9,
  narrative: 30,
  problems: 18,
  nextSteps: 18,
  reportedOn: 12,
};

const WIDTHS = [...GIVEN_COLUMNS.map(({ width }) => width), ...PROGRESS_FIELDS.map((field) => FIELD_WIDTHS[field])];
const COLUMNS = WIDTHS.length;
const FIRST_FIELD_COLUMN = GIVEN_COLUMNS.length + 1;
const HEAD_ROW = 4;
/** Room to write by hand or keyboard, even when the task's own text is short. */
const ROW_HEIGHT_MIN = 60;
const BODY_SIZE = 10.5;

type Looks = {
  readonly fonts: TableFonts;
  readonly body: FontChoice;
  readonly given: CellStyle;
  readonly givenCentred: CellStyle;
  readonly hiddenId: CellStyle;
};

function looks(): Looks {
  const fonts = tableFonts();
  const body = { name: '宋体', size: BODY_SIZE, bold: false };
  return {
    fonts,
    body,
    given: cellStyle(body, { align: 'left' }),
    givenCentred: cellStyle(body, { align: 'center' }),
    // Shows nothing even where a program lets a number too wide for its hidden column peep into the next one.
    hiddenId: cellStyle(body, { border: false, numFmt: ';;;' }),
  };
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

function fieldCell(font: FontChoice, field: ProgressField, value: CellContent): CellPlan {
  const text = field === 'narrative' || field === 'problems' || field === 'nextSteps';
  const numFmt = fieldFormat(field, value);
  return { value, style: cellStyle(font, { align: text ? 'left' : 'center', numFmt, fillable: true }) };
}

function wholeRow(style: CellStyle, value: string, height: number): RowPlan {
  const cells = Array.from({ length: COLUMNS }, (_, index): CellPlan => ({ value: index === 0 ? value : null, style }));
  return { height, cells };
}

function taskRow(row: FormTaskRow, { body, given, givenCentred, hiddenId }: Looks): RowPlan {
  const targets = distinctLines(row.targets);
  const contents = PROGRESS_FIELDS.map((field) => fieldContent(row.progress, field));
  const texts = [row.content, targets, ...contents.map((content) => (typeof content === 'string' ? content : ''))];
  const widths = [
    GIVEN_COLUMNS[1].width,
    GIVEN_COLUMNS[3].width,
    ...PROGRESS_FIELDS.map((field) => FIELD_WIDTHS[field]),
  ];
  const lines = Math.max(...texts.map((text, index) => linesOf(text, widths[index] ?? 1, BODY_SIZE)));
  return {
    height: Math.max(ROW_HEIGHT_MIN, heightOf(lines, BODY_SIZE)),
    cells: [
      { value: row.number, style: givenCentred },
      { value: row.content, style: given },
      { value: ROLE_LABELS[row.role], style: givenCentred },
      { value: targets === '' ? null : targets, style: given },
      ...PROGRESS_FIELDS.map((field, index) => fieldCell(body, field, contents[index] ?? null)),
      { value: row.taskId, style: hiddenId },
    ],
  };
}

function validations(rows: number): ValidationPlan[] {
  const block = (field: ProgressField): SheetBlock => {
    const column = FIRST_FIELD_COLUMN + PROGRESS_FIELDS.indexOf(field);
    return { top: HEAD_ROW + 1, left: column, bottom: HEAD_ROW + rows, right: column };
  };
  const statuses = STATUSES.map((status) => STATUS_LABELS[status]);
  return [
    { ...block('status'), check: { kind: 'list', choices: statuses }, prompt: `请选择：${statuses.join('、')}` },
    { ...block('percent'), check: { kind: 'fraction' }, prompt: '请填 0% 至 100%，例如 50%' },
    { ...block('reportedOn'), check: { kind: 'date' }, prompt: '请填日期，例如 2021-10-8' },
  ];
}

function visibleSheet(input: FormInput): SheetPlan {
  const look = looks();
  const total = WIDTHS.reduce((sum, width) => sum + width, 0);
  const title = `《${planName(input.plan.title)}》填报表（${periodTitle(input.period.label)}）`;
  const unit = `填报单位（盖章）：${input.agency.name}　　　填报人：　　　　　　　联系电话：　　　　　　　　　填报日期：`;
  const help = `填表说明：只填浅黄色单元格，不要增删列或修改表头；进展状态从下拉列表中选择，完成比例填百分数；请于${chineseDate(input.period.dueOn)}前填好，以 .xlsx 格式发回。`;
  const heads = [
    ...GIVEN_COLUMNS.map(({ head }) => head),
    ...PROGRESS_FIELDS.map((field) => PROGRESS_FIELD_LABELS[field]),
  ];
  const headStyle = cellStyle(look.fonts.head, { align: 'center' });
  const helpFont = { ...look.body, size: 10 };
  const across = (row: number): SheetBlock => ({ top: row, left: 1, bottom: row, right: COLUMNS });
  return {
    name: '填报表',
    state: 'visible',
    columns: [...WIDTHS.map((width) => ({ width: columnWidth(width) })), { width: 9, hidden: true }],
    rows: [
      wholeRow(
        cellStyle(look.fonts.title, { align: 'center', border: false }),
        title,
        heightOf(linesOf(title, total, look.fonts.title.size), look.fonts.title.size),
      ),
      wholeRow(cellStyle({ ...look.body, size: 11 }, { border: false }), unit, 24),
      wholeRow(
        cellStyle(helpFont, { border: false }),
        help,
        heightOf(linesOf(help, total, helpFont.size), helpFont.size),
      ),
      { height: 30, cells: [...heads, TASK_ID_HEAD].map((value) => ({ value, style: headStyle })) },
      ...input.rows.map((row) => taskRow(row, look)),
    ],
    merges: [across(1), across(2), across(3)],
    validations: validations(input.rows.length),
    page: { paper: 'A4', repeatRows: [HEAD_ROW, HEAD_ROW] },
    freeze: { rows: HEAD_ROW, columns: 2 },
  };
}

function idSheet(ids: FormIds): SheetPlan {
  const style = cellStyle({ name: '宋体', size: BODY_SIZE, bold: false }, { border: false });
  return {
    name: FORM_SHEET,
    state: 'veryHidden',
    columns: [{ width: 20 }, { width: 60 }],
    rows: Object.entries(ids).map(([key, value]) => ({
      cells: [
        { value: key, style },
        { value, style },
      ],
    })),
    merges: [],
    validations: [],
  };
}

/**
 * The form of one agency for one period: what it owes, and light cells to fill in. Ids are hidden in it, so that what
 * comes back finds its rows again even when they were sorted, renamed or retyped. Nothing in it is locked or protected.
 *
 * @param input `rows` in the order of the plan, at least one
 */
export function formSheets(input: FormInput): readonly SheetPlan[] {
  const { plan, agency, period } = input;
  const ids: FormIds = {
    version: FORM_VERSION,
    planId: plan.id,
    planTitle: plan.title,
    documentNumber: plan.documentNumber,
    agencyId: agency.id,
    agencyName: agency.name,
    periodId: period.id,
    periodLabel: period.label,
    periodEndsOn: period.endsOn,
    formId: input.formId,
  };
  return [visibleSheet(input), idSheet(ids)];
}

/** @returns the bytes of an .xlsx workbook with {@link formSheets} */
export function buildForm(input: FormInput): Promise<Uint8Array> {
  return writeWorkbook(formSheets(input));
}
