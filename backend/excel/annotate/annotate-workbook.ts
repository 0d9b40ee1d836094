import { cellSafeText } from '#backend/sheets/safe-text.ts';
import { referenceOf } from '../cell-reference.ts';
import { type ChangeablePackage, openForChange, RELATIONSHIPS } from '../package/changeable-package.ts';
import { OddPackageError, splice, walkXml } from '../package/xml-part.ts';
import { highlightEdits } from './highlight-cells.ts';
import { type HighlightLooks, highlightLooks } from './highlight-looks.ts';
import { newBoxes, type RemarkBox, withBoxes } from './remark-boxes.ts';
import { newRemarks, presentRemarks, type Remark } from './remarks.ts';
import { findPlaces, type SheetPlaces, shownCell } from './sheet-places.ts';

/** What is said about one cell of a sheet. Rows and columns count from 1. */
export type CellNote = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly texts: readonly string[];
  /** Whether the cell is made yellow; a remark on the whole table stands on a head and changes nothing. */
  readonly highlight: boolean;
};

export type AnnotatedWorkbook = {
  readonly bytes: Uint8Array;
  /** Under another ending a workbook with macros is refused by Excel. */
  readonly ending: '.xlsx' | '.xlsm';
};

const TYPES = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

const ENDINGS: Readonly<Record<string, AnnotatedWorkbook['ending']>> = {
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': '.xlsx',
  'application/vnd.ms-excel.sheet.macroEnabled.main+xml': '.xlsm',
};

/** Parts of a sheet that stand behind its drawing of remarks (ECMA-376 part 1, CT_Worksheet). */
const BEHIND_DRAWING: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  // What stands in it is one of these: other extensions of a sheet's root are not written so.
  'AlternateContent',
]);

/**
 * Puts remarks on cells of somebody's own workbook and makes the cells yellow. Only what that needs is changed: the
 * sheets in question, the looks, the remarks and their drawing; every other part stays byte for byte.
 *
 * SECURITY: the words become the text of a remark, never a formula or markup.
 *
 * @param bytes a workbook of today, .xlsx or .xlsm
 * @param file its name
 * @returns `null` for a package that cannot be changed without risk; nothing is then said of why, a table is written
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  file: string,
  notes: readonly CellNote[],
): Promise<AnnotatedWorkbook | null> {
  try {
    const parts = await openForChange(bytes, file);
    const workbook = await targetOf(parts, '', 'officeDocument');
    const ending = ENDINGS[await parts.contentTypeOf(workbook)];
    if (ending === undefined) return null;
    const styles = await targetOf(parts, workbook, 'styles');
    const looks = highlightLooks(await parts.text(styles));
    const sheets = await sheetParts(parts, workbook);
    for (const [name, ofSheet] of Map.groupBy(notes, ({ sheet }) => sheet)) {
      const part = sheets.get(name);
      if (part === undefined) return null;
      await annotateSheet(parts, part, ofSheet, looks);
    }
    if (notes.some(({ highlight }) => highlight)) parts.set(styles, looks.text());
    return { bytes: await parts.bytes(), ending };
  } catch (error) {
    if (error instanceof OddPackageError) return null;
    throw error;
  }
}

/** The part that one relationship of a part leads to; of the package itself when `part` is empty. */
async function targetOf(parts: ChangeablePackage, part: string, type: string): Promise<string> {
  const found = (await parts.relationshipsOf(part)).find(
    (relationship) => relationship.type === `${RELATIONSHIPS}/${type}`,
  );
  if (!found || !parts.has(found.target)) throw new OddPackageError(`no ${type}`);
  return found.target;
}

/** Parts of the sheets by the names on their tabs. */
async function sheetParts(parts: ChangeablePackage, workbook: string): Promise<ReadonlyMap<string, string>> {
  const targets = new Map((await parts.relationshipsOf(workbook)).map(({ id, target }) => [id, target]));
  const found = new Map<string, string>();
  walkXml(await parts.text(workbook), {
    open: ({ local, depth, attributes }) => {
      const target = targets.get(attributes['id'] ?? '');
      if (depth === 2 && local === 'sheet' && target !== undefined) found.set(attributes['name'] ?? '', target);
    },
  });
  return found;
}

async function annotateSheet(
  parts: ChangeablePackage,
  part: string,
  notes: readonly CellNote[],
  looks: HighlightLooks,
): Promise<void> {
  const xml = await parts.text(part);
  const sheet = findPlaces(xml);
  const cells = oncePerCell(sheet, notes);
  const edits = [
    ...highlightEdits(
      xml,
      sheet,
      cells.filter(({ highlight }) => highlight),
      looks.of,
    ),
  ];
  const drawing = await writeRemarks(parts, part, sheet, cells);
  if (drawing !== undefined) {
    const behind = sheet.parts.find(({ local, start }) => start > sheet.data.start && BEHIND_DRAWING.has(local));
    const prefix = sheet.root.prefix === '' ? '' : `${sheet.root.prefix}:`;
    const put = `<${prefix}legacyDrawing xmlns:r="${RELATIONSHIPS}" r:id="${drawing}"/>`;
    edits.push({ at: behind?.start ?? sheet.rootCloseStart, put });
  }
  parts.set(part, splice(xml, edits));
}

type Cell = { readonly row: number; readonly column: number; readonly highlight: boolean; readonly text: string };

/** One remark for each cell that is shown: of a merged block its first one. Several reasons are numbered. */
function oncePerCell(sheet: SheetPlaces, notes: readonly CellNote[]): readonly Cell[] {
  const places = notes.map((note) => shownCell(sheet, note));
  return [...Map.groupBy(places, referenceOf).values()].flatMap((ofCell): Cell[] => {
    const [first] = ofCell;
    if (!first) return [];
    const texts = [...new Set(ofCell.flatMap(({ texts }) => texts))];
    const points = texts.length === 1 ? texts : texts.map((text, index) => `${index + 1}. ${text}`);
    return [
      {
        row: first.row,
        column: first.column,
        highlight: ofCell.some(({ highlight }) => highlight),
        text: cellSafeText(['退回说明：', ...points].join('\n')),
      },
    ];
  });
}

/** Writes remarks and their boxes. @returns the id of the drawing, when the sheet does not name one yet */
async function writeRemarks(
  parts: ChangeablePackage,
  part: string,
  sheet: SheetPlaces,
  cells: readonly Cell[],
): Promise<string | undefined> {
  const relationships = await parts.relationshipsOf(part);
  const remarks = cells.map((cell): Remark => ({ reference: referenceOf(cell), text: cell.text }));
  const present = relationships.find(({ type }) => type === `${RELATIONSHIPS}/comments`)?.target;
  let boxed = cells.map(boxOf);
  if (present === undefined) {
    const target = parts.freeName('xl/comments', '.xml');
    parts.set(target, newRemarks(remarks));
    await parts.declare(target, TYPES.comments);
    await parts.relate(part, `${RELATIONSHIPS}/comments`, target);
  } else {
    const list = presentRemarks(await parts.text(present));
    const isAnswered = relationships.some(({ type }) => type.endsWith('/threadedComment'));
    // Remarks that are answered stand in a part of their own, and nobody sees what is added to the others.
    if (isAnswered && remarks.some(({ reference }) => list.references.has(reference))) {
      throw new OddPackageError('threads');
    }
    parts.set(present, list.with(remarks));
    boxed = boxed.filter((box) => !list.references.has(referenceOf(box)));
  }
  return drawBoxes(parts, part, sheet, boxed, present !== undefined);
}

function boxOf({ row, column, text }: Cell): RemarkBox {
  return { row, column, length: [...text].length };
}

async function drawBoxes(
  parts: ChangeablePackage,
  part: string,
  sheet: SheetPlaces,
  boxes: readonly RemarkBox[],
  hasRemarks: boolean,
): Promise<string | undefined> {
  const named = sheet.parts.find(({ local }) => local === 'legacyDrawing')?.attributes['id'];
  if (named !== undefined) {
    const drawing = (await parts.relationshipsOf(part)).find(({ id }) => id === named)?.target ?? '';
    parts.set(drawing, withBoxes(await parts.text(drawing), boxes, sheet));
    return undefined;
  }
  // Remarks without boxes are of a program that draws none; which of them Excel would show is not known.
  if (hasRemarks) throw new OddPackageError('remarks without a drawing');
  const target = parts.freeName('xl/drawings/vmlDrawing', '.vml');
  parts.set(target, newBoxes(boxes, sheet));
  await parts.declare(target, TYPES.drawing);
  return parts.relate(part, `${RELATIONSHIPS}/vmlDrawing`, target);
}
