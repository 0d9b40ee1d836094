// The official Electron, fetched by its own installer. It honours ELECTRON_MIRROR and keeps its own download cache.
import { spawn } from 'node:child_process';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { ELECTRON_DIST, ELECTRON_PACKAGE, packageVersion } from './places.ts';

const OFFICIAL_HOST = 'https://github.com';
/** Longer makes an unplugged machine wait; shorter gives up on a slow county line before it has answered. */
const REACHABLE_WITHIN_MS = 8_000;
/** For about 120 MB; a slow line needs minutes. */
const DOWNLOAD_LIMIT_MS = 15 * 60_000;
/** Without a network the installer may still have the archive in its own cache and only unpack it. */
const UNPACK_LIMIT_MS = 20_000;

/** Where node_modules/electron/dist leads: into the cache when the fallback is in use, else nowhere. */
export function distLink(): string | undefined {
  const isLink = lstatSync(ELECTRON_DIST, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? readlinkSync(ELECTRON_DIST) : undefined;
}

/** Whether the Electron that package.json names is unpacked in node_modules. */
export function isOfficialPresent(): boolean {
  return distLink() === undefined && distVersion() === packageVersion(ELECTRON_PACKAGE);
}

/** The version the runtime in node_modules says it is, undefined when there is none. */
export function distVersion(): string | undefined {
  try {
    return readFileSync(path.join(ELECTRON_DIST, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    // Absent is an ordinary answer here: `npm ci` has just emptied node_modules.
    return undefined;
  }
}

/** Runs Electron's installer; true when the official runtime is there afterwards. */
export async function downloadOfficial(): Promise<boolean> {
  const limit = (await isReachable(downloadHost())) ? DOWNLOAD_LIMIT_MS : UNPACK_LIMIT_MS;
  await runInstaller(limit);
  return isOfficialPresent();
}

function downloadHost(): string {
  const mirror = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? '';
  return mirror === '' ? OFFICIAL_HOST : mirror;
}

async function isReachable(url: string): Promise<boolean> {
  // Behind a proxy only the installer itself, which knows the proxy, can tell.
  if (process.env['ELECTRON_GET_USE_PROXY'] !== undefined) return true;
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACHABLE_WITHIN_MS) });
    return true;
  } catch {
    // Every failure means the same: no network to that host.
    return false;
  }
}

function runInstaller(limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    // Its stack trace would read like our failure; the caller says in one line what happens next.
    const child = spawn(process.execPath, [path.join(ELECTRON_PACKAGE, 'install.js')], {
      stdio: 'ignore',
      timeout: limitMs,
    });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
}
