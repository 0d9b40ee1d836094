import { randomUUID } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

const DRAFT_NAME = /^\.~[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/u;

/** Nobody writes a file for a day; two PCs that write into one folder may have clocks hours apart. */
const LEFT_AFTER_MS = 24 * 60 * 60 * 1000;

/** Folders that this thread has looked through. */
const swept = new Set<string>();

/** @returns a name that nobody has and nobody opens */
export function draftName(): string {
  return `.~${randomUUID()}.tmp`;
}

/**
 * Removes drafts that a program which was ended in the middle of writing (power, the task manager) has left in a folder;
 * once for each folder. What cannot be looked at or removed stays: it has a name nobody opens.
 *
 * @param now milliseconds
 */
export async function sweepDrafts(folder: string, now = Date.now()): Promise<void> {
  if (swept.has(folder)) return;
  swept.add(folder);
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    if (!DRAFT_NAME.test(name)) continue;
    const draft = path.join(folder, name);
    const facts = await lstat(draft).catch(() => undefined);
    if (facts?.isFile() !== true || now - facts.mtimeMs < LEFT_AFTER_MS) continue;
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
