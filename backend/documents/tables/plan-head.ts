import { type Heading, readHead } from '../../excel/headings.ts';
import { type Grid, type GridCell, isOwn } from './grid.ts';

/** What a column of a plan table holds. */
export type PlanColumn =
  | 'number'
  | 'section'
  /** 重点任务 beside 工作措施: a heading over several rows, or each row's short name. */
  | 'group'
  | 'task'
  | 'lead'
  | 'responsible'
  | 'cooperating'
  | 'target'
  | 'due'
  /** Known, and no part of a plan: leaders, remarks, telephones, progress. */
  | 'other';

export type PlanHead = {
  readonly columns: ReadonlyMap<PlanColumn, readonly { readonly column: number; readonly word: string }[]>;
  /** Index of the first and last row of the heads. */
  readonly firstRow: number;
  readonly lastRow: number;
};

/** Words that mean something else here than in a returned form, or that no form has (layouts, A). */
const WORDS: Readonly<Partial<Record<PlanColumn, readonly string[]>>> = {
  section: ['类别', '分类', '章节', '任务类别', '工作类别', '领域', '板块', '方面', '一级指标'],
  group: ['重点任务', '重点工作', '工作重点', '任务'],
  task: [
    '民生实事',
    '实事内容',
    '实事项目',
    '项目名称',
    '任务内容',
    '工作内容',
    '工作任务',
    '目标任务',
    '具体任务',
    '主要任务',
    '任务名称',
    '任务事项',
    '工作事项',
    '重点事项',
    '重点工作内容',
    '工作措施',
    '具体措施',
    '工作举措',
    '主要举措',
    '主要措施',
    '重点举措',
    '推进措施',
    '工作要求',
    '建设内容',
    '实施内容',
    '主要内容',
    '内容',
    '整改任务',
  ],
  lead: ['牵头单位', '牵头部门', '牵头责任单位', '牵头责任部门', '牵头科室', '主办单位', '主办部门', '牵头'],
  responsible: [
    '责任单位',
    '责任部门',
    '主责单位',
    '主责部门',
    '责任科室',
    '负责科室',
    '负责单位',
    '负责部门',
    '承办单位',
    '承办部门',
    '分工单位',
    '落实单位',
    '实施单位',
    '共同责任单位',
    '责任主体',
    '责任分工',
    '责任',
    '责任单位及分工',
  ],
  cooperating: [
    '配合单位',
    '配合部门',
    '协办单位',
    '协办部门',
    '协同单位',
    '协同部门',
    '协同责任单位',
    '参与单位',
    '参加单位',
    '协助单位',
    '配合责任单位',
    '配合科室',
    '配合',
    '协办',
  ],
  due: ['完成时限', '完成时间', '时限要求', '时间安排', '完成期限', '时限', '进度安排', '推进时限'],
  other: ['牵头领导', '牵头县领导', '责任领导', '分管领导', '包联领导', '责任人', '联系人', '牵头人', '备注', '电话'],
};

/** Meanings of a form's heads that hold here too. */
const FROM_FORM: Readonly<Partial<Record<Heading, PlanColumn>>> = {
  number: 'number',
  section: 'section',
  task: 'task',
  lead: 'lead',
  'co-responsible': 'responsible',
  cooperating: 'cooperating',
  target: 'target',
  due: 'due',
  agency: 'responsible',
};

const BY_WORD = new Map<string, PlanColumn>(
  // Object.entries forgets the key's type; the object above has these keys only.
  (Object.entries(WORDS) as [PlanColumn, readonly string[]][]).flatMap(([column, words]) =>
    words.map((word) => [word, column] as const),
  ),
);

/** Heads stand in the first rows; titles and notes above them take a few (layouts, C). */
const HEAD_SEARCH_ROWS = 20;
const HEAD_ROWS_MAX = 3;
const HEAD_LENGTH_MAX = 60;

function meaningOf(text: string): PlanColumn | undefined {
  if (text.length > HEAD_LENGTH_MAX) return undefined;
  const word = text
    .normalize('NFKC')
    .replace(/[(〔【[].*?[)〕】\]]/gu, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');
  const exact = BY_WORD.get(word);
  if (exact !== undefined) return exact;
  const reading = readHead(text);
  if (reading === undefined || reading === 'several') return undefined;
  return FROM_FORM[reading.heading] ?? 'other';
}

/** The block of up to three rows that names most columns, if it names tasks and somebody responsible. */
export function findPlanHead(grid: Grid): PlanHead | undefined {
  let best: PlanHead | undefined;
  let bestScore = 0;
  const rows = Math.min(grid.rows.length, HEAD_SEARCH_ROWS);
  for (let height = 1; height <= HEAD_ROWS_MAX; height++) {
    for (let first = 0; first + height <= rows; first++) {
      const block = grid.rows.slice(first, first + height);
      if (!block.every((row) => mayBeHead(row, height > 1))) continue;
      const columns = readBlock(block, first);
      const score = [...columns.values()].reduce((sum, places) => sum + places.length, 0);
      const isPlan = (['task', 'group'] as const).some((kind) => columns.has(kind)) && hasRole(columns);
      // Low blocks come first. A taller one must say more, or be the same heads with their second row.
      const goesOn = best?.firstRow === first && score === bestScore;
      if (!isPlan || (score <= bestScore && !goesOn)) continue;
      best = { columns, firstRow: first, lastRow: first + height - 1 };
      bestScore = score;
    }
  }
  return best;
}

function hasRole(columns: PlanHead['columns']): boolean {
  return columns.has('lead') || columns.has('responsible') || columns.has('cooperating');
}

/** A number makes a row data; in a block of several rows, most cells of each must be heads. */
function mayBeHead(row: readonly GridCell[], strict: boolean): boolean {
  const texts = row.filter((cell) => isOwn(cell) && cell.text !== '').map((cell) => cell.text);
  if (texts.length === 0 || texts.some((text) => /^\d+$/.test(text))) return false;
  const known = texts.filter((text) => meaningOf(text) !== undefined).length;
  return strict ? known * 2 >= texts.length : known >= 2;
}

/** Of each column the lowest known head counts; a head over several columns stands for each of them. */
function readBlock(block: readonly (readonly GridCell[])[], first: number): PlanHead['columns'] {
  const places = new Map<number, { readonly kind: PlanColumn; readonly word: string }>();
  for (const row of block.toReversed()) {
    for (const cell of row) {
      // A cell merged down from above the block is a title, not a head.
      if (cell.originRow < first || places.has(cell.column)) continue;
      const kind = meaningOf(cell.text);
      if (kind !== undefined) places.set(cell.column, { kind, word: cell.text.replace(/\s/g, '') });
    }
  }
  const columns = new Map<PlanColumn, { column: number; word: string }[]>();
  for (const [column, { kind, word }] of [...places].toSorted(([left], [right]) => left - right)) {
    columns.set(kind, [...(columns.get(kind) ?? []), { column, word }]);
  }
  return columns;
}
