/**
 * How much of what agencies send back lands: npm run bench:returns [-- part of a damage's name] [--seed 7] [--quick]
 * [--world seed|big] [--faults] [--threes 200]; `-- speed` and `-- hostile [--count 2000]` alone. Ends with 1 when a cell is wrong, a
 * share or a figure misses its aim.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type LentIntake, lendIntake } from '#tests/helpers/lend-intake.ts';
import { OUTCOMES } from '#tests/returns/mutator/judge.ts';
import { drawSingles, drawTriples, runMutants, type TriedMutant } from '#tests/returns/mutator/run-mutants.ts';
import { BIG_WORLD, makeWorld, SEED_WORLD, type World, type WorldSize } from '#tests/returns/mutator/world.ts';
import { benchHostile } from './returns-hostile.ts';
import { benchSpeed, SIXTY_ROWS } from './returns-speed.ts';

const FORMS = 8;
const SEED = 20_211_020;
/** Shares that must land without help. */
const SINGLES_AIM = 0.97;
const TRIPLES_AIM = 0.93;

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: String(SEED) },
    quick: { type: 'boolean', default: false },
    world: { type: 'string', default: 'both' },
    faults: { type: 'boolean', default: false },
    threes: { type: 'string' },
    count: { type: 'string', default: '2000' },
  },
  allowPositionals: true,
});

function countsOf(tried: readonly TriedMutant[]) {
  const cells = tried.flatMap((one) => one.cells);
  const of = (outcome: (typeof OUTCOMES)[number]): number => cells.filter((cell) => cell.outcome === outcome).length;
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)]));
  const able = cells.length - of('rightly asked');
  return {
    files: tried.length,
    ...counts,
    'right %': able === 0 ? null : Math.floor((1000 * of('right')) / able) / 10,
  };
}

function shareOf(tried: readonly TriedMutant[]): number {
  const cells = tried.flatMap((one) => one.cells).filter(({ outcome }) => outcome !== 'rightly asked');
  return cells.filter(({ outcome }) => outcome === 'right').length / Math.max(cells.length, 1);
}

function printFault({ world, damages, writer, agency, cells }: TriedMutant): void {
  const faults = cells.filter(({ outcome }) => outcome === 'wrong' || (values.faults && !outcome.startsWith('right')));
  if (faults.length === 0) return;
  console.log(`\n${world} · ${writer} · ${agency} · ${damages.join(' + ')}`);
  for (const { cell, outcome, expected, got, why } of faults.slice(0, 6)) {
    console.log(`  ${outcome} ${cell}: expected ${expected.slice(0, 80)}, is “${got.slice(0, 60)}” ${why}`);
  }
  if (faults.length > 6) console.log(`  … ${faults.length - 6} more`);
}

async function tryWorld(size: WorldSize, folder: string, intake: LentIntake): Promise<boolean> {
  const world: World = await makeWorld(size, FORMS, folder, intake);
  const seed = Number(values.seed);
  const [only] = positionals.filter((part) => part !== 'all');
  const amounts = values.quick
    ? { exceljs: 1, SheetJS: 1, LibreOffice: 0 }
    : { exceljs: 3, SheetJS: 2, LibreOffice: 1 };
  const threes = Number(values.threes ?? 0);
  const isThreesAlone = threes > 0;
  const many = isThreesAlone
    ? { exceljs: threes, SheetJS: threes, LibreOffice: 0 }
    : values.quick
      ? { exceljs: 20, SheetJS: 20, LibreOffice: 0 }
      : { exceljs: 80, SheetJS: 80, LibreOffice: 40 };
  const singles = isThreesAlone
    ? []
    : await runMutants(await drawSingles(world, amounts, seed, only), intake, printFault);
  const triples = only === undefined ? await runMutants(await drawTriples(world, many, seed), intake, printFault) : [];
  if (values.faults)
    console.log(
      `\n${world.name}: agencies ${world.forms.map(({ agency, tasks }) => `${agency} ${tasks.length}`).join('、')}`,
    );
  const names = [...new Set(singles.flatMap(({ damages }) => damages))];
  console.log(`\n${world.name}: each damage alone`);
  console.table(
    Object.fromEntries(names.map((name) => [name, countsOf(singles.filter(({ damages }) => damages.includes(name)))])),
  );
  console.table({ [`${world.name}: singles`]: countsOf(singles), [`${world.name}: threes`]: countsOf(triples) });
  const wrong = [...singles, ...triples]
    .flatMap(({ cells }) => cells)
    .filter(({ outcome }) => outcome === 'wrong').length;
  return wrong === 0 && shareOf(singles) >= SINGLES_AIM && (triples.length === 0 || shareOf(triples) >= TRIPLES_AIM);
}

async function main(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-mutator-'));
  const intake = lendIntake();
  let good = true;
  try {
    if (positionals[0] === 'hostile') {
      const world = await makeWorld(SEED_WORLD, 1, folder, intake);
      good = await benchHostile(world, Number(values.count), Number(values.seed), intake);
      return;
    }
    if (positionals[0] === 'speed' || (positionals.length === 0 && !values.quick)) {
      const own = path.join(folder, 'sixty');
      fs.mkdirSync(own);
      good = await benchSpeed(await makeWorld(SIXTY_ROWS, 4, own, intake), own, intake);
    }
    if (positionals[0] === 'speed') return;
    const sizes = [SEED_WORLD, BIG_WORLD].filter(
      (size) => values.world === 'both' || (values.world === 'seed') === (size === SEED_WORLD),
    );
    for (const size of sizes) {
      const own = path.join(folder, size === SEED_WORLD ? 'seed' : 'big');
      fs.mkdirSync(own);
      good = (await tryWorld(size, own, intake)) && good;
    }
  } finally {
    intake.end();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    `load of the machine: ${os
      .loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')} on ${os.cpus().length} cores`,
  );
  process.exitCode = good ? 0 : 1;
}

await main();
