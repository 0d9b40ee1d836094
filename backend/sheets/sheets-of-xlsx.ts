import { openPackage, type PackageParts } from '#backend/files/package-parts.ts';
import { PartFault } from '#backend/files/zip-unpack.ts';
import { AppError } from '#shared/errors.ts';
import type { SheetRead, SheetRemark } from './sheet.ts';
import { SheetBuilder, SheetTooLarge } from './sheet-builder.ts';
import { type Relation, readRelations, relationsName } from './xlsx/relations.ts';
import { readComments, readDrawing, readThreadedComments } from './xlsx/remarks.ts';
import { readSharedStrings } from './xlsx/shared-strings.ts';
import { readSheetPart, type WorkbookParts } from './xlsx/sheet-part.ts';
import { readStyles } from './xlsx/styles.ts';
import { readWorkbookPart } from './xlsx/workbook-part.ts';
import { decodeXml } from './xml/decode-xml.ts';
import { XmlFault } from './xml/scan-xml.ts';

const MAIN_PART = 'xl/workbook.xml';
/** Sheets of a workbook that are read; the rest is named as unread. */
const SHEETS_MAX = 200;

/** What is read of what stands over and beside the cells, by the type of its relation. */
const REMARK_READERS: Readonly<Record<string, (xml: string) => readonly SheetRemark[]>> = {
  comments: readComments,
  threadedComment: readThreadedComments,
  drawing: readDrawing,
};

/**
 * Reads all sheets of a workbook of today, as a person sees them: of a workbook only its main part, sheets, strings and
 * styles are read, besides remarks and drawings for their words. Everything else in it, whatever its state, costs
 * nothing; of what is read, each part that is not whole costs what it says alone, and that is said.
 *
 * @throws AppError FILE_TOO_LARGE, WORKBOOK_BOMB; WORKBOOK_DAMAGED when no visible sheet can be read
 */
export async function sheetsOfXlsx(bytes: Uint8Array, file: string): Promise<readonly SheetRead[]> {
  const parts = await openPackage(bytes, file);
  try {
    return await readWorkbook(parts);
  } catch (cause) {
    if (cause instanceof SheetTooLarge || (cause instanceof PartFault && cause.isTooLarge)) {
      throw new AppError('WORKBOOK_BOMB', { file }, { cause });
    }
    if (isFaultOfPart(cause)) throw new AppError('WORKBOOK_DAMAGED', { file }, { cause });
    throw cause;
  }
}

async function readWorkbook(parts: PackageParts): Promise<readonly SheetRead[]> {
  const main = (await mainPart(parts)) ?? MAIN_PART;
  const xml = await xmlOf(parts, main);
  if (xml === undefined) throw new XmlFault('no workbook part');
  const { sheets, date1904 } = readWorkbookPart(xml);
  const relations = (await attempt(() => relationsOf(parts, main))) ?? [];
  const read = async <Value>(type: string, usual: string, of: (xml: string) => Value): Promise<Value | null> => {
    const target = relations.find((each) => each.type === type)?.target ?? `xl/${usual}`;
    const value = await attempt(async () => {
      const text = await xmlOf(parts, target);
      return text === undefined ? undefined : of(text);
    });
    return value ?? null;
  };
  const strings = await read('sharedStrings', 'sharedStrings.xml', readSharedStrings);
  const styles = await read('styles', 'styles.xml', readStyles);
  const counts = { cells: 0, formatted: 0 };
  const faults: unknown[] = [];
  const results: SheetRead[] = [];
  const seen = new Set<string>();
  for (const [index, { name, hidden, relation }] of sheets.slice(0, SHEETS_MAX).entries()) {
    const own = relations.find(({ id }) => id === relation);
    // Charts and old macros have sheets of their own, without cells.
    if (own !== undefined && own.type !== 'worksheet') continue;
    const target = own?.target ?? `xl/worksheets/sheet${index + 1}.xml`;
    const builder = (): SheetBuilder => new SheetBuilder(name, hidden, counts);
    try {
      if (seen.has(target)) throw new XmlFault('two sheets are one part');
      seen.add(target);
      results.push(await readSheet(parts, target, { strings, styles, date1904 }, builder()));
    } catch (fault) {
      if (!isFaultOfPart(fault) || (fault instanceof PartFault && fault.isTooLarge)) throw fault;
      faults.push(fault);
      const unread = builder();
      unread.addUnread(`工作表“${name}”已损坏，没有读取`);
      results.push(unread.build());
    }
  }
  if (faults.length > 0 && !results.some(({ hidden, rows }) => !hidden && rows.length > 0)) throw faults[0];
  if (results.length === 0) throw new XmlFault('no sheets');
  // Nothing is left of a table whose words are lost; that it has no heads would be the wrong thing to say.
  if (isMostlyLost(results)) throw new XmlFault('the words are lost');
  return results;
}

function isMostlyLost(sheets: readonly SheetRead[]): boolean {
  let cells = 0;
  let lost = 0;
  for (const { rows } of sheets) {
    for (const row of rows) {
      for (const { trouble } of row.cells.values()) {
        cells++;
        if (trouble === 'lost') lost++;
      }
    }
  }
  return lost * 2 > cells;
}

async function readSheet(
  parts: PackageParts,
  part: string,
  workbook: WorkbookParts,
  into: SheetBuilder,
): Promise<SheetRead> {
  const xml = await xmlOf(parts, part);
  if (xml === undefined) throw new XmlFault(`no part ${part}`);
  readSheetPart(xml, workbook, into);
  for (const { type, target } of (await attempt(() => relationsOf(parts, part))) ?? []) {
    const reader = REMARK_READERS[type];
    if (reader === undefined) continue;
    const remarks = await attempt(async () => {
      const text = await xmlOf(parts, target);
      return text === undefined ? [] : reader(text);
    });
    if (remarks === undefined) into.addUnread('批注或图形部分已损坏，没有读取');
    for (const remark of remarks ?? []) into.addRemark(remark);
  }
  return into.build();
}

/** The main part by the relations of the whole file; Excel looks for it nowhere else. */
async function mainPart(parts: PackageParts): Promise<string | undefined> {
  const relations = await attempt(() => relationsOf(parts, ''));
  const target = relations?.find(({ type }) => type === 'officeDocument')?.target;
  return target !== undefined && hasPart(parts, target) ? target : undefined;
}

function hasPart(parts: PackageParts, name: string): boolean {
  return parts.names.some((each) => each.toLowerCase() === name.toLowerCase());
}

async function relationsOf(parts: PackageParts, part: string): Promise<readonly Relation[]> {
  const xml = await xmlOf(parts, relationsName(part));
  return xml === undefined ? [] : readRelations(xml, part);
}

async function xmlOf(parts: PackageParts, name: string): Promise<string | undefined> {
  const bytes = await parts.part(name);
  return bytes === undefined ? undefined : decodeXml(bytes);
}

/** What a part that may be missing or broken gives; `undefined` when it does. */
async function attempt<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isFaultOfPart(error)) return undefined;
    throw error;
  }
}

function isFaultOfPart(error: unknown): boolean {
  return error instanceof XmlFault || error instanceof PartFault;
}
