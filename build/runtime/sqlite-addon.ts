// better-sqlite3 13 ships binaries for Node-API 10. The fallback Electron speaks Node-API 9, so for it the same
// sources are compiled once and put where the package looks first (build/Release). With Node-API 10 the
// prebuilt binary is right and any such build is removed.
//
// Asking for NAPI_VERSION=9 is not enough: it compiles and then aborts on loading, because the addon keeps
// references to strings (napi_create_reference), which Node-API 9 grants only to addons that declare
// NAPI_EXPERIMENTAL. That one definition is the whole patch.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { BuildProblem } from './build-problem.ts';
import { evaluateInElectron } from './electron-as-node.ts';
import { NODE_ADDON_API_PACKAGE, NODE_HEADERS, packageVersion, runtimeCacheFolder, SQLITE_PACKAGE } from './places.ts';

const run = promisify(execFile);
const PREBUILT_NODE_API = 10;
/** Raise when the way of compiling changes, so that cached addons are made anew. */
const RECIPE = 1;
const ADDON = path.join('build', 'Release', 'better_sqlite3.node');

/** What must be known before the system packages are chosen: a compilation needs a compiler. */
export type AddonPlan = { readonly kind: 'prebuilt' } | { readonly kind: 'own'; readonly cached: string };

/** Which SQLite addon the prepared Electron needs. */
export function planAddon(): AddonPlan {
  const nodeApi = Number(evaluateInElectron('process.versions.napi'));
  if (nodeApi >= PREBUILT_NODE_API) return { kind: 'prebuilt' };
  const name = `better-sqlite3-${packageVersion(SQLITE_PACKAGE)}-napi${nodeApi}-${process.platform}-${process.arch}-r${RECIPE}.node`;
  return { kind: 'own', cached: path.join(runtimeCacheFolder(), name) };
}

/** Whether carrying out the plan needs g++, make and python3 (about a minute). */
export function needsCompiler(plan: AddonPlan): boolean {
  return plan.kind === 'own' && !existsSync(plan.cached);
}

/**
 * Puts the addon in place and proves it by opening a database inside Electron.
 * @returns SQLite's version, for example "3.54.1".
 */
export async function prepareAddon(plan: AddonPlan): Promise<string> {
  if (plan.kind === 'prebuilt') {
    await rm(path.join(SQLITE_PACKAGE, 'build'), { recursive: true, force: true });
  } else {
    if (needsCompiler(plan)) await compileAddon(plan.cached);
    await copyInOneStep(plan.cached, path.join(SQLITE_PACKAGE, ADDON));
  }
  const open = `new (require(${JSON.stringify(SQLITE_PACKAGE)}))(':memory:')`;
  // LD_BIND_NOW: a function that this Electron lacks fails here, not in the middle of a test.
  return evaluateInElectron(`${open}.prepare('select sqlite_version()').pluck().get()`, { LD_BIND_NOW: '1' });
}

async function compileAddon(target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const work = await mkdtemp(path.join(path.dirname(target), '.sqlite-'));
  try {
    const source = path.join(work, 'node_modules', 'better-sqlite3');
    for (const part of ['binding.gyp', 'src', 'deps', 'lib', 'package.json']) {
      await cp(path.join(SQLITE_PACKAGE, part), path.join(source, part), { recursive: true });
    }
    await cp(NODE_ADDON_API_PACKAGE, path.join(work, 'node_modules', 'node-addon-api'), { recursive: true });
    await patchBinding(path.join(source, 'binding.gyp'));
    await runNodeGyp(source);
    await copyInOneStep(path.join(source, ADDON), target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function patchBinding(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const patched = text.replace("'NAPI_VERSION=10'", "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NO_WARNING'");
  if (patched === text) throw new Error('binding.gyp no longer defines NAPI_VERSION=10: review the patch');
  await writeFile(file, patched);
}

async function runNodeGyp(folder: string): Promise<void> {
  const nodeGyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js');
  const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${NODE_HEADERS}`];
  try {
    await run(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  } catch (cause) {
    throw new BuildProblem(
      'SQLite 组件编译不成功；请确认已安装 g++、make、python3 后重试。\n' +
        `The SQLite addon did not compile; check that g++, make and python3 are installed.\n${String(cause).slice(-2000)}`,
      { cause },
    );
  }
}

/** A process that has the old file loaded keeps it; nobody ever loads half a file. */
async function copyInOneStep(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  const next = `${to}.${process.pid}`;
  await copyFile(from, next);
  await rename(next, to);
}
