// npm test: builds, finds a screen, runs vitest, and ends with one line of figures.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBundles } from '../bundle/build-bundles.ts';
import { hasDisplay, startVirtualScreen } from '../runtime/display.ts';
import { PROJECT_ROOT } from '../runtime/places.ts';
import { sandboxEnvironment } from '../runtime/sandbox.ts';
import { isSuccess, summariseReport, summaryLine, type TestSummary } from './test-summary.ts';

const VITEST = path.join(PROJECT_ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const NOTHING_RAN: TestSummary = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs the tests and prints the figures as the very last line.
 * @param args handed on to vitest, for example `--project unit` or a file name
 * @returns 0 when at least one test passed and nothing failed
 */
export async function runTests(args: readonly string[]): Promise<number> {
  await ensureBundles(PROJECT_ROOT, console.log);
  const screen = hasDisplay() ? undefined : await startVirtualScreen();
  const folder = await mkdtemp(path.join(tmpdir(), 'matrix-test-report-'));
  try {
    const reportFile = path.join(folder, 'report.json');
    const env = { ...process.env, ...sandboxEnvironment(console.log), ...(screen ? { DISPLAY: screen.display } : {}) };
    const exitCode = await runVitest(args, reportFile, env);
    const summary = existsSync(reportFile) ? summariseReport(await readFile(reportFile, 'utf8')) : NOTHING_RAN;
    const isGood = isSuccess(summary, exitCode);
    if (!isGood && summary.failed === 0) console.log(`vitest 退出码 exit code ${exitCode},见上方 see above`);
    console.log(summaryLine(summary));
    return isGood ? 0 : 1;
  } finally {
    screen?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function runVitest(args: readonly string[], reportFile: string, env: NodeJS.ProcessEnv): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  return new Promise((resolve, reject) => {
    const vitest = spawn(process.execPath, [VITEST, 'run', ...reporters, ...args], {
      cwd: PROJECT_ROOT,
      stdio: 'inherit',
      env,
    });
    vitest.once('error', reject);
    vitest.once('exit', (code) => resolve(code ?? 1));
  });
}
