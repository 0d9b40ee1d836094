import { decodeEscapes } from '#backend/sheets/xlsx/rich-text.ts';
import { plainXml, TagScanner } from '../package/scan-tags.ts';
import { type FormCellAt, inlineIn, valueIn } from './sheet-text.ts';

/** The words that cells of all sheets share, found by their places; each is read when it is asked for. */
export type SharedTexts = {
  /** What stands inside `<si>`; `undefined` for a place there is not. */
  readonly inner: (place: number) => string | undefined;
  readonly text: (place: number) => string;
  /** Whether some words stand anywhere among them. */
  readonly holds: (words: string) => boolean;
};

export const NO_TEXTS: SharedTexts = { inner: () => undefined, text: () => '', holds: () => false };

/** @param xml of the part sharedStrings.xml @throws OddPackageError */
export function sharedTexts(xml: string): SharedTexts {
  const places: number[] = [];
  const tags = new TagScanner(xml);
  tags.next();
  for (;;) {
    const usual = usualTextEnd(xml, tags.end);
    if (usual > 0) {
      places.push(tags.end + SI.length, usual - SI_END.length);
      tags.end = usual;
      continue;
    }
    if (!tags.next() || tags.isClosing) break;
    const openEnd = tags.end;
    const isText = tags.name() === 'si';
    const { closeStart } = tags.skip();
    if (isText) places.push(openEnd, closeStart);
  }
  const known = new Map<number, string>();
  const inner = (place: number): string | undefined =>
    place >= 0 && place * 2 < places.length ? xml.slice(places[place * 2], places[place * 2 + 1]) : undefined;
  return {
    inner,
    holds: (words) => xml.includes(words),
    text: (place) => {
      const before = known.get(place);
      if (before !== undefined) return before;
      const text = wordsIn(inner(place) ?? '');
      known.set(place, text);
      return text;
    },
  };
}

const SI = '<si>';
const SI_END = '</si>';

/** Where `<si><t>…</t></si>`, as nearly all are written, ends; 0: something else stands there. */
function usualTextEnd(xml: string, start: number): number {
  if (!xml.startsWith('<si><t', start)) return 0;
  const open = xml.indexOf('>', start + 6);
  // The words of a tag that closes itself are those of another.
  if (open < 0 || xml.charCodeAt(open - 1) === SLASH) return 0;
  const close = xml.indexOf('<', open);
  return close > 0 && xml.startsWith('</t></si>', close) ? close + 9 : 0;
}

const SLASH = 47;

const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/gu;
const WORDS = /<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/gu;

/** Most have one run and nothing else. */
const ONE_RUN = /^<t(?: xml:space="preserve")?>([^<]*)<\/t>$/u;

/** The words inside `<si>` or `<is>`: all runs, without what only says how they are spoken. */
export function wordsIn(inner: string): string {
  const only = ONE_RUN.exec(inner)?.[1];
  if (only !== undefined) return decodeEscapes(plainXml(only));
  let text = '';
  for (const [, words = ''] of inner.replace(PHONETIC, '').matchAll(WORDS)) text += plainXml(words);
  return decodeEscapes(text);
}

/** What a cell says, near enough to recognise it: words as they are, numbers as they are stored. */
export function cellText(xml: string, cell: FormCellAt | undefined, shared: SharedTexts): string {
  if (cell === undefined) return '';
  const inline = inlineIn(xml, cell);
  if (inline !== null) return wordsIn(inline);
  const value = valueIn(xml, cell);
  if (value === null) return '';
  return cell.type === 's' ? shared.text(Number(value)) : decodeEscapes(plainXml(value));
}
