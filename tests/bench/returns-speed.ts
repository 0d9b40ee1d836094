/** A hundred returns of sixty rows: reading them against SheetJS, and what the reading process grows to. */
import fs from 'node:fs';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import { createIntake } from '#backend/intake/intake.ts';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { LentIntake } from '#tests/helpers/lend-intake.ts';
import { fillForm } from '#tests/returns/mutator/fill-form.ts';
import { randomFrom } from '#tests/returns/mutator/random.ts';
import { readForm } from '#tests/returns/mutator/read-form.ts';
import type { World, WorldSize } from '#tests/returns/mutator/world.ts';
import { writeWithExceljs } from '#tests/returns/mutator/writers/write-exceljs.ts';
import { figure } from './figure.ts';
import { median, timed } from './stats.ts';

/** Sixty rows for every agency. */
export const SIXTY_ROWS: WorldSize = { name: '300 × 40', tasks: 300, agencies: 40 };
const RETURNS = 100;
const ROUNDS = 5;
const RATIO_AIM = 1.5;
/** After so many the process should have grown to what it needs. */
const SETTLED = 20;
/** Growth from then on that is still flat. */
const GROWTH_MAX = 1.25;

type Return = { readonly name: string; readonly bytes: Uint8Array };

async function makeReturns(world: World): Promise<readonly Return[]> {
  const books = await Promise.all(world.forms.map(({ file }) => readForm(file)));
  return Promise.all(
    Array.from({ length: RETURNS }, async (_, index) => {
      const place = index % world.forms.length;
      const [form, book] = [world.forms[place], books[place]];
      if (!form || !book) throw new Error('a world has forms');
      const { book: filled } = fillForm(world, form, book, randomFrom(index));
      return { name: filled.fileName, bytes: await writeWithExceljs(filled) };
    }),
  );
}

async function readOurs(returns: readonly Return[]): Promise<void> {
  for (const { name, bytes } of returns) {
    readReturn(await readSheets(bytes, name), name, { mappings: new Map(), near: '2021-10-31' });
  }
}

function readTheirs(returns: readonly Return[]): void {
  for (const { bytes } of returns) xlsx.read(bytes, { type: 'array', cellDates: true, cellNF: true });
}

/** Resident memory of the processes this one started, in megabytes. */
function childMegabytes(): number {
  const children = fs
    .readdirSync('/proc/self/task')
    .flatMap((task) => fs.readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
    .filter((pid) => pid.trim() !== '');
  const sizes = children.map((pid) =>
    Number(/VmRSS:\s+(\d+)/u.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  );
  return Math.max(0, ...sizes) / 1024;
}

async function memoryOf(returns: readonly Return[], folder: string, intake: LentIntake) {
  const reader = createIntake(intake.start);
  const at = new Map<number, number>();
  let quickest = Number.POSITIVE_INFINITY;
  for (const [index, { name, bytes }] of returns.entries()) {
    const file = path.join(folder, `${index}-${name}`);
    fs.writeFileSync(file, bytes);
    quickest = Math.min(quickest, await timed(() => reader.readReturn(file, {})));
    at.set(index + 1, childMegabytes());
  }
  await reader.close();
  return { early: at.get(SETTLED) ?? 0, late: at.get(RETURNS) ?? 0, quickest };
}

/** @returns whether both figures reach their aims */
export async function benchSpeed(world: World, folder: string, intake: LentIntake): Promise<boolean> {
  const returns = await makeReturns(world);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await timed(() => readTheirs(returns)));
    ours.push(await timed(() => readOurs(returns)));
  }
  const time = figure({
    name: `${RETURNS} returns of ${world.forms[0]?.tasks.length ?? 0} rows`,
    unit: 'ms',
    ours: median(ours),
    peer: median(theirs),
    against: 'SheetJS parsing the same bytes',
    atMost: RATIO_AIM,
    note: `medians of ${ROUNDS} rounds in turns`,
  });
  const { early, late, quickest } = await memoryOf(returns, folder, intake);
  const memory = figure({
    name: `reading process after ${RETURNS}`,
    unit: 'MB',
    ours: late,
    peer: early,
    against: `after ${SETTLED}`,
    atMost: GROWTH_MAX,
    note: `resident; quickest return through the process ${quickest.toFixed(1)} ms`,
  });
  console.table(
    [time, memory].map(({ name, unit, ours: own, peer, against, ratio, note }) => ({
      name,
      unit,
      ours: Math.round(own),
      peer: Math.round(peer),
      against,
      ratio: Math.round(ratio * 100) / 100,
      note,
    })),
  );
  return time.ratio <= RATIO_AIM && memory.ratio <= GROWTH_MAX;
}
