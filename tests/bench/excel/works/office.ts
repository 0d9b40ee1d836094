import path from 'node:path';
import { convert } from '../convert.ts';
import { WARMING_ROWS, type Work } from '../work.ts';
import { work as ours } from './ours.ts';

/** Opening the same table and saving it again, once its profile is there. */
export const work: Work = async (rows, folder) => {
  await (await ours(WARMING_ROWS, folder))();
  const file = path.join(folder, 'ours.xlsx');
  convert(file, folder);
  await (await ours(rows, folder))();
  return async () => convert(file, folder);
};
