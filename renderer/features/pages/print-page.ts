import type { PrintTable } from '#shared/domain/print-table.ts';
import { recallChoices } from '../print/print-choices.ts';
import { printTable, saveAsPdf } from '../print/print-table.ts';

/** The page on show as a table on paper; `null` while none is. */
let shown: (() => PrintTable) | null = null;

/** @returns takes it away again */
export function offerPage(print: () => PrintTable): () => void {
  shown = print;
  return () => {
    if (shown === print) shown = null;
  };
}

function jobOf(table: PrintTable) {
  const { paper, orientation, fit, ink } = recallChoices();
  return { tables: [table], setup: { paper, orientation, fit, ink } };
}

/** Prints the page on show, on the paper that was chosen last. */
export function printShownPage(): void {
  if (shown) void printTable(jobOf(shown()));
}

/** Keeps the page on show as a PDF. */
export function saveShownPage(): void {
  if (shown) void saveAsPdf(jobOf(shown()));
}
