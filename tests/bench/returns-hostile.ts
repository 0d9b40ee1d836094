/** Two thousand hostile files: npm run bench:returns -- hostile [--seed 7] [--count 2000]. */

import type { LentIntake } from '#tests/helpers/lend-intake.ts';
import { runHostile } from '#tests/returns/hostile/run-hostile.ts';
import type { TriedHostile } from '#tests/returns/hostile/try-hostile.ts';
import type { World } from '#tests/returns/mutator/world.ts';

/** @returns whether nothing happened that must never happen */
export async function benchHostile(world: World, count: number, seed: number, intake: LentIntake): Promise<boolean> {
  const tried = await runHostile(world, count, seed, intake);
  const rows = [...Map.groupBy(tried, ({ kind }) => kind)].map(([kind, of]) => [kind, rowOf(of)] as const);
  console.table(Object.fromEntries([...rows, ['all', rowOf(tried)]]));
  const faults = tried.flatMap(({ kind, name, faults: found }) => found.map((fault) => `${kind} (${name}): ${fault}`));
  for (const fault of new Set(faults)) console.error(fault.slice(0, 400));
  return faults.length === 0;
}

function rowOf(tried: readonly TriedHostile[]) {
  const answers = Map.groupBy(tried, ({ answer }) => answer);
  return {
    files: tried.length,
    read: answers.get('read')?.length ?? 0,
    refused: tried.length - (answers.get('read')?.length ?? 0),
    faults: tried.filter(({ faults }) => faults.length > 0).length,
    'slowest s': Math.round(Math.max(...tried.map(({ ms }) => ms)) / 100) / 10,
    with: [...answers].map(([answer, of]) => `${answer} ${of.length}`).join(', '),
  };
}
