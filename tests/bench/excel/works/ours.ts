import path from 'node:path';
import { createOutlet } from '#backend/outlet/outlet.ts';
import { greatLedger } from '../../great-ledger.ts';
import { BUILT_THREAD } from '../built-thread.ts';
import { WARMING_ROWS, type Work } from '../work.ts';

/** The program's own way: handed to the writing thread, written to a draft, read back, put in its place. */
export const work: Work = async (rows, folder) => {
  const outlet = createOutlet(BUILT_THREAD, undefined);
  const write = (count: number) =>
    outlet.save({ kind: 'tables', tables: [greatLedger(count)] }, path.join(folder, 'ours.xlsx'));
  await write(WARMING_ROWS);
  return async () => {
    await write(rows);
    await outlet.close();
  };
};
