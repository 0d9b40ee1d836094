// A test that proves no test is missing: every call of the contract is called by some test, every migration is run on
// a real file of the format before it. Both lists are read from the sources: a new call or migration fails here first.
// The commands of db/commands are held by tests/db/log/random-commands.test.ts in the same way.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '#build/runtime/places.ts';
import { contract } from '#shared/contract/contract.ts';

const read = (...place: readonly string[]) => readFileSync(path.join(PROJECT_ROOT, ...place), 'utf8');

function testsIn(folder: string): readonly string[] {
  return readdirSync(path.join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => read(folder, file));
}

test('every call of the contract is made by a test, with the real backend behind it', () => {
  const sources = testsIn('tests/backend');
  const calls = Object.entries(contract).flatMap(([area, names]) => Object.keys(names).map((name) => [area, name]));
  const isCalled = ([area, name]: readonly string[]) => {
    // `office.client.matrix.setRoles(` or `client.matrix\n  .setRoles(`
    const call = new RegExp(`\\b(?:client|office)\\.${area}\\s*\\.${name}\\(`, 'u');
    return sources.some((source) => call.test(source));
  };
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.filter((call) => !isCalled(call)).map((call) => call.join('.'))).toEqual([]);
});

test('a real file of every format before the newest is kept: the tests of the migrations open each', () => {
  const formats = readdirSync(path.join(PROJECT_ROOT, 'db/migrations')).flatMap((file) => {
    const number = /^(\d{4})-.+\.ts$/u.exec(file)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const older = formats.toSorted((a, b) => a - b).slice(0, -1);
  const kept = readdirSync(path.join(PROJECT_ROOT, 'tests/fixtures')).flatMap((file) => {
    const number = /^format-(\d+)\.db$/u.exec(file)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  expect(older.length).toBeGreaterThan(0);
  expect(kept.toSorted((a, b) => a - b)).toEqual(older);
});
