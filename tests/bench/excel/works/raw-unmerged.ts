import path from 'node:path';
import { ledgerSheet } from '../ledger-sheet.ts';
import { WARMING_ROWS, type Work } from '../work.ts';
import { writeRaw } from './raw.ts';

/** Without merges: the library compares each with all others, which is most of its time for a great table. */
export const work: Work = async (rows, folder) => {
  const file = path.join(folder, 'raw.xlsx');
  await writeRaw(ledgerSheet(WARMING_ROWS), file);
  const plan = { ...ledgerSheet(rows), merges: [] };
  return () => writeRaw(plan, file);
};
