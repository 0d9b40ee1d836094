import type { NameBook } from '#backend/returns/words/name-book.ts';
import { parseStatus, type Status } from '#shared/domain/status.ts';
import type { TemplateField } from '#shared/domain/template.ts';
import type { FilledContent } from './value-words.ts';

/** What a word of a list says of where things stand, when it is none of the usual writings. */
const MEANINGS: readonly (readonly [Status, RegExp])[] = [
  ['not-started', /未(?:启动|开展|开始|开工|推进|动工)|没有开[展始]/u],
  ['not-applicable', /不涉及|不适用/u],
  ['blocked', /滞后|受阻|缓慢|停滞|困难|卡滞/u],
  ['done', /^(?!.*(?:未|没有|部分|基本|提前|超期|逾期|延期)).*(?:完成|办结|完结|销号)/u],
  ['in-progress', /^(?!.*(?:未|没有)).*(?:推进|进行|在办|办理中|实施中|开展中|整改中|序时|正常)/u],
];

function meant(word: string): Status | undefined {
  return parseStatus(word) ?? MEANINGS.find(([, like]) => like.test(word))?.[0];
}

const UNITS: readonly TemplateField[] = ['unit', 'agency', 'lead', 'responsible', 'cooperating'];

/**
 * What is written into a cell with a drop-down list: the value itself, or the word of the list that says the same.
 *
 * @returns `null` when no word of the list does
 */
export function listedWord(
  content: FilledContent,
  allowed: readonly string[],
  field: TemplateField | undefined,
  names: NameBook,
): FilledContent | null {
  const own = 'text' in content ? content.text.trim() : String(content.number);
  if (allowed.includes(own)) return content;
  if (field === 'percent') return sameShare(content, allowed) ? content : null;
  if ('number' in content) return null;
  const [word] = wordsFor(own, allowed, field, names);
  return word === undefined ? null : { text: word };
}

function wordsFor(
  own: string,
  allowed: readonly string[],
  field: TemplateField | undefined,
  names: NameBook,
): readonly string[] {
  if (field === 'status') {
    const status = parseStatus(own);
    const usual = allowed.filter((word) => parseStatus(word) === status);
    return usual.length > 0 ? usual : allowed.filter((word) => meant(word) === status);
  }
  if (field !== undefined && UNITS.includes(field)) {
    const agency = names.find(own);
    return agency === null ? [] : allowed.filter((word) => names.find(word) === agency);
  }
  const plain = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
  return allowed.filter((word) => plain(word) === plain(own));
}

/** 50% in a list is 0.5 in a cell. */
function sameShare(content: FilledContent, allowed: readonly string[]): boolean {
  if ('text' in content) return false;
  return allowed.some((word) => {
    const share = /^\d+(?:\.\d+)?\s*[%％]$/u.test(word) ? Number.parseFloat(word) / 100 : Number(word);
    return Math.abs(share - content.number) < 1e-9;
  });
}
