// Reads vitest's JSON report and makes the last line of `npm test` out of it.
import { z } from 'zod';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

export type TestSummary = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** Counts the tests of a report. A file that failed before its first test counts as one failure. */
export function summariseReport(json: string): TestSummary {
  const report = reportSchema.parse(JSON.parse(json));
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** For example "120 passed, 0 failed" or "118 passed, 1 failed, 1 skipped". */
export function summaryLine(summary: TestSummary): string {
  const skipped = summary.skipped > 0 ? `, ${summary.skipped} skipped` : '';
  return `${summary.passed} passed, ${summary.failed} failed${skipped}`;
}

/** Whether the run proves something: at least one test passed, none failed and vitest itself was content. */
export function isSuccess(summary: TestSummary, vitestExitCode: number): boolean {
  return vitestExitCode === 0 && summary.failed === 0 && summary.passed > 0;
}
