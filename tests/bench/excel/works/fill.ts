import path from 'node:path';
import { createOutlet } from '#backend/outlet/outlet.ts';
import { BUILT_THREAD } from '../built-thread.ts';
import { fillOf } from '../fill-of.ts';
import { WARMING_ROWS, type Work } from '../work.ts';

/** Filling a superior's form that has so many rows of last month, by the writing thread. */
export const work: Work = async (rows, folder) => {
  const outlet = createOutlet(BUILT_THREAD, undefined);
  const write = async (count: number) => {
    const input = await fillOf(count);
    return () => outlet.save({ kind: 'template', fill: input }, path.join(folder, 'filled.xlsx'));
  };
  await (await write(WARMING_ROWS))();
  const measured = await write(rows);
  return async () => {
    const { cells, rows: filled, notices } = await measured();
    // Every row of last month is one of this month's: none may have come in.
    const added = notices.find((notice) => notice.includes('行不够'));
    if (filled !== rows || (cells ?? 0) < rows || added) throw new Error(`${filled} rows, ${cells} cells: ${added}`);
    await outlet.close();
  };
};
