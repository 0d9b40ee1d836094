import { describedSheet } from '#backend/excel/layouts/layout.ts';
import type { CellContent, SheetPlan } from '#backend/excel/sheet-plan.ts';
import { greatLedger } from '../great-ledger.ts';

/** A cell's value as libraries take it. */
export function valueOfCell(
  content: CellContent,
): string | number | null | Date | { readonly formula: string; readonly result: string | number } {
  if (content === null || typeof content === 'string' || typeof content === 'number') return content;
  return 'date' in content
    ? new Date(`${content.date}T00:00:00Z`)
    : { formula: content.formula, result: content.result };
}

/** The same sheet, its rows made beforehand so that only the library is measured. */
export function ledgerSheet(rows: number): SheetPlan {
  const { sheet } = describedSheet(greatLedger(rows), () => undefined);
  return { ...sheet, rows: [...sheet.rows], merges: [...sheet.merges] };
}
