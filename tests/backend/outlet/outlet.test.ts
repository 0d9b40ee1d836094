import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openPackage } from '#backend/files/package-parts.ts';
import { createOutlet, OUTLET_LIMITS, type Outlet } from '#backend/outlet/outlet.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { formInput, ledgerInput } from '#tests/backend/excel/seed-world.ts';
import { openWorkbook } from '#tests/backend/sheets/altered.ts';
import { greatLedger } from '#tests/bench/great-ledger.ts';
import { describedLedger, type LedgerInput } from '#tests/helpers/described-tables.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';

function aFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), '发出 '));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function anOutlet(limits: Partial<typeof OUTLET_LIMITS> = {}, worker = OUTLET_WORKER): Outlet {
  const outlet = createOutlet(worker, undefined, { ...OUTLET_LIMITS, ...limits });
  onTestFinished(() => outlet.close());
  return outlet;
}

/** The ledger of a large county: so many tasks with five agencies each. */
function aLedger(tasks: number): LedgerInput {
  const [first] = ledgerInput.tasks;
  if (!first) throw new Error('a ledger without tasks');
  const entries = Array.from({ length: 5 }, () => first.entries)
    .flat()
    .slice(0, 5);
  return {
    ...ledgerInput,
    tasks: Array.from({ length: tasks }, (_, index) => ({ ...first, number: index + 1, entries })),
  };
}

const ledgerJob = (tasks: number) => ({ kind: 'tables', tables: [describedLedger(aLedger(tasks))] }) as const;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

test('a table and a form are written by the thread as they were before in the program itself', async () => {
  const folder = aFolder();
  const outlet = anOutlet();
  const rows: string[] = [];
  const onRows = (done: number, total: number) => rows.push(`${done}/${total}`);
  const table = await outlet.save(ledgerJob(60), path.join(folder, '台账.xlsx'), { onRows });
  expect(table.rows).toBe(300);
  expect(table.bytes).toBe(fs.statSync(path.join(folder, '台账.xlsx')).size);
  expect(rows).toEqual(['100/300', '200/300', '300/300']);
  const form = formInput('县公安局');
  expect(await outlet.save({ kind: 'form', form }, path.join(folder, '表.xlsx'))).toMatchObject({
    rows: form.parts[0]?.rows.length,
  });
  const book = await openWorkbook(fs.readFileSync(path.join(folder, '表.xlsx')));
  expect(book.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
    ['填报表', 'visible'],
    ['_form', 'veryHidden'],
  ]);
  expect(fs.readdirSync(folder).toSorted()).toEqual(['台账.xlsx', '表.xlsx']);
});

test('cancelled at any moment, a table leaves nothing; the next one is written all the same', async () => {
  const folder = aFolder();
  const outlet = anOutlet();
  const target = path.join(folder, '台账.xlsx');
  const cancelAt = async (moment: 'before' | 'at the first rows' | 'at the last row' | 'while waiting') => {
    const cancel = new AbortController();
    const onRows = (done: number, total: number) => {
      if (moment === 'at the first rows' || (moment === 'at the last row' && done === total)) cancel.abort();
    };
    if (moment === 'before') cancel.abort();
    const work = outlet.save(ledgerJob(200), target, { signal: cancel.signal, onRows });
    if (moment === 'while waiting') setImmediate(() => cancel.abort());
    return codeOf(work);
  };
  for (const moment of ['before', 'at the first rows', 'at the last row', 'while waiting'] as const) {
    expect([moment, await cancelAt(moment)]).toEqual([moment, 'CANCELLED']);
    expect([moment, fs.readdirSync(folder)]).toEqual([moment, []]);
  }
  await outlet.save(ledgerJob(2), target);
  expect(fs.readdirSync(folder)).toEqual(['台账.xlsx']);
});

test('a table too large for the memory is refused with a sentence, the older file stays, the program goes on', async () => {
  const folder = aFolder();
  const target = path.join(folder, '台账.xlsx');
  fs.writeFileSync(target, '旧的');
  const outlet = anOutlet({ memoryMb: 48 });
  // Rows pass by, however many; what is whole in the thread is what a table is filled with besides.
  const { input, ...ledger } = describedLedger(aLedger(2));
  const table = {
    ...ledger,
    input: { ...input, stretches: Array.from({ length: 1_000_000 }, (_, index) => `第${index}期`) },
  };
  expect(await codeOf(outlet.save({ kind: 'tables', tables: [table] }, target))).toBe('TABLE_TOO_LARGE');
  expect(fs.readFileSync(target, 'utf8')).toBe('旧的');
  expect(fs.readdirSync(folder)).toEqual(['台账.xlsx']);
  await outlet.save(ledgerJob(2), target);
  expect(fs.readFileSync(target, 'latin1')).toMatch(/^PK/);
});

test('rows go by: a ledger of 20,000 is written in the memory that the smallest needs, and is of the moment it was asked for', async () => {
  const folder = aFolder();
  const outlet = anOutlet({ memoryMb: 48 });
  let made = 0;
  const ledger = greatLedger(20_000);
  function* counted() {
    for (const row of ledger.rows) {
      made++;
      yield row;
    }
  }
  const first = outlet.save(ledgerJob(2), path.join(folder, '小.xlsx'));
  const great = outlet.save({ kind: 'tables', tables: [{ ...ledger, rows: counted() }] }, path.join(folder, '大.xlsx'));
  // It waits for the other one, and has been looked at to its end.
  expect(made).toBe(20_000);
  await first;
  expect(await great).toMatchObject({ rows: 20_000, notices: [] });
  const { part } = await openPackage(new Uint8Array(fs.readFileSync(path.join(folder, '大.xlsx'))), '大.xlsx');
  const sheet = new TextDecoder().decode(await part('xl/worksheets/sheet1.xml'));
  expect(sheet.match(/已完成排查 \d+ 户/gu)?.length).toBe(20_000);
  expect(sheet).toContain('已完成排查 3999 户');
});

test('several tables are several sheets of one workbook', async () => {
  const folder = aFolder();
  const ledger = describedLedger(aLedger(2));
  const named = (sheetName: string) => ({ ...ledger, input: { ...ledger.input, sheetName } });
  const file = path.join(folder, '各单位.xlsx');
  const written = await anOutlet().save({ kind: 'tables', tables: [named('甲局'), named('乙局')] }, file);
  expect(written.rows).toBe(20);
  const bytes = fs.readFileSync(file);
  expect((await openWorkbook(bytes)).worksheets.map(({ name }) => name)).toEqual(['甲局', '乙局']);
  expect(await brokenRules(bytes)).toEqual([]);
});

test('a thread that ends by itself is told as a code, and leaves nothing', async () => {
  const folder = aFolder();
  const worker = path.join(folder, 'dies.mjs');
  fs.writeFileSync(
    worker,
    `import fs from 'node:fs';
     import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ draft }) => { fs.writeFileSync(draft, 'half'); process.exit(3); });`,
  );
  const outlet = anOutlet({}, new URL(`file://${encodeURI(worker)}`));
  expect(await codeOf(outlet.save(ledgerJob(2), path.join(folder, 'a.xlsx')))).toBe('WRITING_STOPPED');
  expect(fs.readdirSync(folder)).toEqual(['dies.mjs']);
});

test('an idle thread is let go, and closing ends what is under way', async () => {
  const folder = aFolder();
  const outlet = anOutlet({ idleMs: 1 });
  await outlet.save(ledgerJob(2), path.join(folder, 'a.xlsx'));
  await outlet.save(ledgerJob(2), path.join(folder, 'b.xlsx'));
  const underWay = codeOf(outlet.save(ledgerJob(500), path.join(folder, 'c.xlsx')));
  await outlet.close();
  expect(await underWay).toBe('CANCELLED');
  expect(fs.readdirSync(folder).toSorted()).toEqual(['a.xlsx', 'b.xlsx']);
});

test('what is handed to the thread is plain data: a value with a function in it does not pass', async () => {
  const outlet = anOutlet();
  const job = { ...ledgerJob(1), surprise: () => 'code' };
  await expect(outlet.save(job, path.join(aFolder(), 'a.xlsx'))).rejects.toThrow(/could not be cloned/);
});

test('a table with more columns than a sheet has is refused, and nothing is left', async () => {
  const folder = aFolder();
  const ledger = greatLedger(5);
  const columns = Array.from({ length: 16_385 }, () => ledger.input.def.columns[0] ?? []).flat();
  const table = { ...ledger, input: { ...ledger.input, def: { ...ledger.input.def, columns } } };
  const saving = anOutlet().save({ kind: 'tables', tables: [table] }, path.join(folder, '表.xlsx'));
  expect(await codeOf(saving)).toBe('SHEET_TOO_LARGE');
  expect(fs.readdirSync(folder)).toEqual([]);
});
