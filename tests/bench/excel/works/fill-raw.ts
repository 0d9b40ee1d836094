import path from 'node:path';
import exceljs from 'exceljs';
import { templateFile } from '../fill-of.ts';
import { WARMING_ROWS, type Work } from '../work.ts';

/** What a script would do: load the form, save it again. */
export const work: Work = async (rows, folder) => {
  const run = async (file: string) => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    await book.xlsx.writeFile(path.join(folder, 'rewritten.xlsx'));
  };
  await run(await templateFile(WARMING_ROWS, folder));
  const file = await templateFile(rows, folder);
  return () => run(file);
};
