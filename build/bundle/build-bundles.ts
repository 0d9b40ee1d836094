// Makes out/ from the sources.
import { existsSync } from 'node:fs';
import { cp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { BuildProblem } from '../runtime/build-problem.ts';
import { needsBuild, STAMP_FILE } from './freshness.ts';
import { bundleTargets, OUT_FOLDER } from './targets.ts';

/**
 * Builds every bundle of a project folder and copies the seeds, which are read from disk beside the bundles.
 * @throws BuildProblem naming the entries that are missing; nothing is built then.
 */
export async function buildBundles(root: string): Promise<void> {
  const beganAt = new Date();
  const targets = bundleTargets(root);
  const missing = targets.flatMap((target) => target.entries).filter((entry) => !existsSync(path.join(root, entry)));
  if (missing.length > 0) {
    const list = missing.join(', ');
    throw new BuildProblem(
      `缺少源文件，无法构建:${list}\nThese source files are missing, so nothing was built: ${list}`,
    );
  }
  // Away first: a build that fails half-way must not look finished.
  await rm(path.join(root, STAMP_FILE), { force: true });
  for (const target of targets) await build(target.config);
  await copySeeds(root);
  await mkdir(path.join(root, OUT_FOLDER), { recursive: true });
  await writeFile(path.join(root, STAMP_FILE), '');
  await utimes(path.join(root, STAMP_FILE), beganAt, beganAt);
}

/** Builds when the sources are newer, and says so in one line, because it takes some seconds. */
export async function ensureBundles(root: string, say: (line: string) => void): Promise<void> {
  if (!needsBuild(root)) return;
  say('正在构建程序 Building the program');
  await buildBundles(root);
}

async function copySeeds(root: string): Promise<void> {
  const target = path.join(root, OUT_FOLDER, 'seeds');
  await rm(target, { recursive: true, force: true });
  await cp(path.join(root, 'seeds'), target, {
    recursive: true,
    filter: (source) => path.extname(source) === '' || /\.(txt|json)$/.test(source),
  });
}
