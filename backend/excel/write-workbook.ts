import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { CellTroubles } from '#backend/sheets/cell-troubles.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { chartParts, drawingElement, withChartParts } from './workbook/chart-parts.ts';
import { Looks } from './workbook/looks.ts';
import { RepeatedTexts } from './workbook/repeated-texts.ts';
import { escapedText } from './workbook/row-xml.ts';
import { sheetXml } from './workbook/sheet-xml.ts';
import { drawSkeleton, numberedLooks } from './workbook/skeleton.ts';
import { type PackagePart, zipStream } from './workbook/zip-stream.ts';

const STYLES_PART = 'xl/styles.xml';
const TEXTS_PART = 'xl/sharedStrings.xml';
const SHEET_PART = /^xl\/worksheets\/sheet(\d+)\.xml$/u;

/**
 * A workbook as it is made: rows are asked for, written and forgotten, so that memory does not grow with them.
 *
 *   1. the library draws the workbook without rows          workbook/skeleton.ts
 *   2. each sheet's rows go between what it drew            workbook/sheet-xml.ts
 *   3. the looks that the rows asked for are drawn at last  workbook/looks.ts
 *
 * @param sheets the sheets in their order; the first visible one is shown when the file is opened
 * @param troubles told of what cannot stand in a cell as it is
 * @returns the bytes of an .xlsx workbook; whoever reads slowly holds the making up
 */
export async function workbookStream(
  sheets: readonly SheetPlan[],
  troubles: CellTroubles = new CellTroubles(),
): Promise<Readable> {
  const skeleton = await drawSkeleton(sheets, []);
  const keeps = { looks: new Looks(), texts: new RepeatedTexts(), troubles };
  const parts: PackagePart[] = [];
  for (const [name, drawn] of withChartParts(skeleton, sheets)) {
    if (name === STYLES_PART || name === TEXTS_PART) continue;
    const number = SHEET_PART.exec(name)?.[1];
    const plan = number === undefined ? undefined : sheets[Number(number) - 1];
    const pieces = plan ? sheetXml(plan, drawn, drawingElement(plan), keeps) : [drawn];
    parts.push({ name, pieces });
  }
  // At last: what a chart shows, which looks and texts there are is known when the rows are written.
  parts.push(
    ...chartParts(sheets),
    { name: TEXTS_PART, pieces: keeps.texts.xml(escapedText) },
    { name: STYLES_PART, pieces: stylesPart(sheets, keeps.looks) },
  );
  return zipStream(parts);
}

/** A small workbook as bytes. */
export async function writeWorkbook(sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  return new Uint8Array(await buffer(await workbookStream(sheets)));
}

async function* stylesPart(sheets: readonly SheetPlan[], looks: Looks): AsyncGenerator<string> {
  const drawn = await drawSkeleton(sheets, looks.styles);
  yield numberedLooks(drawn, STYLES_PART, looks.styles.length);
}
