import { convert } from '../convert.ts';
import { templateFile } from '../fill-of.ts';
import { WARMING_ROWS, type Work } from '../work.ts';

export const work: Work = async (rows, folder) => {
  convert(await templateFile(WARMING_ROWS, folder), folder);
  const file = await templateFile(rows, folder);
  return async () => convert(file, folder);
};
