import { AppError } from '../errors.ts';
import type { LAYOUT_ALIGNS, LayoutColumn, LayoutDef, LayoutRowKind } from './layout-def.ts';

/**
 * The fields that a column of a layout can name, by what a row is. What stands in a cell: backend/excel/layouts/cells.
 *
 * - `subject`: whose the content is. A merged column joins rows of one subject; content of the row itself is not joined.
 * - `format`: how it is written. `share` is a number of 0 to 1 shown as a percentage.
 * - `expands`: stands for a column of each agency (marks of the matrix), or of each stretch of a regular duty.
 * - `summed`: added up below when the layout has totals.
 */
export type LayoutField = {
  readonly field: string;
  /** What it is called in the dialog; also its usual head. */
  readonly label: string;
  readonly head: string;
  readonly width: number;
  readonly align: (typeof LAYOUT_ALIGNS)[number];
  readonly subject: 'task' | 'agency' | 'target' | 'row';
  readonly format: 'text' | 'count' | 'number' | 'share' | 'date' | 'light';
  readonly expands?: 'agencies' | 'stretches';
  readonly summed?: true;
};

type Options = Partial<Pick<LayoutField, 'head' | 'align' | 'subject' | 'format' | 'expands' | 'summed'>>;

function field(name: string, label: string, width: number, options: Options = {}): LayoutField {
  const { format = 'text' } = options;
  const align = format === 'text' && width >= 16 ? 'left' : 'center';
  return { field: name, label, head: label, width, align, subject: 'row', format, ...options };
}

const task = (name: string, label: string, width: number, options: Options = {}): LayoutField =>
  field(name, label, width, { subject: 'task', ...options });
const count = (name: string, label: string, summed = true): LayoutField =>
  field(name, label, 7, { format: 'count', ...(summed ? { summed } : {}) });
const share = (name: string, label: string): LayoutField => field(name, label, 8, { format: 'share' });

/** A number that runs on down the table; in a merged column one for each task, agency or target. */
const SERIAL = field('serial', '序号（自动编排）', 5, { head: '序号', format: 'count' });
/** An empty column, to be written in by hand. */
const BLANK = field('blank', '备注（空列）', 10, { head: '备注' });

const TASK_FIELDS: readonly LayoutField[] = [
  task('number', '任务序号', 5, { head: '序号', format: 'count' }),
  task('title', '任务名称', 28, { head: '工作任务' }),
  task('content', '任务全文', 46, { head: '工作内容' }),
  task('section', '所属章节', 16, { head: '类别' }),
  task('targets', '量化指标（原文）', 18, { head: '量化指标' }),
  task('due', '完成时限', 12),
  task('leadLeader', '牵头领导', 10),
  task('leaderInCharge', '分管领导', 10),
  task('personInCharge', '责任人', 10),
  task('lead', '牵头单位', 19, { align: 'center' }),
  task('coResponsible', '责任单位', 20, { align: 'center' }),
  task('cooperating', '配合单位', 16, { align: 'center' }),
  task('units', '责任单位及分工（合为一列）', 30, { head: '责任单位及分工' }),
];

const AGENCY_FIELDS: readonly LayoutField[] = [
  field('agency', '单位', 22, { subject: 'agency', align: 'center' }),
  field('agencyShort', '单位简称', 12, { head: '单位', subject: 'agency' }),
  field('agencyKind', '单位类别', 12, { subject: 'agency' }),
];

const LIGHT_FIELDS: readonly LayoutField[] = [
  field('light', '亮灯', 10, { format: 'light' }),
  field('lightReason', '亮灯理由', 26, { head: '理由' }),
];

const PROGRESS_TEXTS: readonly LayoutField[] = [
  field('narrative', '进展情况', 46),
  field('problems', '存在问题', 24),
  field('nextSteps', '下步措施', 24),
];

export const LAYOUT_FIELDS: Readonly<Record<LayoutRowKind, readonly LayoutField[]>> = {
  task: [
    SERIAL,
    ...TASK_FIELDS,
    field('agencies', '各单位（每个单位一列，填责任标记）', 4.3, {
      head: '单位',
      align: 'center',
      expands: 'agencies',
      summed: true,
    }),
    count('dutyCount', '合计'),
    field('status', '进展状态（牵头单位）', 9, { head: '进展状态' }),
    field('percent', '完成比例（牵头单位）', 9, { head: '完成比例', format: 'share' }),
    field('narrative', '进展情况（牵头单位）', 46, { head: '进展情况' }),
    field('problems', '存在问题（牵头单位）', 24, { head: '存在问题' }),
    field('nextSteps', '下步措施（牵头单位）', 24, { head: '下步措施' }),
    field('light', '亮灯（牵头单位）', 10, { head: '亮灯', format: 'light' }),
    field('lightReason', '亮灯理由（牵头单位）', 26, { head: '理由' }),
    BLANK,
  ],
  entry: [
    SERIAL,
    ...TASK_FIELDS,
    ...AGENCY_FIELDS,
    field('role', '承担的责任', 16, { head: '责任', align: 'center' }),
    field('through', '所属集体单位', 20),
    field('status', '进展状态', 9),
    field('percent', '完成比例', 9, { format: 'share' }),
    field('targetValues', '量化指标完成值', 30, { head: '量化指标' }),
    ...PROGRESS_TEXTS,
    field('lastStatus', '上期进展状态', 9),
    field('lastNarrative', '上期进展情况', 36),
    field('reportedOn', '填报日期', 13, { format: 'date' }),
    field('reporter', '填报人', 10),
    field('dueOn', '报送截止日期', 13, { head: '截止日期', format: 'date' }),
    ...LIGHT_FIELDS,
    field('verification', '核查情况', 18),
    field('evidence', '佐证材料份数', 8, { head: '佐证材料', format: 'count' }),
    BLANK,
  ],
  agency: [
    SERIAL,
    ...AGENCY_FIELDS,
    count('duties', '任务数'),
    count('lead', '牵头'),
    count('coResponsible', '按职责分工负责'),
    count('cooperating', '配合'),
    count('owed', '应报'),
    count('reported', '已报'),
    count('missing', '未报'),
    count('done', '已完成'),
    count('inProgress', '推进中'),
    count('notStarted', '未启动'),
    count('blocked', '受阻'),
    count('overdue', '逾期未报'),
    count('late', '迟报'),
    share('doneRate', '完成率'),
    share('rate', '报送率'),
    field('score', '得分', 8, { format: 'number' }),
    count('rank', '排名', false),
    field('because', '得分说明', 46),
    BLANK,
  ],
  target: [
    SERIAL,
    ...TASK_FIELDS,
    field('target', '指标名称', 30, { head: '量化指标', subject: 'target' }),
    field('goal', '目标（比较符、数值、单位）', 12, { head: '目标值', subject: 'target' }),
    field('comparator', '比较符', 6, { subject: 'target' }),
    field('wanted', '目标数值', 9, { subject: 'target', format: 'number' }),
    field('unit', '计量单位', 9, { subject: 'target' }),
    ...AGENCY_FIELDS,
    field('value', '本期完成', 9, { format: 'number' }),
    field('cumulative', '累计完成', 9, { format: 'number' }),
    share('share', '完成率'),
    share('timeShare', '序时进度'),
    field('met', '是否达到', 9),
    count('agencies', '应报单位数', false),
    count('reported', '已报单位数', false),
    count('reached', '达到单位数', false),
    BLANK,
  ],
  report: [
    SERIAL,
    ...AGENCY_FIELDS,
    field('stretches', '各报送期（每期一列，已报/应报）', 7, {
      head: '报送期',
      align: 'center',
      expands: 'stretches',
      summed: true,
    }),
    count('needed', '应报'),
    count('received', '已报'),
    count('short', '欠报'),
    count('lateTimes', '迟报次数'),
    share('rate', '报送率'),
    count('rank', '排名', false),
    BLANK,
  ],
  late: [
    SERIAL,
    field('kind', '类别', 10),
    ...TASK_FIELDS,
    ...AGENCY_FIELDS,
    field('role', '承担的责任', 16, { head: '责任', align: 'center' }),
    field('period', '报送期', 12),
    field('dueOn', '截止日期', 13, { format: 'date' }),
    count('days', '逾期天数', false),
    field('because', '逾期事由', 24),
    field('status', '进展状态', 9),
    field('percent', '完成比例', 9, { format: 'share' }),
    ...LIGHT_FIELDS,
    ...PROGRESS_TEXTS,
    BLANK,
  ],
};

/** A field of a row kind, or `undefined`. */
export function layoutField(rows: LayoutRowKind, name: string): LayoutField | undefined {
  return LAYOUT_FIELDS[rows].find((each) => each.field === name);
}

/** A column that names a field, with its usual head and looks. */
export function usualColumn({ field: name, head, width, align, expands }: LayoutField): LayoutColumn {
  const verticalHead = expands === 'agencies';
  return { field: name, head, groups: [], width, align, merged: false, whenFilled: false, verticalHead };
}

/**
 * Refuses a layout with a column for a field that its rows do not have: what a newer program, or a hand, has written.
 *
 * @throws AppError LAYOUT_FIELD_UNKNOWN
 */
export function assertFieldsKnown({ rows, columns }: Pick<LayoutDef, 'rows' | 'columns'>): void {
  const unknown = columns.find(({ field: name }) => !layoutField(rows, name));
  if (unknown) throw new AppError('LAYOUT_FIELD_UNKNOWN', { field: unknown.field });
}
