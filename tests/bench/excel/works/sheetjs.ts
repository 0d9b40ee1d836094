import fs from 'node:fs';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import { ledgerSheet, valueOfCell } from '../ledger-sheet.ts';
import type { Work } from '../work.ts';

/** Values, widths and merges: SheetJS's open edition writes no looks. */
export const work: Work = async (rows, folder) => {
  const plan = ledgerSheet(rows);
  return async () => {
    const lines = [...plan.rows].map(({ cells }) => cells.map((cell) => (cell ? valueOfCell(cell.value) : null)));
    const sheet = utils.aoa_to_sheet(lines);
    sheet['!cols'] = plan.columns.map(({ width }) => ({ wch: width }));
    sheet['!merges'] = [...plan.merges].map(({ top, left, bottom, right }) => ({
      s: { r: top - 1, c: left - 1 },
      e: { r: bottom - 1, c: right - 1 },
    }));
    const bytes = write(utils.book_new(sheet, plan.name), { type: 'buffer', compression: true });
    fs.writeFileSync(path.join(folder, 'sheetjs.xlsx'), bytes);
  };
};
