import { fileKind } from '#backend/files/file-kind.ts';
import { cellPlace } from '#backend/sheets/xlsx/cell-place.ts';
import { readWorkbookPart } from '#backend/sheets/xlsx/workbook-part.ts';
import { XmlFault } from '#backend/sheets/xml/scan-xml.ts';
import { AppError } from '#shared/errors.ts';
import { referenceOf } from '../cell-reference.ts';
import { type ChangeablePackage, openForChange, RELATIONSHIPS } from '../package/changeable-package.ts';
import { attributeOf, TagScanner } from '../package/scan-tags.ts';
import { OddPackageError, withAttribute } from '../package/xml-part.ts';
import { cellLooks } from './cell-looks.ts';
import type { TemplateFillInput, TemplateFilling } from './fill-input.ts';
import { fillSheet } from './fill-sheet.ts';
import { mappingTrouble } from './mapping-trouble.ts';
import { mergedBlocks } from './merged-blocks.ts';
import { type FilledSheet, outsideNotes } from './outside-notes.ts';
import { readDropDowns } from './read-drop-downs.ts';
import type { RowMoves } from './row-moves.ts';
import { NO_TEXTS, sharedTexts } from './shared-texts.ts';
import { readSheetText } from './sheet-text.ts';

/** What a workbook says it is, and the ending under which alone Excel opens it. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', '.xlsx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml', '.xltx'],
  ['application/vnd.ms-excel.template.macroEnabled.main+xml', '.xltm'],
  ['application/vnd.ms-excel.sheet.macroEnabled.main+xml', '.xlsm'],
]);

/**
 * Fills a superior's form. Of its package only the sheet changes, and the order in which Excel works formulas out when
 * rows moved; every other part keeps its very bytes.
 *
 * @throws AppError TEMPLATE_KIND (no .xlsx or .xlsm), WORKBOOK_ENCRYPTED, TEMPLATE_ODD (it cannot be changed without
 *   risk: signed, strict, damaged), TEMPLATE_ENDING (Excel would not open it under that name), TEMPLATE_SHEET_GONE (no
 *   such sheet), TEMPLATE_ELSEWHERE (the mapping is of another form), TEMPLATE_TOO_LONG
 */
export async function fillTemplate(input: TemplateFillInput): Promise<TemplateFilling> {
  const { template, fileName: file } = input;
  const kind = await fileKind(template);
  if (kind === 'encrypted') throw new AppError('WORKBOOK_ENCRYPTED', { file });
  if (kind !== 'xlsx') throw new AppError('TEMPLATE_KIND', { file });
  try {
    return await filled(input);
  } catch (cause) {
    if (cause instanceof OddPackageError || cause instanceof XmlFault)
      throw new AppError('TEMPLATE_ODD', { file }, { cause });
    throw cause;
  }
}

async function filled(input: TemplateFillInput): Promise<TemplateFilling> {
  const { fileName: file, mapping } = input;
  const parts = await openForChange(input.template, file);
  const workbook = await targetOf(parts, '', 'officeDocument');
  const main = await parts.contentTypeOf(workbook);
  const ending = ENDINGS.get(main);
  if (ending === undefined) throw new OddPackageError(`main part is ${main}`);
  const wanted = input.ending?.toLowerCase() ?? ending;
  if (wanted !== ending) throw new AppError('TEMPLATE_ENDING', { file, ending, wanted: wanted || '无' });
  const workbookXml = await parts.text(workbook);
  const { date1904, sheets } = readWorkbookPart(workbookXml);
  const index = sheets.findIndex(({ name }) => name === mapping.sheet);
  const entry = sheets[index];
  if (entry === undefined) throw new AppError('TEMPLATE_SHEET_GONE', { file, sheet: mapping.sheet });
  const part = await sheetPart(
    parts,
    workbook,
    entry.relation,
    sheets.map(({ relation }) => relation),
  );
  const xml = await parts.text(part);
  const sheet = readSheetText(xml);
  const trouble = mappingTrouble(mapping, sheet);
  if (trouble !== null) throw new AppError('TEMPLATE_ELSEWHERE', { file, trouble });
  const shared = await optional(parts, workbook, 'sharedStrings', sharedTexts, NO_TEXTS);
  const form = {
    sheet,
    shared,
    allowed: await readDropDowns(parts, { part: workbook, xml: workbookXml }, sheet, shared),
    looks: await optional(parts, workbook, 'styles', cellLooks, cellLooks(undefined)),
    merges: mergedBlocks(sheet),
  };
  const done = fillSheet(form, input, date1904);
  if (done === 'too-long') throw new AppError('TEMPLATE_TOO_LONG', { file, rows: input.rows.length });
  const about: FilledSheet = { name: mapping.sheet, part, workbook, index };
  const outside = await outsideNotes(parts, about, done.moves);
  parts.set(part, done.xml);
  await moveCalculation(parts, workbook, sheetIdOf(workbookXml, mapping.sheet), done.moves);
  const state = [
    ...(entry.hidden ? [`工作表“${mapping.sheet}”是隐藏的，已照填；打开后请取消隐藏查看。`] : []),
    ...(sheet.parts.some(({ name }) => name === 'sheetProtection')
      ? [`工作表“${mapping.sheet}”设有保护，已照填，保护仍在。`]
      : []),
  ];
  return {
    bytes: await parts.bytes(),
    filledRows: done.filledRows,
    filledCells: done.filledCells,
    notes: [...input.notes, ...state, ...done.notes, ...outside],
  };
}

async function targetOf(parts: ChangeablePackage, part: string, type: string): Promise<string> {
  const found = (await parts.relationshipsOf(part)).find((relation) => relation.type === `${RELATIONSHIPS}/${type}`);
  if (!found || !parts.has(found.target)) throw new OddPackageError(`no ${type}`);
  return found.target;
}

/** @throws OddPackageError when it is no sheet of cells, or two sheets are one part */
async function sheetPart(
  parts: ChangeablePackage,
  workbook: string,
  relation: string,
  all: readonly string[],
): Promise<string> {
  const relations = new Map((await parts.relationshipsOf(workbook)).map((each) => [each.id, each]));
  const own = relations.get(relation);
  if (own?.type !== `${RELATIONSHIPS}/worksheet` || !parts.has(own.target))
    throw new OddPackageError('no sheet of cells');
  if (all.filter((id) => relations.get(id)?.target === own.target).length > 1)
    throw new OddPackageError('two sheets are one part');
  return own.target;
}

async function optional<Value>(
  parts: ChangeablePackage,
  workbook: string,
  type: string,
  read: (xml: string) => Value,
  none: Value,
): Promise<Value> {
  const found = (await parts.relationshipsOf(workbook)).find((each) => each.type === `${RELATIONSHIPS}/${type}`);
  return found && parts.has(found.target) ? read(await parts.text(found.target)) : none;
}

function sheetIdOf(workbookXml: string, name: string): string {
  const tags = new TagScanner(workbookXml);
  while (tags.next()) {
    if (!tags.isClosing && tags.name() === 'sheet' && attributeOf(tags.tag(), 'name') === name) {
      return attributeOf(tags.tag(), 'sheetId') ?? '';
    }
  }
  return '';
}

/**
 * The list of cells with formulas must name cells that have one, or Excel offers a repair: it follows the rows. A cell
 * that it does not name is put into it by Excel.
 */
async function moveCalculation(
  parts: ChangeablePackage,
  workbook: string,
  sheetId: string,
  moves: RowMoves,
): Promise<void> {
  if (moves.insertions.length === 0) return;
  const chain = (await parts.relationshipsOf(workbook)).find((each) => each.type === `${RELATIONSHIPS}/calcChain`);
  if (!chain || !parts.has(chain.target)) return;
  const xml = await parts.text(chain.target);
  const tags = new TagScanner(xml);
  const pieces: string[] = [];
  let at = 0;
  let sheet = '';
  while (tags.next()) {
    if (tags.isClosing || tags.name() !== 'c') continue;
    const tag = tags.tag();
    sheet = attributeOf(tag, 'i') ?? sheet;
    const place = cellPlace(attributeOf(tag, 'r'));
    if (sheet !== sheetId || place === undefined || moves.row(place.row) === place.row) continue;
    const reference = referenceOf({ row: moves.row(place.row), column: place.column });
    pieces.push(xml.slice(at, tags.start), withAttribute(tag, 'r', reference));
    at = tags.end;
  }
  if (at > 0) parts.set(chain.target, pieces.join('') + xml.slice(at));
}
