import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { WritableDb } from '#db/handle.ts';
import { openDataFile } from '#db/open.ts';

/**
 * Files written by released programs.
 * format-10.db: four tasks, progress of two cells, a role set, one taken away, one set and undone; made with the
 * command line of 0.1.0.
 * format-20.db: five tasks and a group with two members; progress typed on the command line, a paste, notes, an agency
 * renamed, a form sent and its return taken in, progress without a word on its status, a role set and undone, a task
 * inserted, worked on and removed; made with the command line and the window's calls of 0.2.0.
 * format-30.db: five tasks; progress typed, a role set, a note, two forms sent and their returns taken in, a third taken
 * in and undone, a cell changed since; made with the command line and the window's calls of 0.3.0.
 * format-40.db: five tasks and a group with two members; progress typed on the command line and in the window, a role
 * set, a note, two months closed and one of them opened again, forms sent to five agencies; of their returns one taken
 * in with its contact, one sent back, one taken in and undone, one kept open with a cell taken, and a table of an
 * agency's own whose columns and agency a person named; made with the command line and the window's calls of 0.4.0.
 * format-50.db: five tasks and a group with two members, from January to October; progress, values of two targets, a
 * milestone planned and reached, a sub-item, a piece of regular duty, a piece of evidence, an own set of light rules in
 * use, a leader, a month closed, a task put off, another closed for one agency, a yellow slip, forms sent to five
 * agencies; of their returns one taken in, one sent back, one open; a step undone; made with the command line and the
 * window's calls of 0.5.0.
 */
const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** A copy of the file of that format, in a folder of its own. */
export function anOldFile(format: number): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, '责任 矩阵.db');
  fs.copyFileSync(path.join(FIXTURES, `format-${format}.db`), file);
  return file;
}

/** The same, opened and so brought to today's format. */
export function openOldFile(format: number): WritableDb {
  const db = openDataFile(anOldFile(format));
  onTestFinished(() => void db.close());
  return db;
}
