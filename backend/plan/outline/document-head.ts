import type { PlanReading } from '#shared/domain/plan-reading.ts';
import { isoDateOf } from '../figures/due-dates.ts';
import { withoutBlanks } from '../text/blanks.ts';
import { CHINESE_NUMERAL_CHARS, parseChineseNumber } from '../text/chinese-number.ts';
import type { Line } from './lines.ts';
import { readLines } from './lines.ts';

type DocumentHead = Pick<PlanReading, 'title' | 'documentNumber' | 'issuer' | 'issuedOn' | 'year'>;

/** How much text before the first task, and after the last, may tell who issued the plan. */
const HEAD_MAX = 12_000;
const TAIL_MAX = 3_000;

const DOCUMENT_NUMBER =
  /[\u4e00-\u9fff]{1,14}(?:\s{0,2}(?:字|发|办|函))?\s{0,2}[〔［[（(【﹝]\s?(?:(?:19|20)\d{2}|[二2][〇零○0][〇零○一二三四五六七八九]{2})\s?[〕］\])）】﹞]\s?(?:第\s?)?(?:\d{1,5}|[一二三四五六七八九十百]{1,5})\s?号/gu;
const DIGIT_DATE = /(?<year>(?:19|20)\d{2})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日/gu;
const CHINESE_DATE = new RegExp(
  `(?<year>[二2][〇零○0][${CHINESE_NUMERAL_CHARS}]{2})年(?<month>[${CHINESE_NUMERAL_CHARS}]{1,3})月(?<day>[${CHINESE_NUMERAL_CHARS}]{1,3})日`,
  'gu',
);
const PLAN_WORD =
  /(?:方案|计划|安排|要点|意见|措施|规划|办法|细则|分工|清单|条|决定|行动|举措|政策|纲要|任务书|通知|责任书|责任制|台账|分解表?|部署|若干规定|行动计划)(?:[（(][^（()）]{1,12}[）)])?$/u;
const ISSUER =
  /[\u4e00-\u9fff（）()]{2,30}?(?:人民政府办公厅|人民政府办公室|人民政府|政府办公室|委员会办公室|办公厅|办公室|委员会|领导小组|指挥部|管委会|国务院|[局厅委部院会办])/u;

/** Words before a document that this one only goes by. */
const CITES = /根据|按照|依据|遵照|贯彻|落实|对照|结合/u;

const WHOLE_ISSUER = new RegExp(`^${ISSUER.source}$`, 'u');
/** Offices that get a copy do not sign. */
const COPIED_TO = /(?:^|\n)\s?(?:抄\s?送|主\s?送|分\s?送|抄\s?报)[^\n]*/gu;
/** Several offices may sign, one a line. */
const SIGNATURES_MAX = 120;

/**
 * Reads title, document number, issuer, date and year from what stands before the first task and after the last.
 * What the document does not say stays empty; the year then falls back to the number's, and to 0.
 */
export function readHead(source: string, headEnd: number, tailStart: number): DocumentHead {
  const headText = source.slice(Math.max(0, headEnd - HEAD_MAX), headEnd);
  const tailText = source.slice(tailStart, Math.min(source.length, tailStart + TAIL_MAX));
  const headLines = readLines(headText).filter((line) => !line.text.startsWith('#'));
  const head = headLines.map((line) => line.text).join('\n');
  const tailLines = readLines(tailText);
  const tail = tailLines.map((line) => line.text).join('\n');
  const documentNumber = findDocumentNumber(head);
  const title = findTitle(head, headLines);
  const issued = findDate(head) ?? findDate(tail);
  const issuer = findIssuer(head, issued?.written ?? '', title) || findIssuer(tail, issued?.written ?? '', title);
  return {
    title,
    documentNumber,
    issuer,
    issuedOn: issued?.date ?? '',
    year: yearOf(title, issued?.date, documentNumber, head),
  };
}

/** The first number that is not a reference inside 《…》 or a bracket. */
function findDocumentNumber(head: string): string {
  for (const match of head.matchAll(DOCUMENT_NUMBER)) {
    const before = head.slice(Math.max(0, match.index - 2), match.index);
    // （某政办发〔2022〕5号） on a line of its own is the plan's; after a title it is a reference.
    if (/[《》]$|[^\n][（(]$/u.test(before) || /^(?:根据|按照|依据|落实|贯彻)/u.test(match[0])) continue;
    const number = withoutBlanks(match[0]).replace(/^.*(?:文件|通知|政府办公室|意见)/u, '');
    return number.replace(/[［[（(【﹝]/u, '〔').replace(/[］\])）】﹞]/u, '〕');
  }
  return '';
}

function findTitle(head: string, lines: readonly Line[]): string {
  const flat = withoutBlanks(head);
  const quoted =
    /现将《(?<title>[^《》]{4,80}(?:《[^《》]{1,40}》[^《》]{0,40})?)》/u.exec(flat) ??
    uncited(flat, /(?:印发|转发|下发)《(?<title>[^《》]{4,80}(?:《[^《》]{1,40}》[^《》]{0,40})?)》/gu) ??
    /《(?<title>[^《》]{4,80})》(?:已经|业经|已|经)[^。]{2,40}(?:同意|审议|研究|印发)/u.exec(flat);
  if (quoted?.groups?.['title'] !== undefined) return quoted.groups['title'];
  const printed = uncited(flat, /关于(?:印发|转发|下发)(?<title>[^《》〈〉，。：]{4,60}?)的通知/gu);
  const own = ownTitle(lines);
  if (printed?.groups?.['title'] !== undefined) return printed.groups['title'];
  if (own !== '') return own;
  const about =
    /[\u4e00-\u9fff]{0,30}关于[^，。：《》]{4,60}?(?:政策措施|政策意见|若干措施|若干政策|意见|措施|方案|计划|安排|要点|政策|通知|办法|决定)/u.exec(
      flat,
    );
  return about?.[0] ?? withoutBlanks(lines[0]?.text ?? '').slice(0, 60);
}

/** The first match that names this document, not one it goes by: 根据《某省关于印发〈某方案〉的通知》精神. */
function uncited(flat: string, pattern: RegExp): RegExpExecArray | undefined {
  for (const match of flat.matchAll(pattern)) {
    const before = flat.slice(0, match.index);
    const isQuoted = before.lastIndexOf('《') > before.lastIndexOf('》');
    const clause = before.slice(before.search(/[^，。；]{0,40}$/u));
    if (!isQuoted && !CITES.test(clause)) return match;
  }
  return undefined;
}

/** The last heading-like line (with the line above it when it was broken) before the first task. */
function ownTitle(lines: readonly Line[]): string {
  for (let index = lines.length - 1; index >= 0; index--) {
    const text = withoutBlanks(lines[index]?.text ?? '');
    if (text.length > 60 || /[，。：；]/u.test(text) || !PLAN_WORD.test(text)) continue;
    const before = withoutBlanks(lines[index - 1]?.text ?? '');
    const continues =
      before !== '' && before.length <= 40 && !/[，。：；]|号|[）)日]$/u.test(before) && !PLAN_WORD.test(before);
    return continues && (text.length < 12 || /关于|^[\u4e00-\u9fff]{2,20}(?:省|市|县|区|州|国务院)/u.test(before))
      ? `${before}${text}`
      : text;
  }
  // Line breaks are lost: the title ends at the first blank.
  const first = /^\S{8,60}(?=\s)/u.exec(lines[0]?.text ?? '')?.[0] ?? '';
  return PLAN_WORD.test(first) && !/[，。：；]/u.test(first) ? first : '';
}

type Issued = Readonly<{ date: string; written: string }>;

/** The first full date standing alone (a signature), not one inside a sentence. */
function findDate(text: string): Issued | undefined {
  for (const pattern of [DIGIT_DATE, CHINESE_DATE]) {
    for (const match of text.matchAll(pattern)) {
      const next = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
      if (!/^(?:$|[\s（(印]|[）)](?:\n|$))/u.test(next)) continue;
      const groups = match.groups ?? {};
      const year = parseChineseNumber(groups['year'] ?? '');
      const month = parseChineseNumber(groups['month'] ?? '');
      const day = parseChineseNumber(groups['day'] ?? '');
      if (year === undefined || month === undefined || day === undefined) continue;
      if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) continue;
      return { date: isoDateOf(year, month, day), written: match[0] };
    }
  }
  return undefined;
}

/** The signature above the date; else whose document it says it is (X文件, X关于…). */
function findIssuer(text: string, writtenDate: string, title: string): string {
  const named = /(?:^|\n)\s?(?:发文机关|发文单位|制发机关|发布机构|印发单位)\s?[:：]\s?([^\s:：]{3,40})/u.exec(text);
  if (named?.[1] !== undefined) return named[1];
  const at = writtenDate === '' ? -1 : text.indexOf(writtenDate);
  const signatures = at <= 0 ? [] : signaturesIn(text.slice(Math.max(0, at - SIGNATURES_MAX), at));
  if (signatures.length > 0) return signatures.join(' ');
  const paper = /(?:^|\n)\s?([\u4e00-\u9fff]{3,30})文件(?:\n|$)/u.exec(text);
  if (paper?.[1] !== undefined) return paper[1];
  // Only where a line or the title opens with it: 《财政部关于…》 inside a sentence is a reference.
  const opening = new RegExp(`^(?:[\\u4e00-\\u9fff〔〕\\d]{0,12}号[-—]?)?(${ISSUER.source})关于`, 'u');
  for (const line of [title, ...text.split('\n')]) {
    const about = line.indexOf('关于');
    const several = about < 0 ? [] : signaturesIn(line.slice(0, about));
    if (several.length > 1) return several.join(' ');
    const from = opening.exec(withoutBlanks(line.slice(0, 120)));
    if (from?.[1] !== undefined) return from[1];
  }
  return '';
}

/** The offices that close `text`, one a line or parted by blanks: 中共某县委办公室⏎某县人民政府办公室. */
function signaturesIn(text: string): string[] {
  const found: string[] = [];
  for (const piece of text
    .replace(COPIED_TO, '\n')
    .trimEnd()
    .split(/[\n。，；：）)]|\s+/u)
    .reverse()) {
    if (piece === '') continue;
    const isOffice = piece.length >= 3 && piece.length <= 30 && WHOLE_ISSUER.test(piece);
    if (!isOffice) break;
    found.unshift(piece);
  }
  return [...new Set(found)];
}

function yearOf(title: string, date: string | undefined, documentNumber: string, head: string): number {
  const written = /(20\d{2})\s?年/u.exec(title) ?? /(20\d{2})/u.exec(date ?? '') ?? /(20\d{2})/u.exec(documentNumber);
  return Number((written ?? /(20\d{2})\s?年/u.exec(head) ?? /[〔［[](20\d{2})[〕］\]]/u.exec(head))?.[1] ?? 0);
}
