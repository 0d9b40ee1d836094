import type { SheetRead } from '#backend/sheets/sheet.ts';
import type { TemplatePlace, TemplateSheet } from '#shared/domain/template.ts';
import { findHeadBlock, type HeadBlockFound } from './find-head-block.ts';
import { ownIn } from './template-cells.ts';

/** The sheet of a workbook that is the form. */
export type SheetChosen = {
  readonly sheet: SheetRead;
  readonly block: HeadBlockFound;
  readonly sheets: readonly TemplateSheet[];
  readonly notes: readonly string[];
};

/** Sheets that explain the form, or show it filled in. */
const BESIDE = /说明|须知|要求|示例|样例|范例|填写例|样张|封面|目录|字典|参数|选项|下拉|代码|枚举/u;

type Candidate = { readonly sheet: SheetRead; readonly block: HeadBlockFound | undefined };

/** Shown before hidden, the form before what explains it, then the one whose heads say most. */
function isBefore(one: Candidate, other: Candidate): number {
  const beside = ({ sheet }: Candidate): number => Number(BESIDE.test(sheet.name));
  return (
    Number(one.sheet.hidden) - Number(other.sheet.hidden) ||
    beside(one) - beside(other) ||
    (other.block?.score ?? 0) - (one.block?.score ?? 0)
  );
}

export function listSheets(sheets: readonly SheetRead[]): readonly TemplateSheet[] {
  return sheets.map(({ name, hidden, rows }) => ({ name, hidden, isTable: findHeadBlock(rows) !== undefined }));
}

/**
 * Chooses the sheet to be filled.
 *
 * @param place the sheet, and perhaps the heads, that a person pointed out
 * @returns `undefined` when no sheet has a table, or the one that was pointed out holds nothing
 */
export function chooseSheet(sheets: readonly SheetRead[], place: TemplatePlace | undefined): SheetChosen | undefined {
  const all = sheets.map((sheet): Candidate => ({ sheet, block: findHeadBlock(sheet.rows) }));
  const listed = all.map(({ sheet: { name, hidden }, block }) => ({ name, hidden, isTable: block !== undefined }));
  if (place !== undefined) {
    const pointed = all.find(({ sheet }) => sheet.name === place.sheet);
    const [first, last] = place.headRows ?? [pointed?.block?.first, pointed?.block?.last];
    if (pointed === undefined || first === undefined || last === undefined) return undefined;
    const holdsHeads = pointed.sheet.rows.some(
      (row) => row.number >= first && row.number <= last && ownIn(row).length > 0,
    );
    if (!holdsHeads) return undefined;
    return { sheet: pointed.sheet, block: { first, last, score: 0 }, sheets: listed, notes: [] };
  }
  const tables = all.filter(({ block }) => block !== undefined).toSorted(isBefore);
  const [best, ...others] = tables;
  if (best?.block === undefined) return undefined;
  const rivals = others
    .filter(({ sheet }) => !sheet.hidden && !BESIDE.test(sheet.name))
    .map(({ sheet }) => `“${sheet.name}”`);
  const notes = [
    ...(best.sheet.hidden ? [`只有隐藏的工作表“${best.sheet.name}”里有表，按它读取。`] : []),
    ...(rivals.length > 0 ? [`按工作表“${best.sheet.name}”读取；${rivals.join('、')}里也有表，不填写。`] : []),
  ];
  return { sheet: best.sheet, block: best.block, sheets: listed, notes };
}
