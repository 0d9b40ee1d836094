import type { Repair } from '#shared/domain/plan-reading.ts';
import { isLabelAt } from '../roles/labels.ts';
import { isStrictUnit } from '../roles/unit-lexicon.ts';
import { isLineBreak } from '../text/blanks.ts';
import type { RepairFilter } from '../text/repairs.ts';
import { MAKE_EVERY_REPAIR } from '../text/repairs.ts';
import type { TextView } from '../text/text-view.ts';
import { concatViews, viewOf } from '../text/text-view.ts';
import { enumeratorAt } from './enumerators.ts';
import type { Line } from './lines.ts';
import { readLines } from './lines.ts';

/** A block's own words, sentences joined again where a page or a line broke them; `\n` parts paragraphs. */
type Paragraphs = Readonly<{ view: TextView; repairs: readonly Repair[] }>;

/** A line that ends so is finished; anything else continues on the next line. */
const FINISHED = /[。！？!?；;：:…”"’』」》〕）)】\]］〗﹞]$/u;
/** A line that starts so continues the one before it, whatever that one ends with. */
const CONTINUES = /^[，,、。；;：:？！）)〕】\]］”》]/u;
const LATIN_EDGE = /[A-Za-z0-9]/u;

/** Heading lines are short; a line cut by the page width is not. */
const HEADING_LINE_MAX = 30;
/** A labelled line shorter than this was not cut by the page width. */
const LABELLED_LINE_CUT = 22;
/** What comes after a plan starts a line of its own, whatever the line before ends with. */
const STARTS_TAIL = /^(?:附\s?件|抄\s?送|附\s?[:：]|[（(]此件)/u;

const SUBHEADING_LINE_MAX = 20;
/** How much of either side a repair shows. */
const CONTEXT_LENGTH = 8;

/**
 * Reads `source[start, end)` as paragraphs and reports each line break taken out of a sentence.
 *
 * @param mayRepair a line break it refuses stays a break; the lines around it are read as if it had been taken out
 */
export function readParagraphs(
  source: string,
  start: number,
  end: number,
  mayRepair: RepairFilter = MAKE_EVERY_REPAIR,
): Paragraphs {
  const lines = readLines(source, start, end);
  const pieces: TextView[] = [];
  const repairs: Repair[] = [];
  let depth = 0;
  for (const [position, line] of lines.entries()) {
    const before = lines[position - 1];
    if (before !== undefined) {
      if (endsParagraph(before.text, line.text, position === 1, depth)) {
        pieces.push(breakAt(source, before.end, line.start));
        depth = 0;
      } else {
        const glue = LATIN_EDGE.test(before.text.slice(-1)) && LATIN_EDGE.test(line.text.charAt(0)) ? ' ' : '';
        const repair = joinOf(before, line, glue);
        if (mayRepair(repair)) {
          repairs.push(repair);
          pieces.push({ text: glue, offsets: Int32Array.from(glue, () => before.end) });
        } else {
          pieces.push(breakAt(source, before.end, line.start));
        }
      }
    }
    depth = Math.max(0, depth + bracketBalance(line.text));
    pieces.push(viewOf(source, line.start, line.end));
  }
  return { view: concatViews(pieces), repairs };
}

function joinOf(before: Line, line: Line, glue: string): Repair {
  const head = before.text.slice(-CONTEXT_LENGTH);
  const tail = line.text.slice(0, CONTEXT_LENGTH);
  return {
    kind: 'page-break',
    before: `${head}⏎${tail}`,
    after: `${head}${glue}${tail}`,
    span: { start: before.end, end: line.start },
  };
}

function endsParagraph(before: string, next: string, beforeIsFirst: boolean, depth: number): boolean {
  if (isLabelAt(next, 0) || STARTS_TAIL.test(next)) return true;
  if (CONTINUES.test(next)) return false;
  if (depth > 0) return /[。；;]$/u.test(before);
  if (FINISHED.test(before) || enumeratorAt(next, 0) !== undefined) return true;
  if (isLabelAt(before, 0)) return endsLabelledLine(before);
  if (/[，、,]/u.test(before)) return false;
  return before.length <= (beforeIsFirst ? HEADING_LINE_MAX : SUBHEADING_LINE_MAX);
}

/** 责任单位：…、县公安局 is finished; 责任单位：…、县公 goes on. */
function endsLabelledLine(line: string): boolean {
  const last = line.slice(
    Math.max(line.lastIndexOf('、'), line.lastIndexOf('，'), line.lastIndexOf('：'), line.lastIndexOf(' ')) + 1,
  );
  return last !== '' && (isStrictUnit(last) || !/[\u4e00-\u9fff]$/u.test(last) || line.length < LABELLED_LINE_CUT);
}

/** Brackets opened minus brackets closed; inside an open bracket a short line is no heading. */
function bracketBalance(line: string): number {
  let balance = 0;
  for (const char of line) {
    if ('（(〔［[【'.includes(char)) balance++;
    else if ('）)〕］]】'.includes(char)) balance--;
  }
  return balance;
}

function breakAt(source: string, from: number, to: number): TextView {
  let at = from;
  while (at < to - 1 && !isLineBreak(source.charAt(at))) at++;
  return { text: '\n', offsets: Int32Array.of(at) };
}
