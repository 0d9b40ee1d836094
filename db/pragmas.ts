import type Database from 'better-sqlite3';

/**
 * Set on every open and read back (pitfall 53). Why these: docs/adr/0001-journal-mode.md.
 * - journal_mode DELETE: one file on disk whenever the program is closed, fit for a USB stick.
 * - synchronous EXTRA: also syncs the folder after the journal is deleted, so a confirmed cell survives power loss.
 * - busy_timeout: how long a write waits for another program (a copy, the command line) before DATA_FILE_BUSY.
 */
const PRAGMAS = [
  { name: 'journal_mode', value: 'delete', expected: 'delete' },
  { name: 'synchronous', value: 'EXTRA', expected: 3 },
  { name: 'foreign_keys', value: 'ON', expected: 1 },
  { name: 'recursive_triggers', value: 'ON', expected: 1 },
  { name: 'trusted_schema', value: 'OFF', expected: 0 },
  { name: 'secure_delete', value: 'OFF', expected: 0 },
  { name: 'busy_timeout', value: '2000', expected: 2000 },
] as const;

/** @throws Error when SQLite did not take a setting the data's safety depends on */
export function setPragmas(db: Database.Database): void {
  for (const { name, value, expected } of PRAGMAS) {
    db.pragma(`${name} = ${value}`);
    const actual: unknown = db.pragma(name, { simple: true });
    if (actual !== expected) throw new Error(`pragma ${name} is ${String(actual)}, wanted ${String(expected)}`);
  }
}
