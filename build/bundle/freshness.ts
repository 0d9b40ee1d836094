// Whether the bundles are as new as the sources, so that `npm start` and `npm test` build only when they must.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { OUT_FOLDER } from './targets.ts';

/** What a bundle is made of. package-lock.json stands for every library. */
const SOURCES = ['shared', 'db', 'backend', 'electron', 'renderer', 'seeds', 'build/bundle', 'package-lock.json'];
/** Written last; its time is when the build began, so that an edit during a build counts as newer. */
export const STAMP_FILE = path.join(OUT_FOLDER, '.built');

/** Whether something is newer than the last finished build of a project folder, or there is none. */
export function needsBuild(root: string): boolean {
  const stamp = path.join(root, STAMP_FILE);
  if (!existsSync(stamp)) return true;
  // Whole milliseconds on both sides: the stamp's time came from the clock, which has no more than that.
  const builtAt = Math.ceil(statSync(stamp).mtimeMs);
  return SOURCES.some((source) => Math.floor(newestChange(path.join(root, source))) > builtAt);
}

/** In milliseconds since 1970. A folder's own time tells of files that were taken away. */
function newestChange(place: string): number {
  const entry = statSync(place, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(place).map((name) => newestChange(path.join(place, name))));
}
