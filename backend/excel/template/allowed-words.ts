import { cellBlock } from '#backend/sheets/xlsx/cell-place.ts';
import { attributeOf, plainXml, TagScanner } from '../package/scan-tags.ts';
import type { SharedTexts } from './shared-texts.ts';
import { cellText } from './shared-texts.ts';
import { cellIn, type SheetText } from './sheet-text.ts';

/** A drop-down list of a form: which cells have it, and where its words come from. */
export type DropDown = {
  /** Blocks of cells, parted by blanks. */
  readonly cells: string;
  /** "甲,乙", 选项!$A$1:$A$4, a name. */
  readonly source: string;
};

/** The words that a cell's drop-down list allows; `undefined`: it has none, or nobody can tell what is in it. */
export type AllowedWords = (row: number, column: number) => readonly string[] | undefined;

export const ANY_WORDS: AllowedWords = () => undefined;

const LISTS: ReadonlySet<string> = new Set(['dataValidations', 'extLst']);

/** The drop-down lists of a sheet, also those that Excel keeps apart because they look at another sheet. */
export function dropDowns({ xml, parts }: SheetText): readonly DropDown[] {
  const found: DropDown[] = [];
  for (const part of parts.filter(({ name }) => LISTS.has(name))) {
    const tags = new TagScanner(xml, part.start);
    let [isList, cells, source, within] = [false, '', '', ''];
    while (tags.end < part.end && tags.next()) {
      const name = tags.name();
      if (name === 'dataValidation') {
        if (!tags.isClosing) {
          const tag = tags.tag();
          [isList, cells, source] = [attributeOf(tag, 'type') === 'list', attributeOf(tag, 'sqref') ?? '', ''];
        }
        if (tags.isClosing && isList && cells !== '' && source !== '') found.push({ cells, source });
        continue;
      }
      if (tags.isClosing || tags.isSelfClosing) continue;
      if (name === 'formula1' || name === 'formula2') within = name;
      const words = plainXml(xml.slice(tags.end, xml.indexOf('<', tags.end))).trim();
      if (name === 'sqref') cells = words;
      else if (within === 'formula1' && words !== '' && (name === 'formula1' || name === 'f')) source = words;
    }
  }
  return found;
}

/** Words written into the list itself; `null`: it looks elsewhere. */
export function wordsOfList(source: string): readonly string[] | null {
  if (!/^".*"$/su.test(source)) return null;
  return source
    .slice(1, -1)
    .replaceAll('""', '"')
    .split(/[,，]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** What stands in a block of cells, without the empty ones. */
export function wordsInCells(block: string, sheet: SheetText, shared: SharedTexts): readonly string[] | null {
  const place = cellBlock(block.replaceAll('$', ''));
  if (place === undefined) return null;
  const words: string[] = [];
  for (const row of sheet.rows) {
    if (row.number < place.top || row.number > place.bottom) continue;
    for (let column = place.left; column <= Math.min(place.right, place.left + 200); column++) {
      const word = cellText(sheet.xml, cellIn(row, column), shared).trim();
      if (word !== '') words.push(word);
    }
  }
  return words;
}

/** @param lists with what each allows */
export function allowedWords(
  lists: readonly { readonly cells: string; readonly words: readonly string[] }[],
): AllowedWords {
  const placed = lists
    .filter(({ words }) => words.length > 0)
    .map(({ cells, words }) => ({ words, blocks: cells.split(/\s+/u).flatMap((block) => cellBlock(block) ?? []) }));
  if (placed.length === 0) return ANY_WORDS;
  return (row, column) =>
    placed.find(({ blocks }) =>
      blocks.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right),
    )?.words;
}
