import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { lendIntake } from '#tests/helpers/lend-intake.ts';
import { runHostile } from '#tests/returns/hostile/run-hostile.ts';
import { makeWorld, SEED_WORLD } from '#tests/returns/mutator/world.ts';

const COUNT = 75;
const SEED = 3;
const SAMPLE_LIMIT_MS = 180_000;
/** Made or refused slowly, by a limit of size or time: `npm run bench:returns -- hostile` has them. */
const SLOW =
  /^(?:many strings|many rows|many columns|one string without end|bomb of zeros|tables in tables|(?:page|styles|commas|lines|columns|rows) without end|zip that lies about a size|very many files)$/u;

it('files made to do harm are answered with a sentence, quickly, and leave no trace', {
  timeout: SAMPLE_LIMIT_MS,
}, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-hostile-'));
  const intake = lendIntake();
  onTestFinished(() => {
    intake.end();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const world = await makeWorld(SEED_WORLD, 1, folder, intake);
  const tried = await runHostile(world, COUNT, SEED, intake, (kind) => !SLOW.test(kind));
  expect(tried.length).toBeGreaterThanOrEqual(COUNT);
  expect(tried.filter(({ faults }) => faults.length > 0)).toEqual([]);
});
