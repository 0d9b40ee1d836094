import { findResponsibilities } from '../responsibilities/find-responsibilities.ts';
import type { Findings } from '../responsibilities/found-responsibility.ts';
import { isBlank } from '../text/blanks.ts';
import { spanOf } from '../text/text-view.ts';
import { readLines } from './lines.ts';
import type { OutlineBlock } from './outline.ts';
import { readOutline } from './outline.ts';
import { readParagraphs } from './paragraphs.ts';

/** A numbered block with the responsibilities in its own words. */
export type BodyBlock = OutlineBlock &
  Readonly<{
    count: number;
    lastEnd: number;
    closesWithIt: boolean;
    /** The only responsibility is a line of its own after the words. */
    standsApart: boolean;
  }>;

/** The blocks of the plan itself, between the covering notice and the tail. */
type PlanBody = Readonly<{ blocks: readonly BodyBlock[]; headEnd: number; tailStart: number }>;

const SIGNATURE_DATE =
  /^(?:20\d{2}|[二2][〇零○0][〇零○一二三四五六七八九]{2})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日(?:\s?印发)?$/u;
const NOTICE_END = /^(?:[（(]此件.{0,12}[）)]|附件\s?\d{0,2}\s?[:：]?$)/u;
const TAIL_LINE =
  /^(?:抄\s?送|主\s?送|分\s?送|附\s?件|附\s?表|附\s?[:：]|[（(]?此件|信息公开选项|[（(]?联系(?:人|电话|方式)|[（(]?注\s?[:：]|主题词)|(?:20\d{2})\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发$/u;
/** A signature line above its date: 泽州县人民政府办公室. */
const SIGNATURE = /^[\u4e00-\u9fff（）() \u3000]{2,40}$/u;

/** Above this share of blocks that end with their bracket, words after the last bracket are the document's tail. */
const CLOSING_SHARE = 0.6;

/**
 * Finds the plan's own blocks: a covering notice's 一、二、 before the plan, and signatures, copies and attachments
 * after it are left out.
 */
export function readBody(source: string): PlanBody {
  const outline = readOutline(source);
  const measured = outline.map((block) => measure(source, block));
  const withWords = measured.filter((block) => block.count > 0);
  const firstAt = withWords[0]?.start ?? source.length;
  const headEnd = noticeEnd(source, measured, firstAt);
  const afterNotice = measured.filter((block) => block.start >= headEnd);
  const tailStart = tailOf(source, afterNotice);
  const blocks = reindex(afterNotice.filter((block) => block.start < tailStart)).map((block) =>
    block.end > tailStart ? measure(source, { ...block, end: tailStart }) : block,
  );
  return { blocks, headEnd: blocks[0]?.start ?? source.length, tailStart };
}

function measure(source: string, block: OutlineBlock): BodyBlock {
  const { view } = readParagraphs(source, block.textStart, block.end);
  const findings: Findings = findResponsibilities(view);
  const last = findings.responsibilities.at(-1);
  const lastEnd = last === undefined ? block.textStart : spanOf(view, last.start, last.end).end;
  const rest = last === undefined ? 'x' : view.text.slice(last.end);
  const count = findings.responsibilities.length;
  const closesWithIt = /^[\s。；;，]*$/u.test(rest);
  const before = view.text.slice(0, last?.start ?? 0);
  return {
    ...block,
    count,
    lastEnd,
    closesWithIt,
    standsApart: count === 1 && closesWithIt && /[。；]\s*\n$/u.test(before),
  };
}

/** Dropping blocks moves the others; parents outside the body become the top. */
function reindex(blocks: readonly BodyBlock[]): BodyBlock[] {
  const moved = new Map(blocks.map((block, position) => [block.index, position] as const));
  return blocks.map((block, position) => ({ ...block, index: position, parent: moved.get(block.parent) ?? -1 }));
}

/** A notice signs and dates itself before the plan it brings; blocks above that belong to the notice. */
function noticeEnd(source: string, blocks: readonly BodyBlock[], firstAt: number): number {
  const [first] = blocks;
  if (first === undefined) return 0;
  let end = 0;
  for (const line of readLines(source, first.start, firstAt)) {
    if (SIGNATURE_DATE.test(line.text) || NOTICE_END.test(line.text)) end = line.end;
  }
  return end > 0 && blocks.some((block) => block.start >= end && block.start <= firstAt) ? end : 0;
}

function tailOf(source: string, blocks: readonly BodyBlock[]): number {
  const lastWithWords = blocks.findLast((block) => block.count > 0);
  const from = lastWithWords?.lastEnd ?? blocks[0]?.textStart ?? 0;
  const lines = readLines(source, from);
  let tail = source.length;
  for (const [position, line] of lines.entries()) {
    if (position === 0 && lastWithWords === undefined) continue;
    const signed = SIGNATURE.test(line.text) && SIGNATURE_DATE.test(lines[position + 1]?.text ?? '');
    if (TAIL_LINE.test(line.text) || SIGNATURE_DATE.test(line.text) || signed) {
      tail = line.start;
      break;
    }
  }
  const last = blocks.findLast((block) => block.start < tail);
  if (lastWithWords === undefined || last !== lastWithWords || last.closesWithIt) return tail;
  const others = blocks.filter((block) => block.count > 0 && block !== last);
  const closing = others.filter((block) => block.closesWithIt).length;
  return others.length > 0 && closing >= others.length * CLOSING_SHARE
    ? Math.min(tail, afterStop(source, last.lastEnd))
    : tail;
}

function afterStop(source: string, at: number): number {
  let end = at;
  while (end < source.length && (isBlank(source.charAt(end)) || source.charAt(end) === '。')) end++;
  return end;
}
