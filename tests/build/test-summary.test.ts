import { describe, expect, it } from 'vitest';
import { isSuccess, summariseReport, summaryLine } from '#build/run/test-summary.ts';

type FileResult = { readonly status: string; readonly tests: readonly string[] };

function aReport(files: readonly FileResult[]): string {
  const all = files.flatMap((file) => file.tests);
  const count = (status: string) => all.filter((test) => test === status).length;
  return JSON.stringify({
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped'),
    numTodoTests: count('todo'),
    testResults: files.map((file, index) => ({
      name: `file-${index}`,
      status: file.status,
      assertionResults: file.tests.map((status) => ({ status })),
    })),
  });
}

describe('the last line of npm test', () => {
  it('counts what passed and what failed', () => {
    const summary = summariseReport(aReport([{ status: 'failed', tests: ['passed', 'passed', 'failed'] }]));
    expect(summaryLine(summary)).toBe('2 passed, 1 failed');
    expect(isSuccess(summary, 1)).toBe(false);
  });

  it('counts a file that broke before its first test as a failure', () => {
    const summary = summariseReport(
      aReport([
        { status: 'passed', tests: ['passed'] },
        { status: 'failed', tests: [] },
      ]),
    );
    expect(summaryLine(summary)).toBe('1 passed, 1 failed');
  });

  it('names skipped tests only when there are any', () => {
    const summary = summariseReport(aReport([{ status: 'passed', tests: ['passed', 'skipped', 'todo'] }]));
    expect(summaryLine(summary)).toBe('1 passed, 0 failed, 2 skipped');
    expect(isSuccess(summary, 0)).toBe(true);
  });

  it('a run without a passed test, or with an error outside the tests, is no success', () => {
    expect(isSuccess({ passed: 0, failed: 0, skipped: 0 }, 0)).toBe(false);
    expect(isSuccess({ passed: 0, failed: 0, skipped: 3 }, 0)).toBe(false);
    expect(isSuccess({ passed: 5, failed: 0, skipped: 0 }, 1)).toBe(false);
    expect(isSuccess({ passed: 5, failed: 0, skipped: 0 }, 0)).toBe(true);
  });
});
