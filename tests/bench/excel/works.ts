/** What `npm run bench:excel` measures, each in a process of its own: run-one.ts starts one by name. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { utils, writeFile } from '@e965/xlsx';
import exceljs from 'exceljs';
import { describedSheet } from '#backend/excel/layouts/layout.ts';
import type { CellContent, SheetPlan } from '#backend/excel/sheet-plan.ts';
import { createOutlet } from '#backend/outlet/outlet.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { FileTicketSchema } from '#shared/contract/call.ts';
import { openWorld } from '#tests/helpers/what-leaves.ts';
import { greatLedger } from '../great-ledger.ts';
import { fillOf } from './fill-of.ts';

/** Prepares what is not measured, then gives back what is. */
export type Work = (rows: number, folder: string) => Promise<() => Promise<unknown>>;

const WARMING_ROWS = 50;

/** The program's own way: handed to the writing thread, written to a draft, read back, put in its place. */
const ours: Work = async (rows, folder) => {
  const outlet = createOutlet(OUTLET_WORKER, undefined);
  const write = (count: number) =>
    outlet.save({ kind: 'tables', tables: [greatLedger(count)] }, path.join(folder, 'ours.xlsx'));
  await write(WARMING_ROWS);
  return async () => {
    await write(rows);
    await outlet.close();
  };
};

function valueOfCell(content: CellContent): exceljs.CellValue {
  if (content === null || typeof content === 'string' || typeof content === 'number') return content;
  return 'date' in content
    ? new Date(`${content.date}T00:00:00Z`)
    : { formula: content.formula, result: content.result };
}

/** The same sheet, its rows made beforehand so that only the library is measured. */
function sheetOf(rows: number): SheetPlan {
  const { sheet } = describedSheet(greatLedger(rows), () => undefined);
  return { ...sheet, rows: [...sheet.rows], merges: [...sheet.merges] };
}

/** What a plain script would do: the same cells, looks, widths, heights and merges, straight into the library. */
async function writeRaw(plan: SheetPlan, file: string): Promise<void> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet(plan.name);
  sheet.columns = plan.columns.map(({ width }) => ({ width }));
  let number = 0;
  for (const { height, cells } of plan.rows) {
    const row = sheet.getRow(++number);
    if (height !== undefined) row.height = height;
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue;
      const target = row.getCell(column + 1);
      // One shared style object for all cells of a look: the quickest way the library has.
      target.style = cell.style;
      target.value = valueOfCell(cell.value);
    }
  }
  for (const { top, left, bottom, right } of plan.merges) sheet.mergeCellsWithoutStyle(top, left, bottom, right);
  await book.xlsx.writeFile(file);
}

const raw: Work = async (rows, folder) => {
  const file = path.join(folder, 'raw.xlsx');
  await writeRaw(sheetOf(WARMING_ROWS), file);
  const plan = sheetOf(rows);
  return () => writeRaw(plan, file);
};

/** Values, widths and merges: SheetJS's open edition writes no looks. */
const sheetJs: Work = async (rows, folder) => {
  const plan = sheetOf(rows);
  return async () => {
    const lines = [...plan.rows].map(({ cells }) => cells.map((cell) => (cell ? valueOfCell(cell.value) : null)));
    const sheet = utils.aoa_to_sheet(lines);
    sheet['!cols'] = plan.columns.map(({ width }) => ({ wch: width }));
    sheet['!merges'] = [...plan.merges].map(({ top, left, bottom, right }) => ({
      s: { r: top - 1, c: left - 1 },
      e: { r: bottom - 1, c: right - 1 },
    }));
    writeFile(utils.book_new(sheet, plan.name), path.join(folder, 'sheetjs.xlsx'), { compression: true });
  };
};

function convert(file: string, folder: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', path.join(folder, 'office'), file],
    { stdio: 'ignore' },
  );
}

/** Opening the same table and saving it again, once its profile is there. */
const office: Work = async (rows, folder) => {
  await (await ours(WARMING_ROWS, folder))();
  const file = path.join(folder, 'ours.xlsx');
  convert(file, folder);
  await (await ours(rows, folder))();
  return async () => convert(file, folder);
};

/** Forms for so many agencies of the big world, through the same call as the window. */
const forms: Work = async (count, folder) => {
  const { client, close } = await openWorld('big', folder);
  const { agencies, periods } = await client.workspace.overview();
  const periodId = periods.find(({ label }) => label === '2021-11')?.id;
  if (periodId === undefined) throw new Error('no such period');
  const to = path.join(folder, 'forms');
  fs.mkdirSync(to);
  const agencyIds = agencies.slice(0, count).map(({ id }) => id);
  return async () => {
    let written = 0;
    for await (const event of await client.forms.send({ periodId, agencyIds, folder: FileTicketSchema.parse(to) })) {
      if (event.kind === 'result') written = event.result.length;
    }
    if (written < count) throw new Error(`${written} of ${count} forms`);
    await close();
  };
};

/** Filling a superior's form that has so many rows of last month, by the writing thread. */
const fill: Work = async (rows, folder) => {
  const outlet = createOutlet(OUTLET_WORKER, undefined);
  const write = async (count: number) => {
    const input = await fillOf(count);
    return () => outlet.save({ kind: 'template', fill: input }, path.join(folder, 'filled.xlsx'));
  };
  await (await write(WARMING_ROWS))();
  const measured = await write(rows);
  return async () => {
    const { cells } = await measured();
    if ((cells ?? 0) < rows) throw new Error(`${cells} cells filled`);
    await outlet.close();
  };
};

async function templateFile(rows: number, folder: string): Promise<string> {
  const file = path.join(folder, `template-${rows}.xlsx`);
  fs.writeFileSync(file, (await fillOf(rows)).template);
  return file;
}

const fillRaw: Work = async (rows, folder) => {
  const run = async (file: string) => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    await book.xlsx.writeFile(path.join(folder, 'rewritten.xlsx'));
  };
  await run(await templateFile(WARMING_ROWS, folder));
  const file = await templateFile(rows, folder);
  return () => run(file);
};

const fillOffice: Work = async (rows, folder) => {
  convert(await templateFile(WARMING_ROWS, folder), folder);
  const file = await templateFile(rows, folder);
  return async () => convert(file, folder);
};

export const WORKS = { ours, raw, sheetJs, office, forms, fill, fillRaw, fillOffice } as const satisfies Readonly<
  Record<string, Work>
>;
export type WorkName = keyof typeof WORKS;
