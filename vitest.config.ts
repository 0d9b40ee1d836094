// Two projects: unit needs Node alone; e2e drives the built program in a real Electron, one file after the other.
// `npm test` runs both on a machine it has prepared first; `npx vitest run tests/db` is the quick way during work.
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const E2E_TEST_LIMIT_MS = 90_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          // Programs that tests start load their code as it was compiled the last time: a quarter less.
          env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, '.cache', 'node') },
          // Parsing tests read real workbooks; two busy cores make the usual 5 s too little.
          testTimeout: 20_000,
          // Hooks of the command line's tests start the program.
          hookTimeout: 60_000,
          maxWorkers: '100%',
          // Not 0: vitest puts single-worker projects of group 0 behind all others, and on two cores that is this one.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: E2E_TEST_LIMIT_MS,
          hookTimeout: E2E_TEST_LIMIT_MS,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
