import { type CountedNumber, numberMark } from '../document-text.ts';
import { ListCounter } from '../lists/list-counter.ts';
import { listsOf } from './doc-lists.ts';
import { docParagraphsOf } from './doc-paragraphs.ts';
import type { DocStreams } from './doc-streams.ts';

export type NumberedBody = { readonly body: string; readonly numbers: readonly CountedNumber[] };

/** So much of a paragraph is enough to know it again, and short enough for one that a field or a change cuts. */
const KNOWN_BY = 12;
/** How far ahead it is looked for: the other reader leaves out what was deleted, and joins the rows of tables. */
const LINES_AHEAD = 50;
/** What tells no paragraph from another, and what one reader keeps and the other does not. */
const NO_WORD = /[\s\p{Cc}\u200B\uFEFF]/gu;

/**
 * Writes the numbers that Word counts into the text of an old document.
 *
 * @param body its text, as another reader gives it: each paragraph is looked for in it, in their order
 * @param length characters of the main text
 * @returns `undefined` when the document has no lists
 * @throws RangeError when the part of the file that tells of lists is damaged
 */
export function numberBody(body: string, streams: DocStreams, length: number): NumberedBody | undefined {
  const lists = listsOf(streams);
  if (lists.length === 0) return undefined;
  const counter = new ListCounter();
  const numbers: CountedNumber[] = [];
  const lines = body.split('\n');
  const known = lines.map((line) => line.replace(NO_WORD, ''));
  let line = 0;
  for (const { text, list: index, level } of docParagraphsOf(streams, length)) {
    const list = index > 0 ? lists[index - 1] : undefined;
    const label = list === undefined ? '' : counter.next({ list, level });
    const words = text.replace(NO_WORD, '').slice(0, KNOWN_BY);
    const ahead = words === '' ? -1 : known.slice(line, line + LINES_AHEAD).findIndex((next) => next.startsWith(words));
    if (ahead < 0) continue;
    line += ahead + 1;
    if (list === undefined || label === '') continue;
    lines[line - 1] = `${numberMark(numbers.length)}${label}${lines[line - 1]?.trimStart() ?? ''}`;
    numbers.push({ label, list: `${list.sequence}:${level}` });
  }
  return { body: lines.join('\n'), numbers };
}
