import { type Area, contains } from '#renderer/grid/sheet/selection/geometry.ts';
import { ledgerColumn, ledgerText } from '#renderer/view/ledger-lines.ts';
import type { LedgerSheet } from './ledger-model.ts';

/** What the status bar says of the selected cells, as a worksheet does. */
export type LedgerFigures = {
  /** Cells that are not empty. */
  readonly count: number;
  /** Of the numbers of tasks and of percentages. `null`: there are none. */
  readonly numbers: { readonly sum: number; readonly average: number } | null;
};

/** Every cell once, also where the areas overlap. */
export function ledgerFigures({ rows, columns }: LedgerSheet, areas: readonly Area[]): LedgerFigures {
  let count = 0;
  const numbers: number[] = [];
  for (const [row, line] of rows.entries()) {
    const crossing = areas.filter(({ top, bottom }) => row >= top && row <= bottom);
    if (crossing.length === 0) continue;
    for (const [column, columnId] of columns.entries()) {
      const known = ledgerColumn(columnId);
      if (known === null || !crossing.some((area) => contains(area, { row, column }))) continue;
      if (ledgerText(line, known) !== '') count += 1;
      if (known === 'number') numbers.push(line.row.number);
      if (known === 'percent' && line.row.percent !== null) numbers.push(line.row.percent);
    }
  }
  const sum = numbers.reduce((total, number) => total + number, 0);
  return { count, numbers: numbers.length === 0 ? null : { sum, average: sum / numbers.length } };
}
