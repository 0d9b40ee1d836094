import fs from 'node:fs';
import { assertNotDataFile } from './guard-target.ts';
import { errnoOf, renameFailure, writeFailure } from './save-failure.ts';
import { draftBeside } from './save-file.ts';

/** A whole file under its temporary name, and where it belongs. */
export type Placing = { readonly draft: string; readonly target: string };

/** Files that stand in their places. One of the two is to be called. */
export type Placed = {
  /** Puts everything back: the drafts under their temporary names, older files under theirs. */
  readonly takeBack: () => void;
  /** Lets go of the older files. */
  readonly settle: () => void;
};

/**
 * Moves finished drafts to their final names, all or none; older files are kept aside until they are let go.
 * Synchronous, because it happens inside a transaction, which may not wait (db/commands/form.commands.ts): a few
 * renames and copies of small files. A kill in the middle leaves whole files only, some of them perhaps older ones,
 * and temporary names that nobody opens.
 *
 * @param openDataFile path of the open data file
 * @throws AppError FILE_IS_DATA_FILE, FILE_OPEN_ELSEWHERE, FILE_EXISTS, DISK_FULL; everything is then as it was
 */
export function placeTogether(files: readonly Placing[], openDataFile: string | undefined): Placed {
  const undo: (() => void)[] = [];
  const kept: string[] = [];
  const takeBack = (): void => {
    for (const step of undo.toReversed()) attempt(step);
    undo.length = 0;
  };
  try {
    for (const { draft, target } of files) {
      assertNotDataFile(target, openDataFile);
      const aside = keepAside(target);
      if (aside !== undefined) kept.push(aside);
      try {
        fs.renameSync(draft, target);
      } catch (error) {
        throw renameFailure(error, target);
      }
      undo.push(() => {
        fs.renameSync(target, draft);
        if (aside !== undefined) fs.renameSync(aside, target);
      });
    }
  } catch (error) {
    takeBack();
    letGo(kept);
    throw error;
  }
  return { takeBack, settle: () => letGo(kept) };
}

/** A second name for the older file of that name; `undefined` when there is none, or only a folder. */
function keepAside(target: string): string | undefined {
  if (fs.statSync(target, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  const aside = draftBeside(target);
  try {
    fs.linkSync(target, aside);
  } catch {
    // FAT and exFAT sticks know no second names.
    try {
      fs.copyFileSync(target, aside);
    } catch (error) {
      attempt(() => fs.rmSync(aside, { force: true }));
      throw writeFailure(error, target);
    }
  }
  return aside;
}

/** Those that were put back under their own names are gone from here already. */
function letGo(kept: readonly string[]): void {
  for (const file of kept) attempt(() => fs.rmSync(file, { force: true }));
}

/** One that cannot be done keeps none of the others from being done: a leftover has a name that nobody opens. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (errnoOf(error) === '') throw error;
  }
}
