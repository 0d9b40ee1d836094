import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createOutlet, OUTLET_LIMITS, type Outlet } from '#backend/outlet/outlet.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { formInput, ledgerInput } from '#tests/backend/excel/seed-world.ts';
import { openWorkbook } from '#tests/backend/sheets/altered.ts';
import { describedLedger, type LedgerInput } from '#tests/helpers/described-tables.ts';

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
