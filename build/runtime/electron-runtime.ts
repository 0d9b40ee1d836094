// Which Electron runs here. The order is: the official one, if it is there; its download; the pinned fallback.
import { rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BuildProblem } from './build-problem.ts';
import { ensureFallbackElectron } from './fallback-electron.ts';
import { FALLBACK, FALLBACK_FOLDER } from './fallback-manifest.ts';
import { distLink, distVersion, downloadOfficial, isOfficialPresent } from './official-electron.ts';
import { ELECTRON_DIST, ELECTRON_PACKAGE, packageVersion, runtimeCacheFolder } from './places.ts';

export type RuntimeKind = 'official' | 'fallback';

/** What the decision asks of the machine; the tests answer in its place. */
export type RuntimeSteps = {
  readonly isOfficialPresent: () => boolean;
  readonly isFallbackLinked: () => boolean;
  readonly downloadOfficial: () => Promise<boolean>;
  readonly hasFallback: boolean;
  readonly linkFallback: () => Promise<void>;
  readonly say: (line: string) => void;
};

/**
 * Decides and carries out. A linked fallback stays until the next `npm ci`, so that only the first command
 * afterwards pays for the attempt at the official download.
 * @throws BuildProblem when this platform has neither.
 */
export async function chooseRuntime(steps: RuntimeSteps): Promise<RuntimeKind> {
  if (steps.isOfficialPresent()) return 'official';
  if (steps.isFallbackLinked()) return 'fallback';
  if (await steps.downloadOfficial()) return 'official';
  const wanted = packageVersion(ELECTRON_PACKAGE);
  if (!steps.hasFallback) {
    throw new BuildProblem(
      `官方 Electron ${wanted} 下载不成功；请联网后重试，或用 ELECTRON_MIRROR 指定镜像地址。\n` +
        `Electron ${wanted} could not be downloaded. Connect to a network, or name a mirror in ELECTRON_MIRROR.`,
    );
  }
  steps.say(
    `官方 Electron ${wanted} 无法下载，改用仅供测试的 ${FALLBACK.electronVersion}。` +
      ` Official Electron ${wanted} is out of reach; using the fallback ${FALLBACK.electronVersion}, for tests only.`,
  );
  await steps.linkFallback();
  return 'fallback';
}

/** Makes `electron` runnable in this project and says which kind it is. */
export async function prepareElectron(say: (line: string) => void): Promise<RuntimeKind> {
  return await chooseRuntime({
    isOfficialPresent,
    // The folder's name carries the recipe: a runtime made in an older way is made anew.
    isFallbackLinked: () =>
      distLink() === path.join(runtimeCacheFolder(), FALLBACK_FOLDER) && distVersion() === FALLBACK.electronVersion,
    downloadOfficial: async () => {
      // A stale link must go first: the installer would write the official files through it into the cache.
      if (distLink() !== undefined) await unlink(ELECTRON_DIST);
      return await downloadOfficial();
    },
    hasFallback: process.platform === 'linux' && process.arch === 'x64',
    linkFallback: async () => await linkDist(await ensureFallbackElectron(runtimeCacheFolder())),
    say,
  });
}

/** The kind of runtime that is in node_modules now, for those who only look (packaging, tests). */
export function presentRuntime(): { readonly kind: RuntimeKind; readonly version: string } | undefined {
  const version = distVersion();
  if (version === undefined) return undefined;
  return { kind: isOfficialPresent() ? 'official' : 'fallback', version };
}

/** Electron's index.js reads path.txt and Playwright, its CLI and electron-builder follow the link. */
async function linkDist(target: string): Promise<void> {
  if (distLink() === undefined) await rm(ELECTRON_DIST, { recursive: true, force: true });
  const next = `${ELECTRON_DIST}.${process.pid}`;
  await symlink(target, next, 'dir');
  await rename(next, ELECTRON_DIST);
  await writeFile(path.join(ELECTRON_PACKAGE, 'path.txt'), 'electron');
}
