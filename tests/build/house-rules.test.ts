// Rules about files that no linter here knows.
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

const ROOMS = ['shared', 'db', 'backend', 'electron', 'renderer', 'build', 'tests'];
const LONGEST_FILE_LINES = 300;

function filesOf(room: string): readonly string[] {
  return readdirSync(path.join(PROJECT_ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) =>
    path.join(room, file).replaceAll(path.sep, '/'),
  );
}

describe('the house', () => {
  it('has no test that never runs because of its name', () => {
    const looksLikeTest = /[._](test|tests|spec|tset)\.[cm]?[jt]sx?$/;
    const lost = ROOMS.flatMap(filesOf).filter(
      (file) => looksLikeTest.test(file) && !/^tests\/(?!bench\/).+\.test\.tsx?$/.test(file),
    );
    expect(lost).toEqual([]);
  });

  it('has end-to-end tests in plain .ts, the only kind their project runs', () => {
    expect(filesOf('tests').filter((file) => /^tests\/e2e\/.+\.test\.tsx$/.test(file))).toEqual([]);
  });

  it(`has no source longer than ${LONGEST_FILE_LINES} lines: such a file wants to be a folder`, () => {
    const sources = ROOMS.flatMap(filesOf).filter((file) => /\.(tsx?|mjs|cjs|css)$/.test(file));
    const long = sources.filter(
      (file) => readFileSync(path.join(PROJECT_ROOT, file), 'utf8').split('\n').length > LONGEST_FILE_LINES + 1,
    );
    expect(sources.length).toBeGreaterThan(0);
    expect(long).toEqual([]);
  });
});

/** Where a test may speak of time, each with the reason. A test waits for an event or asks until a condition holds. */
const MAY_WAIT = new Map([
  ['tests/build/house-rules.test.ts', 'the rule itself'],
  [
    'tests/e2e/a-clerk.ts',
    'the matrix has come to rest when nothing in it changed for a while: there is no event of that',
  ],
  ['tests/bench/grid-run.ts', 'a bench paces its hand'],
]);
const WAITS = /\bwaitForTimeout\(|\bsetTimeout\(|\btimers\/promises|\bsleep\(/u;

describe('tests', () => {
  it('sleep nowhere: they wait for an event, or poll a condition', () => {
    const sources = filesOf('tests').filter((file) => /\.(tsx?|[mc]?js)$/u.test(file));
    const waiting = sources.filter((file) => WAITS.test(readFileSync(path.join(PROJECT_ROOT, file), 'utf8')));
    expect(waiting.toSorted()).toEqual([...MAY_WAIT.keys()].toSorted());
  });

  it.each(['await page.waitForTimeout(300)', 'setTimeout(resolve, 50)', "from 'node:timers/promises'", 'sleep(1)'])(
    'would be found to sleep by: %s',
    (line) => expect(line).toMatch(WAITS),
  );
});

/** Names that some rooms export, each with the files that declare it. A type and a value of one file are one. */
function exportedNames(rooms: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const declaration = /^export (?:async )?(?:abstract )?(?:function\*?|const|let|class|type|interface) (\w+)/gm;
  const found = rooms.flatMap((room) =>
    filesOf(room)
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
      .flatMap((file) => {
        const source = readFileSync(path.join(PROJECT_ROOT, file), 'utf8');
        return [...new Set([...source.matchAll(declaration)].map((match) => match[1] ?? ''))].map((name) => ({
          name,
          file,
        }));
      }),
  );
  return new Map(
    [...Map.groupBy(found, ({ name }) => name)].map(([name, places]) => [name, places.map(({ file }) => file)]),
  );
}

describe('names', () => {
  // dismissReview ended a review of returns or one of a plan, Selection was a cell or many: who read a call had to look
  // at its import to know what it does.
  // The window and the backend may use the same verb: setRoles asks for what setRoles does.
  it.each([
    ['window', ['shared', 'renderer']],
    ['backend', ['shared', 'db', 'backend']],
  ])('mean one thing in the %s and in what it shares: no exported name is declared twice', (_side, rooms) => {
    const names = exportedNames(rooms);
    const twice = [...names].filter((entry) => entry[1].length > 1);
    expect(names.size).toBeGreaterThan(500);
    expect(twice).toEqual([]);
  });
});

describe('.ci/run', () => {
  const script = path.join(PROJECT_ROOT, '.ci', 'run');

  it('may be executed', () => {
    expect(() => accessSync(script, constants.X_OK)).not.toThrow();
  });

  it('installs, checks and tests, and its last line is the figures of npm test', () => {
    const commands = readFileSync(script, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('npm '));
    expect(commands).toEqual(['npm ci', 'npm run check', 'npm test']);
    expect(readFileSync(script, 'utf8')).toContain('set -euo pipefail');
  });
});
