import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { TASK_ID_HEAD } from './form-format.ts';

/**
 * The vocabulary of column heads: one meaning, the many words offices use for it (layouts, A to C).
 * It serves returned forms, ledgers and a superior's own template. Add a word where you meet a new one.
 */
export const HEADINGS = [
  'number',
  'section',
  'task',
  'role',
  'lead',
  'co-responsible',
  'cooperating',
  'agency',
  'target',
  'due',
  'light',
  'task-id',
  ...PROGRESS_FIELDS,
] as const;
export type Heading = (typeof HEADINGS)[number];

const WORDS: Readonly<Record<Heading, readonly string[]>> = {
  number: ['序号', '编号', '任务序号', '任务编号', '项次', '序'],
  section: ['重点任务', '章节', '类别', '任务类别', '分类', '工作类别'],
  task: [
    '工作任务',
    '任务内容',
    '工作内容',
    '主要任务',
    '具体任务',
    '工作措施',
    '工作要求',
    '任务',
    '任务名称',
    '目标任务',
    '重点工作',
    '重点工作内容',
  ],
  role: ['我单位责任', '责任', '责任类型', '责任分工', '本单位责任', '承担责任'],
  lead: ['牵头单位', '牵头部门', '主责单位', '主责部门', '主办单位', '牵头责任单位', '牵头'],
  'co-responsible': ['责任单位', '责任部门', '分工单位', '共同责任单位', '承办单位'],
  cooperating: ['配合单位', '配合部门', '协办单位', '协同责任单位', '协同单位', '参与单位', '配合'],
  agency: ['单位', '填报单位', '单位名称', '部门', '报送单位'],
  target: ['量化指标', '指标', '目标值', '工作目标', '年度目标', '目标'],
  due: ['完成时限', '时限', '完成时间', '办结时限', '整改时限', '时间要求', '时间节点', '截止时间'],
  light: ['亮灯', '亮灯情况', '预警', '督办等次'],
  'task-id': [TASK_ID_HEAD],
  status: ['进展状态', '状态', '完成状态', '办理状态', '工作状态', '是否完成', '是否办结', '目前状态'],
  percent: ['完成比例', '进度', '完成率', '完成百分比', '完成进度', '进度比例', '工作进度', '任务完成率'],
  narrative: [
    '进展情况',
    '工作进展',
    '落实情况',
    '工作进展情况',
    '目前进展',
    '进展',
    '进度情况',
    '完成情况',
    '推进情况',
    '工作落实情况',
    '办理情况',
    '最近反馈情况',
    '工作开展情况',
    '开展情况',
    '贯彻落实情况',
  ],
  problems: ['存在问题', '问题', '存在的问题', '困难和问题', '存在困难', '困难问题', '存在的困难和问题', '问题及原因'],
  nextSteps: [
    '下步措施',
    '下一步工作',
    '下步工作计划',
    '下一步措施',
    '下步工作',
    '下步打算',
    '下一步打算',
    '下一步计划',
    '下一步工作计划',
    '下一步工作措施',
    '下步计划',
    '改进措施',
    '整改措施',
  ],
  reportedOn: ['填报日期', '填报时间', '报送日期', '报送时间', '上报时间', '更新日期', '日期', '反馈时间'],
};

/** The usual word of a meaning, for notes to people. */
export function headingName(heading: Heading): string {
  return WORDS[heading][0] ?? heading;
}

const BY_WORD = new Map<string, Heading>(
  HEADINGS.flatMap((heading) => WORDS[heading].map((word) => [word, heading] as const)),
);

/** Words long enough to be recognised inside a longer head, longest first: 截至10月底工作进展情况. */
const EMBEDDED_WORD_LENGTH_MIN = 4;
const EMBEDDED = [...BY_WORD.keys()]
  .filter((word) => word.length >= EMBEDDED_WORD_LENGTH_MIN)
  .toSorted((a, b) => b.length - a.length);

/** Longer texts are sentences, not heads. */
const HEAD_LENGTH_MAX = 30;
/** The same with what stands around a head: instructions in brackets, blanks between its characters. */
const WRITTEN_LENGTH_MAX = 120;

function plainHead(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[(〔【[].*?[)〕】\]]/gu, '')
    .replace(/[\p{P}\p{S}\s]/gu, '');
}

/** What a head means: one meaning, `undefined` for none, or several when it asks for two things in one column. */
export type HeadReading = { readonly heading: Heading; readonly exact: boolean } | 'several' | undefined;

/**
 * Reads one head, whatever brackets, stars, blanks and dates stand around it.
 *
 * @param text the head as written: 进展情况（必填）, 牵 头 单 位, 截至10月底工作进展
 */
export function readHead(text: string): HeadReading {
  if (text.length > WRITTEN_LENGTH_MAX) return undefined;
  const head = plainHead(text);
  if (head === '' || head.length > HEAD_LENGTH_MAX) return undefined;
  const exact = BY_WORD.get(head);
  if (exact) return { heading: exact, exact: true };
  let rest = head;
  const found = new Set<Heading>();
  for (const word of EMBEDDED) {
    if (!rest.includes(word)) continue;
    rest = rest.replace(word, ' ');
    const heading = BY_WORD.get(word);
    if (heading) found.add(heading);
  }
  const [heading] = found;
  if (found.size > 1) return 'several';
  return heading === undefined ? undefined : { heading, exact: false };
}

export function isProgressField(heading: Heading): heading is ProgressField {
  return PROGRESS_FIELDS.some((field) => field === heading);
}
