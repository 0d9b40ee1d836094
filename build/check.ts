// npm run check: everything the CI checks, in order. It goes on after a failure, so that one run shows them all.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { runCommand } from './runtime/command.ts';
import { PROJECT_ROOT } from './runtime/places.ts';

type CheckStep = { readonly title: string; readonly command: readonly [string, ...string[]] };

const tool = (file: string, ...args: readonly string[]): CheckStep['command'] => [
  process.execPath,
  path.join(PROJECT_ROOT, 'node_modules', file),
  ...args,
];

/** Colour codes make a log file unreadable. */
const colours = process.stdout.isTTY ? 'force' : 'off';

const STEPS: readonly CheckStep[] = [
  {
    title: '格式与规则 format, lint, room arrows',
    command: tool('@biomejs/biome/bin/biome', 'ci', '--log-level=warn', `--colors=${colours}`),
  },
  { title: '类型 types', command: tool('typescript/bin/tsc', '--build') },
  { title: '无用代码与依赖 unused files, exports, dependencies', command: tool('knip/bin/knip.js', '--no-progress') },
];

await runCommand(import.meta.url, async () => {
  const failed = STEPS.filter((step) => !runStep(step)).map((step) => step.title);
  if (process.env['CI'] === 'true' && !isTreeClean()) failed.push('工作区有改动 the working tree is not clean');
  console.log(failed.length === 0 ? '检查通过 All checks passed' : `检查未通过 Failed: ${failed.join('; ')}`);
  return failed.length === 0 ? 0 : 1;
});

function runStep({ title, command: [file, ...args] }: CheckStep): boolean {
  console.log(`· ${title}`);
  return spawnSync(file, args, { cwd: PROJECT_ROOT, stdio: 'inherit' }).status === 0;
}

/** A check or a build that changes or leaves files makes every later change look larger than it is. */
function isTreeClean(): boolean {
  const answer = spawnSync('git', ['status', '--porcelain'], { cwd: PROJECT_ROOT, encoding: 'utf8' });
  if (answer.stdout.trim() !== '') console.log(answer.stdout);
  return answer.status === 0 && answer.stdout.trim() === '';
}
