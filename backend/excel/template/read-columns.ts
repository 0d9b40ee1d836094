import { cellName } from '#backend/sheets/cell-name.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { askedField, type TemplateColumn, type TemplateField } from '#shared/domain/template.ts';
import type { ColumnRead } from './column-heads.ts';

/** A column of a form while it is settled what it asks for. */
export type AskingColumn = {
  readonly column: number;
  readonly head: string;
  fields: readonly TemplateField[];
  sure: boolean;
  note: string;
};

/** Fields that say in what a target is counted, when they stand beside it. */
const OF_TARGETS: readonly TemplateField[] = ['target', 'targetName', 'targetValue', 'targetActual'];
/** 责任 alone. */
const ROLE_BESIDE = /^责任$/u;
const UNKNOWN = '这个表头没有认出，请指出要不要填、填什么';

function draftOf({ column, head, reading }: ColumnRead): AskingColumn {
  if (reading === undefined) return { column, head, fields: [], sure: false, note: UNKNOWN };
  return { column, head, fields: reading.fields, sure: reading.sure, note: reading.doubt };
}

const asks = (field: TemplateField) => (column: AskingColumn) =>
  column.fields[0] === field && column.fields.length === 1;

function doubt(column: AskingColumn, note: string): void {
  column.sure = false;
  column.note = note;
}

/** 整改措施 where nothing else says what is to be done. */
const MENDING = /^(?!.*下).*措施$/u;

/** Words that offices use for two things mean what the other columns leave open. */
function settleByOthers(columns: readonly AskingColumn[]): void {
  const has = (field: TemplateField): boolean => columns.some((column) => column.fields.includes(field));
  const give = (column: AskingColumn, field: TemplateField): void => {
    column.fields = [field];
  };
  settleTaskPair(columns);
  const groups = columns.filter(asks('group'));
  const mending = columns.filter((column) => asks('nextSteps')(column) && MENDING.test(column.head));
  if (!has('task') && groups.length === 1) for (const column of groups) give(column, 'task');
  else if (!has('task') && groups.length === 0) for (const column of mending) give(column, 'task');
  settleLeads(columns);
  settleUnits(columns, has);
  // 指标 alone is the whole of it, beside 目标值 its name.
  const isApart = has('targetValue') || has('targetActual') || has('target');
  if (!isApart) for (const column of columns.filter(asks('targetName'))) give(column, 'target');
  else if (has('targetName')) for (const column of columns.filter(asks('target'))) give(column, 'targetValue');
}

/** 工作事项 beside 工作措施: the first names the task, the second says what it is. */
const NAMES_TASK = /(?:任务|事项|工作|项目|名称|要点)$/u;
const SAYS_TASK = /(?:措施|举措|内容|要求|描述|安排)$/u;

function settleTaskPair(columns: readonly AskingColumn[]): void {
  const [first, second, ...more] = columns.filter(asks('task'));
  if (first === undefined || second === undefined || more.length > 0 || columns.some(asks('group'))) return;
  if (NAMES_TASK.test(first.head) && SAYS_TASK.test(second.head)) first.fields = ['group'];
}

/** 主责单位 beside 牵头部门 is who does it. */
function settleLeads(columns: readonly AskingColumn[]): void {
  const leads = columns.filter(asks('lead'));
  const own = leads.filter(({ head }) => /主[办责][^/]*$/u.test(head));
  if (leads.length === 2 && own.length === 1 && !columns.some(asks('responsible'))) {
    for (const column of own) column.fields = ['responsible'];
  }
}

/** 单位 is who reports, or right beside a target in what it is counted; 责任 beside it is in which role. */
function settleUnits(columns: readonly AskingColumn[], has: (field: TemplateField) => boolean): void {
  for (const column of columns.filter(({ head }) => ROLE_BESIDE.test(head))) {
    if (has('unit') || has('agency')) column.fields = ['role'];
    else if (has('lead')) doubt(column, '表中另有牵头单位一列，这里的“责任”指什么请核对');
  }
  const isNamedElsewhere = has('lead') || has('responsible') || has('agency');
  for (const [index, column] of columns.entries()) {
    if (!asks('unit')(column)) continue;
    const beside = [columns[index - 1], columns[index + 1]].flatMap((each) => each?.fields ?? []);
    if (beside.some((field) => OF_TARGETS.includes(field))) {
      column.fields = [];
      column.note = '旁边是指标，这里的“单位”按计量单位留空';
      column.sure = column.sure && isNamedElsewhere;
    } else if (isNamedElsewhere) doubt(column, '表中另有责任单位一列，这里的“单位”指什么请核对');
  }
}

/** 任务编号 beside 序号: the first is the task's, the second counts the rows. */
const OF_TASK = /(?:任务|工作|事项)(?:编|序)号$/u;
/** What can be told of a row that is no task. */
const OF_ANY_ROW: readonly TemplateField[] = ['number', 'agency', 'unit', 'remark'];

function settleNumbers(columns: readonly AskingColumn[]): void {
  const numbers = columns.filter(asks('number'));
  if (numbers.filter(({ head }) => OF_TASK.test(head)).length !== 1) return;
  for (const column of numbers) {
    if (!OF_TASK.test(column.head)) doubt(column, '旁边另有任务编号，这里像是行号，要不要填任务序号请核对');
  }
}

/** A table without a task in it tells of agencies or of figures: nothing of it is filled in silence. */
export function doubtWithoutTask(columns: readonly AskingColumn[]): void {
  const names: readonly TemplateField[] = ['task', 'group', 'target', 'targetName'];
  if (columns.some(({ fields }) => fields.some((field) => names.includes(field)))) return;
  for (const column of columns) {
    const isOfTask = column.fields.some((field) => !OF_ANY_ROW.includes(field));
    if (isOfTask) doubt(column, '表中没有任务一列，像是按单位汇总的表，这里填什么请核对');
  }
}

/** 完成情况 beside 工作进展. */
function tellsResult({ head }: AskingColumn): boolean {
  return /(?:完成|落实|办理|办结)[^/]*$/u.test(head) && !/进展|推进/u.test(head);
}

/** Two columns that ask for the same: a usual head wins over one that only holds its words; of two alike nobody knows. */
function settleTwins(columns: readonly AskingColumn[]): void {
  const byField = Map.groupBy(
    columns.filter(({ fields }) => fields.length > 0),
    ({ fields }) => fields.join('+'),
  );
  for (const twins of byField.values()) {
    if (twins.length < 2) continue;
    const sure = twins.filter((column) => column.sure);
    const [told, ...results] = sure.toSorted((one, other) => Number(tellsResult(one)) - Number(tellsResult(other)));
    if (told && results.length > 0 && asks('narrative')(told) && !tellsResult(told) && results.every(tellsResult)) {
      for (const column of results) doubt(column, '旁边另有进展一列，这一列问的可能是状态或结果，请核对');
      continue;
    }
    if (sure.length > 1) for (const twin of twins) doubt(twin, `有 ${twins.length} 列问的像是同一件事，请核对各填什么`);
    else for (const twin of twins.filter((column) => !column.sure)) twin.note ||= '另有一列问同一件事';
  }
}

/**
 * What each column asks for, by its head and by the heads beside it.
 *
 * @param isOneBelow whether a column is merged with an earlier one all the way down
 */
export function draftColumns(
  heads: readonly ColumnRead[],
  { hiddenColumns }: Pick<SheetRead, 'hiddenColumns'>,
  isOneBelow: (from: number, column: number) => boolean,
): AskingColumn[] {
  const columns = heads.map(draftOf);
  for (const [index, { column, sharedFrom, reading, head }] of heads.entries()) {
    const draft = columns[index];
    if (draft === undefined || sharedFrom === null) continue;
    if (sharedFrom === column) {
      const isOne = heads.every((other) => other.sharedFrom !== column || isOneBelow(column, other.column));
      if (!isOne) doubt(draft, `表头“${head}”占了几列，请指出填在哪一列`);
    } else {
      const isOne = isOneBelow(sharedFrom, column);
      draft.fields = [];
      if (isOne) Object.assign(draft, { sure: true, note: '' });
      else doubt(draft, `表头“${head}”占了几列，请指出填在哪一列`);
    }
    if (reading === undefined) draft.sure = false;
  }
  settleByOthers(columns);
  settleNumbers(columns);
  settleTwins(columns);
  doubtWithoutTask(columns);
  for (const column of columns) {
    if (hiddenColumns.has(column.column) && column.fields.length > 0) doubt(column, '这一列是隐藏的，要不要填请核对');
  }
  return columns;
}

/** A column as it leaves: in its letters. */
export function templateColumn({ column, head, fields, sure, note }: AskingColumn): TemplateColumn {
  const letters = cellName(1, column).slice(0, -1);
  return {
    column: letters,
    head: head.slice(0, 2_000),
    field: askedField(fields),
    sure,
    ...(note === '' ? {} : { note }),
  };
}

/** Where each field stands that is asked for alone, the sure column before others. */
export function placesOf(columns: readonly AskingColumn[]): ReadonlyMap<TemplateField, number> {
  const at = new Map<TemplateField, number>();
  for (const wanted of [true, false]) {
    for (const { column, fields, sure } of columns) {
      const [field] = fields;
      if (sure === wanted && field !== undefined && !at.has(field)) at.set(field, column);
    }
  }
  return at;
}
