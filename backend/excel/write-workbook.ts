import type { Readable } from 'node:stream';
import { chartParts, drawingElement, withChartParts } from './workbook/chart-parts.ts';
import { Looks } from './workbook/looks.ts';
import { sheetXml } from './workbook/sheet-xml.ts';
import { drawSkeleton, numberedLooks } from './workbook/skeleton.ts';
import { type PackagePart, zipStream } from './workbook/zip-stream.ts';
import type { SheetPlan } from './sheet-plan.ts';

/**
 * A workbook as it is made: rows are asked for, written and forgotten, so that memory does not grow with them.
 *
 *   1. the library draws the workbook without rows          workbook/skeleton.ts
 *   2. each sheet's rows go between what it drew            workbook/sheet-xml.ts
 *   3. the looks that the rows asked for are drawn at last  workbook/looks.ts
 *
 * @param sheets the sheets in their order; the first visible one is shown when the file is opened
 * @returns the bytes of an .xlsx workbook; whoever reads slowly holds the making up
 */
export async function workbookStream(sheets: readonly SheetPlan[]): Promise<Readable> {
  const skeleton = await drawSkeleton(sheets, []);
  const looks = new Looks();
  const parts: PackagePart[] = [];
  for (const [name, drawn] of withChartParts(skeleton, sheets)) {
    const number = SHEET_PART.exec(name)?.[1];
    const plan = number === undefined ? undefined : sheets[Number(number) - 1];
    if (name === STYLES_PART) continue;
    parts.push({ name, pieces: plan ? sheetXml(plan, drawn, drawingElement(plan), looks) : [drawn] });
  }
  parts.push(...chartParts(sheets), { name: STYLES_PART, pieces: stylesPart(sheets, looks) });
  return zipStream(parts);
}

const STYLES_PART = 'xl/styles.xml';
const SHEET_PART = /^xl\/worksheets\/sheet(\d+)\.xml$/u;

/** The part of looks, with those that the written rows asked for. */
async function* stylesPart(sheets: readonly SheetPlan[], looks: Looks): AsyncGenerator<string> {
  const drawn = await drawSkeleton(sheets, looks.styles);
  yield numberedLooks(drawn, STYLES_PART, looks.styles.length);
}
