/**
 * Writing workbooks against raw exceljs, SheetJS and LibreOffice: npm run bench:excel [-- ledger|forms|fill] [--quick]
 * Each measurement is a process of its own, in turns; medians. Ends with 1 when an aim is missed.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { build } from 'vite';
import { ensureBundles } from '#build/bundle/build-bundles.ts';
import { PROJECT_ROOT } from '#build/runtime/places.ts';
import { worldFile } from '#tests/worlds/write-world.ts';
import type { WorkName } from './excel/work.ts';
import { median } from './stats.ts';

const RUN_ONE = fileURLToPath(new URL('excel/run-one.ts', import.meta.url));
const RUN_OURS = fileURLToPath(new URL('excel/run-ours.ts', import.meta.url));
const BUILT_FOLDER = path.join(PROJECT_ROOT, 'out', 'bench');
const LEDGERS = [500, 5_000, 50_000] as const;
const FORMS = 120;
const TEMPLATE_ROWS = 5_000;
/** Great ones take long, and differ less. */
const ROUNDS = { 500: 7, 5000: 5, 50000: 3, 120: 3 } as const;
const LEDGER_AIMS: Readonly<Record<number, number>> = { 5000: 0.8, 50000: 0.5 };
const MEMORY_AIM_MB = 200;
const FORMS_AIM_MS = 10_000;
const FILL_AIM = 0.3;

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});

type Measured = { readonly ms: number; readonly cpuMs: number; readonly megabytes: number };

async function measureOnce(work: WorkName, rows: number): Promise<Measured> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-excel-'));
  try {
    const what = work === 'ours' ? [path.join(BUILT_FOLDER, 'run-ours.js')] : [RUN_ONE, work];
    const { stdout } = await promisify(execFile)(process.execPath, [...what, String(rows), folder], {
      cwd: PROJECT_ROOT,
    });
    const measured: Measured = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    return measured;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** All works in turns, so that whatever else the machine does meets each of them. */
async function measure(
  works: readonly WorkName[],
  rows: keyof typeof ROUNDS,
): Promise<ReadonlyMap<WorkName, Measured>> {
  const runs = new Map<WorkName, Measured[]>(works.map((work) => [work, []]));
  for (let round = 0; round < (values.quick ? 1 : ROUNDS[rows]); round++) {
    // Forty seconds of it are for the merges: once is enough.
    const now = works.filter((work) => round === 0 || work !== 'raw' || !isFlatSize(rows));
    for (const work of now) runs.get(work)?.push(await measureOnce(work, rows));
  }
  const middle = (list: readonly Measured[]): Measured => ({
    ms: median(list.map(({ ms }) => ms)),
    cpuMs: median(list.map(({ cpuMs }) => cpuMs)),
    megabytes: median(list.map(({ megabytes }) => megabytes)),
  });
  return new Map([...runs].map(([work, list]) => [work, middle(list)]));
}

type Line = Readonly<Record<string, string>>;
const lines: Record<string, Line> = {};
let isGood = true;

/** An aim and whether it is reached; a missed one ends the run with 1. */
function aim(is: number, most: number, unit = ''): string {
  if (is > most) isGood = false;
  return `≤ ${most}${unit} ${is <= most ? '✓' : '✗'}`;
}

function put(name: string, { ms, cpuMs, megabytes }: Measured, more: Line = {}): void {
  lines[name] = {
    time: `${Math.round(ms)} ms`,
    'of the processor': `${Math.round(cpuMs)} ms`,
    peak: `${Math.round(megabytes)} MB`,
    ...more,
  };
}

const NAMES = {
  ours: 'ours',
  raw: 'raw exceljs',
  'raw-unmerged': 'raw exceljs, no merges',
  sheetjs: 'SheetJS, no looks',
  office: 'LibreOffice, open and save',
} as const;

function hasOffice(): boolean {
  const found = process.env['PATH']
    ?.split(path.delimiter)
    .some((folder) => fs.existsSync(path.join(folder, 'soffice')));
  if (found !== true) console.error('LibreOffice is not on this machine (soffice): it is left out');
  return found === true;
}

const office = hasOffice();

/** Of so many rows memory is looked at. */
function isFlatSize(rows: number): boolean {
  return rows === LEDGERS.at(-1);
}

async function benchLedgers(): Promise<void> {
  for (const rows of LEDGERS) {
    console.error(`ledger of ${rows} rows …`);
    const raw = isFlatSize(rows) ? (['raw', 'raw-unmerged'] as const) : (['raw'] as const);
    const found = await measure(['ours', ...raw, 'sheetjs', ...(office ? (['office'] as const) : [])], rows);
    const peer = found.get('raw')?.ms ?? Number.NaN;
    for (const [work, figures] of found) {
      const ratio = figures.ms / peer;
      const most = work === 'ours' ? LEDGER_AIMS[rows] : undefined;
      const isFlat = work === 'ours' && isFlatSize(rows);
      put(`ledger ${rows}: ${NAMES[work as keyof typeof NAMES]}`, figures, {
        'to raw exceljs': ratio.toFixed(2),
        aim: [
          most === undefined ? '' : aim(Number(ratio.toFixed(2)), most),
          isFlat ? aim(Math.round(figures.megabytes), MEMORY_AIM_MB, ' MB') : '',
        ]
          .join(' ')
          .trim(),
      });
    }
  }
}

async function benchForms(): Promise<void> {
  console.error(`${FORMS} forms …`);
  await worldFile('big');
  const found = (await measure(['forms'], FORMS)).get('forms');
  if (found) put(`${FORMS} forms of the big world`, found, { aim: aim(Math.round(found.ms), FORMS_AIM_MS, ' ms') });
}

async function benchFilling(): Promise<void> {
  console.error(`filling a form of ${TEMPLATE_ROWS} rows …`);
  const found = await measure(['fill', 'fill-raw', ...(office ? (['fill-office'] as const) : [])], TEMPLATE_ROWS);
  const peer = found.get('fill-raw')?.ms ?? Number.NaN;
  const names = {
    fill: 'filling',
    'fill-raw': 'exceljs, load and write',
    'fill-office': 'LibreOffice, open and save',
  } as const;
  for (const [work, figures] of found) {
    const ratio = Number((figures.ms / peer).toFixed(2));
    const name = `form of ${TEMPLATE_ROWS} rows: ${names[work as keyof typeof names]}`;
    put(name, figures, { 'to raw exceljs': ratio.toFixed(2), aim: work === 'fill' ? aim(ratio, FILL_AIM) : '' });
  }
}

await ensureBundles(PROJECT_ROOT, console.error);
await build({
  configFile: false,
  logLevel: 'error',
  root: PROJECT_ROOT,
  build: { ssr: RUN_OURS, outDir: BUILT_FOLDER, emptyOutDir: true, target: 'node24' },
});
const wanted = (name: string): boolean => positionals.length === 0 || positionals.includes(name);
if (wanted('ledger')) await benchLedgers();
if (wanted('forms')) await benchForms();
if (wanted('fill')) await benchFilling();
console.table(lines);
console.log(
  `peak: of the whole process${office ? '; LibreOffice is a process of its own, its memory is not in it' : ''}; load of the machine: ${os
    .loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')} on ${os.cpus().length} cores`,
);
process.exitCode = isGood ? 0 : 1;
