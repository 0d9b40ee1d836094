import { attributeOf, plainXml, TagScanner } from '../package/scan-tags.ts';
import { escapeXml, type Splice, withAttribute } from '../package/xml-part.ts';
import { movedBlock, movedBlocks, movedFormula, type RowMoves } from './row-moves.ts';
import type { SheetText } from './sheet-text.ts';

/** Parts of a sheet that name cells by an attribute, with how it is written. `blocks`: several, and they grow. */
const NAMING: Readonly<Record<string, { readonly attribute: string; readonly kind: 'block' | 'blocks' | 'range' }>> = {
  conditionalFormatting: { attribute: 'sqref', kind: 'blocks' },
  dataValidation: { attribute: 'sqref', kind: 'blocks' },
  protectedRange: { attribute: 'sqref', kind: 'blocks' },
  ignoredError: { attribute: 'sqref', kind: 'blocks' },
  hyperlink: { attribute: 'ref', kind: 'block' },
  autoFilter: { attribute: 'ref', kind: 'range' },
  sortState: { attribute: 'ref', kind: 'range' },
  sortCondition: { attribute: 'ref', kind: 'range' },
};
/** Elements whose words are a formula, and one whose words are blocks. */
const FORMULAS: ReadonlySet<string> = new Set(['formula', 'formula1', 'formula2', 'f']);
const BLOCKS = 'sqref';

/**
 * The edits that keep everything beside the cells true when rows come in: conditional formats, validations, links,
 * page breaks, filters. Merged blocks are for merged-blocks.ts; windows and selections stay where they were.
 */
export function movedPartEdits({ xml, parts }: SheetText, moves: RowMoves, sheet: string): readonly Splice[] {
  const edits: Splice[] = [];
  for (const part of parts) {
    if (part.name === 'sheetData' || part.name === 'mergeCells') continue;
    const tags = new TagScanner(xml, part.start);
    const within: string[] = [];
    while (tags.end < part.end && tags.next()) {
      const name = tags.name();
      if (tags.isClosing) {
        within.pop();
        continue;
      }
      const tag = tags.tag();
      const changed = movedTag(name, tag, within.at(-1) ?? '', moves, sheet);
      if (changed !== tag) edits.push({ at: tags.start, until: tags.end, put: changed });
      if (tags.isSelfClosing) continue;
      const words = wordsEdit(tags, name, moves, sheet);
      if (words) edits.push(words);
      within.push(name);
    }
  }
  return edits;
}

function movedTag(name: string, tag: string, parent: string, moves: RowMoves, sheet: string): string {
  if (name === 'brk' && parent === 'rowBreaks') {
    // A break stands above the row behind its number: 20 is between rows 20 and 21.
    const row = Number(attributeOf(tag, 'id'));
    return Number.isSafeInteger(row) ? changedAttribute(tag, 'id', String(moves.row(row + 1) - 1)) : tag;
  }
  const naming = NAMING[name];
  if (naming === undefined) return tag;
  const { attribute, kind } = naming;
  const written = attributeOf(tag, attribute);
  if (written === undefined) return tag;
  const moved = kind === 'blocks' ? movedBlocks(written, moves) : movedBlock(written, moves, kind === 'range');
  const placed = changedAttribute(tag, attribute, moved);
  const location = name === 'hyperlink' ? attributeOf(tag, 'location') : undefined;
  if (location === undefined) return placed;
  return changedAttribute(placed, 'location', movedFormula(location, moves, { sheet, isOnSheet: true, grows: false }));
}

function changedAttribute(tag: string, name: string, value: string): string {
  return attributeOf(tag, name) === value ? tag : withAttribute(tag, name, value);
}

function wordsEdit({ xml, end }: TagScanner, name: string, moves: RowMoves, sheet: string): Splice | undefined {
  if (!FORMULAS.has(name) && name !== BLOCKS) return undefined;
  const until = xml.indexOf('<', end);
  const words = plainXml(xml.slice(end, until));
  const moved =
    name === BLOCKS ? movedBlocks(words, moves) : movedFormula(words, moves, { sheet, isOnSheet: true, grows: true });
  return moved === words ? undefined : { at: end, until, put: escapeXml(moved) };
}
