/**
 * Tries the returned workbooks that lie beside the project: node tests/returns/run-open-cases.ts [--clock 2021-10-20]
 * [part of a name] [--review]. Ends with 1 when a cell is wrong.
 */
import { parseArgs } from 'node:util';
import { lendIntake } from '#tests/helpers/lend-intake.ts';
import { VERDICTS } from './open-cases/judge-case.ts';
import { OPEN_CASES_ABSENT, openCasesArePresent, readOpenCases } from './open-cases/read-case.ts';
import { type TriedCase, tryCase } from './open-cases/try-case.ts';

/** The day on which the forms of the cases came back. */
const THAT_DAY = '2026-11-28';

function countsOf({ cells }: Pick<TriedCase, 'cells'>) {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, cells.filter((it) => it.verdict === verdict).length]));
}

function printTroubles({ name, cells, chosenWithDoubt, review }: TriedCase): void {
  const troubles = cells.filter(({ verdict }) => verdict !== 'landed');
  if (troubles.length === 0 && chosenWithDoubt === 0) return;
  console.log(`\n${name}`);
  if (chosenWithDoubt > 0) console.log(`  ${chosenWithDoubt} items chosen in spite of a doubt`);
  for (const { cell, verdict, expected, landed } of troubles) {
    console.log(`  ${verdict.padEnd(8)}${cell}  expected ${JSON.stringify(expected)}  is ${JSON.stringify(landed)}`);
  }
  for (const { refusal, held } of review.files) {
    if (refusal) console.log(`  refused: ${refusal.code} ${refusal.message}`);
    if (held) console.log(`  held: ${held.sentence}`);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { clock: { type: 'string', default: THAT_DAY }, review: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (!openCasesArePresent()) {
    console.log(OPEN_CASES_ABSENT);
    return;
  }
  const all = readOpenCases();
  const chosen = all.filter(({ name }) => positionals.every((part) => name.includes(part)));
  const intake = lendIntake();
  const tried: TriedCase[] = [];
  try {
    for (const one of chosen) {
      const done = await tryCase(all, one, new Date(`${values.clock}T09:00:00`), intake);
      tried.push(done);
      printTroubles(done);
      if (values.review) console.log(JSON.stringify(done.review, null, 1));
    }
  } finally {
    intake.end();
  }
  const rows = tried.map((one) => [one.name, { ...countsOf(one), 'ticked with doubt': one.chosenWithDoubt }] as const);
  const total = {
    ...countsOf({ cells: tried.flatMap(({ cells }) => cells) }),
    'ticked with doubt': tried.reduce((sum, one) => sum + one.chosenWithDoubt, 0),
  };
  console.table(Object.fromEntries([...rows, ['total', total]]));
  process.exitCode = (total as Readonly<Record<string, number>>)['wrong'] === 0 ? 0 : 1;
}

await main();
