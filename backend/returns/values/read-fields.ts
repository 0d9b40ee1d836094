import type { CellRead, CellTrouble } from '#backend/sheets/cell-text.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { readDate } from './read-date.ts';
import { readPercent } from './read-percent.ts';
import { readStatus } from './read-status.ts';
import { joinDoubts, NOTHING_WRITTEN, notReadable, type ReturnedValue, readAs } from './returned-value.ts';

/** Signs without width that come along with what is copied from web pages and chats. */
const WIDTHLESS = /[\u{200B}\u{2060}\u{FEFF}]/gu;

/** Blanks of every width at both ends, signs without any, and line ends made plain, do not count as a change. */
export function cleanText(text: string): string {
  if (!/[\r\n\u{2028}\u{2029}]/u.test(text)) return text.replace(WIDTHLESS, '').trim();
  return text
    .replace(/\r\n?/g, '\n')
    .replace(WIDTHLESS, '')
    .replace(/[ \t\u{A0}\u{3000}]+$/gmu, '')
    .replace(/^\s+|\s+$/gu, '');
}

/** How a cell is to be read, beyond what stands in it. */
export type FieldContext = {
  /** An ISO date in or near the period, for dates written without a year; `null` when it is not known. */
  readonly near: string | null;
  /** The head asks 是否完成. */
  readonly asksYesOrNo?: boolean;
};

/** What stands in the cell cannot be taken: a person does not see it, or nobody does. */
const NOT_TO_BE_READ: Readonly<Partial<Record<CellTrouble, string>>> = {
  'no-result': '公式没有结果',
  lost: '文件中缺少此格的文字',
  picture: '此格放的是图片',
};
/** Said of a cell whose words are struck out, all or some: then the same words are not the same value. */
export const STRUCK_OUT = '有文字被划去（删除线）';
const DOUBTED: Readonly<Partial<Record<CellTrouble, string>>> = {
  'struck-out': STRUCK_OUT,
  'not-shown': '单元格的格式使内容不显示',
};

/** Error values that became words in a file of words alone. */
const ERROR_WORDS = /^[#＃](?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/iu;

function troubleIn(trouble: CellTrouble | null, words: Readonly<Partial<Record<CellTrouble, string>>>): string {
  return trouble === null ? '' : (words[trouble] ?? '');
}

/** Whether a cell holds anything: words, or what stands in their way. */
export function isFilled(cell: CellRead | undefined): cell is CellRead {
  return cell !== undefined && (cell.trouble !== null || cell.error || cell.text.trim() !== '');
}

/** Reads one fillable cell. An empty one stays empty, whatever its field: nothing is made up. */
export function readField(field: ProgressField, cell: CellRead | undefined, context: FieldContext): ReturnedValue {
  if (!isFilled(cell)) return NOTHING_WRITTEN;
  const written = cleanText(cell.text);
  const blocked = troubleIn(cell.trouble, NOT_TO_BE_READ);
  if (blocked !== '') return notReadable(written, blocked);
  if (cell.error || ERROR_WORDS.test(written)) return notReadable(written, `单元格是错误值“${written}”`);
  if (/^[#＃]{3,}$/u.test(written)) return notReadable(written, `单元格只显示“${written}”，看不到内容`);
  if (written === '') return NOTHING_WRITTEN;
  const value = readValue(field, written, cell, context);
  return { ...value, doubt: joinDoubts(value.doubt, troubleIn(cell.trouble, DOUBTED)) };
}

/** Longer texts are no status, percentage or day, whatever stands in them. */
export const VALUE_LENGTH_MAX = 60;
const VALUE_NAMES: Readonly<Partial<Record<ProgressField, string>>> = {
  status: '进展状态',
  percent: '百分数',
  reportedOn: '日期',
};

/** What was said a period ago: 上期, 上个月的进展情况. */
const BEFORE = '(?:[上前]一?个?(?:[期次周月]|季度?)|以前|之前)的?(?:进展|情况|内容)*';
const AS_BEFORE = new RegExp(`^[（(]?(?:同${BEFORE}|[与和跟]?${BEFORE}(?:相同|一样|一致))[。.）)]*$`, 'u');

/** Words that only point to what stands in another cell or another paper. */
const ELSEWHERE =
  /^[（(]?(?:同(?:上|前|左|下)[一行格项栏]?|(?:如|见)[上前]|[”"〃″]+|详?见(?:附件|附表|附后|另表|另页|报告|材料|附页)\d*|另(?:附|行(?:汇报|报送|上报)))[。.）)]*$/u;

function readValue(field: ProgressField, written: string, cell: CellRead, context: FieldContext): ReturnedValue {
  const name = VALUE_NAMES[field];
  if (name !== undefined && written.length > VALUE_LENGTH_MAX) return notReadable(written, `内容过长，不是${name}`);
  switch (field) {
    case 'status':
      return readStatus(written, cell, context.asksYesOrNo);
    case 'percent':
      return readPercent(written, cell);
    case 'reportedOn':
      return readDate(written, cell, context.near);
    case 'narrative':
    case 'problems':
    case 'nextSteps':
      return readAs(written, ELSEWHERE.test(written) || AS_BEFORE.test(written) ? `“${written}”指的是别处的内容` : '');
  }
}
