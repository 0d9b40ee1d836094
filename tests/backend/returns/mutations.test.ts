import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lendIntake } from '#tests/helpers/lend-intake.ts';
import { drawSingles, drawTriples, runMutants, type TriedMutant } from '#tests/returns/mutator/run-mutants.ts';
import { makeWorld, SEED_WORLD, type World } from '#tests/returns/mutator/world.ts';

const SEED = 10;
const FORMS = 3;
/** Of so many damages one is tried here. */
const SHARE = 3;
const WORLD_LIMIT_MS = 60_000;
const SAMPLE_LIMIT_MS = 180_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-mutations-'));
const intake = lendIntake();
let world: World;

beforeAll(async () => {
  world = await makeWorld(SEED_WORLD, FORMS, folder, intake);
}, WORLD_LIMIT_MS);

afterAll(() => {
  intake.end();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What must never happen, with the damages that brought it about. */
function wrongIn(tried: readonly TriedMutant[]) {
  return tried.flatMap(({ damages, writer, cells }) =>
    cells.filter(({ outcome }) => outcome === 'wrong').map((cell) => ({ damages, writer, ...cell })),
  );
}

function shareRight(tried: readonly TriedMutant[]): number {
  const able = tried.flatMap(({ cells }) => cells).filter(({ outcome }) => outcome !== 'rightly asked');
  return able.filter(({ outcome }) => outcome === 'right').length / able.length;
}

describe('forms that agencies alter before they send them back', () => {
  it('bring nothing in silence that nobody wrote, whatever one thing was altered', {
    timeout: SAMPLE_LIMIT_MS,
  }, async () => {
    // The bench does every one, several times.
    const all = await drawSingles(world, { exceljs: 1, SheetJS: 0, LibreOffice: 0 }, SEED);
    const tried = await runMutants(
      all.filter((_, index) => index % SHARE === 0),
      intake,
    );
    const others = await runMutants(
      await drawSingles(world, { exceljs: 0, SheetJS: 1, LibreOffice: 0 }, SEED, 'file: '),
      intake,
    );
    expect(wrongIn([...tried, ...others])).toEqual([]);
    expect(shareRight([...tried, ...others])).toBeGreaterThanOrEqual(0.97);
  });

  it('do so too when three things were altered at once', { timeout: SAMPLE_LIMIT_MS }, async () => {
    const tried = await runMutants(
      await drawTriples(world, { exceljs: 20, SheetJS: 20, LibreOffice: 0 }, SEED),
      intake,
    );
    expect(wrongIn(tried)).toEqual([]);
    expect(shareRight(tried)).toBeGreaterThanOrEqual(0.93);
  });
});
