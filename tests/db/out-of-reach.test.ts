// A data file that was moved away while it was open was called 只读: the clerk looked for a lock that was not there.
// SQLite says nearly the same whatever stands in the way; each case needs another thing to be done.
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFile } from '#db/open.ts';
import { toAppError } from '#db/sqlite-error.ts';
import { aCell, anOffice, type Office, refusalOf } from '#tests/helpers/an-office.ts';

async function aNote(office: Office): Promise<(text: string) => Promise<unknown>> {
  const { taskId, agencyId } = await aCell(office, 5, '县农业农村局');
  return (text) => office.client.note.set({ notes: [{ taskId, agencyId, text }] });
}

test('a data file that was moved away is said to be away, and saves again when it is back', async () => {
  const office = await anOffice();
  const note = await aNote(office);
  const away = path.join(office.folder, '别处.db');
  fs.renameSync(office.dataFile, away);
  expect(await refusalOf(note('一'))).toBe('DATA_FILE_MOVED');
  // What was saved can still be read meanwhile.
  expect((await office.client.workspace.overview()).plan.title).toContain('食品安全');
  fs.renameSync(away, office.dataFile);
  await note('二');
  expect(await office.client.workspace.check()).toEqual([]);
});

test('a data file that another one has replaced is said to be replaced, and the other one stays as it is', async () => {
  const office = await anOffice();
  const note = await aNote(office);
  const other = path.join(office.folder, '同步.db');
  fs.copyFileSync(office.dataFile, other);
  fs.renameSync(other, office.dataFile);
  const before = fs.readFileSync(office.dataFile);
  expect(await refusalOf(note('一'))).toBe('DATA_FILE_REPLACED');
  expect(fs.readFileSync(office.dataFile).equals(before)).toBe(true);
});

test('a data file that another program holds is said to be in use', async () => {
  const office = await anOffice();
  const note = await aNote(office);
  const other = new Database(office.dataFile);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  expect(await refusalOf(note('一'))).toBe('DATA_FILE_BUSY');
  other.exec('ROLLBACK');
  await note('二');
});

test('a full disk is said to be full', async () => {
  const office = await anOffice();
  await office.close();
  const db = openDataFile(office.dataFile);
  onTestFinished(() => void db.close());
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
  const fill = () => db.exec("CREATE TABLE big (text); INSERT INTO big VALUES (printf('%.*c', 1000000, 'x'))");
  expect(codeOfFailure(fill, office.dataFile)).toBe('DISK_FULL');
});

test('a failing disk is neither damage nor a lock, and a file cut short is damage', async () => {
  const office = await anOffice();
  const said = (code: string) => codeOfFailure(() => throwSqlite(code), office.dataFile);
  expect(said('SQLITE_IOERR_WRITE')).toBe('DATA_FILE_IO');
  expect(said('SQLITE_IOERR_SHORT_READ')).toBe('DATA_FILE_DAMAGED');
  expect(said('SQLITE_CORRUPT_VTAB')).toBe('DATA_FILE_DAMAGED');
  expect(said('SQLITE_READONLY_DBMOVED')).toBe('DATA_FILE_REPLACED');
  // A stick that was pulled out: the file is not there any more, whatever SQLite ran into first.
  const gone = path.join(office.folder, '拔出的.db');
  expect(codeOfFailure(() => throwSqlite('SQLITE_IOERR_FSTAT'), gone)).toBe('DATA_FILE_MOVED');
});

test('a read-only file and a read-only folder are told apart', async () => {
  const office = await anOffice();
  await office.close();
  // The superuser may write anywhere.
  const isSuperuser = process.getuid?.() === 0;
  const opening = () => codeOfFailure(() => openDataFile(office.dataFile).close(), office.dataFile);
  fs.chmodSync(office.dataFile, 0o400);
  expect(opening()).toBe(isSuperuser ? 'done' : 'DATA_FILE_READ_ONLY');
  fs.chmodSync(office.dataFile, 0o600);
  fs.chmodSync(office.folder, 0o500);
  onTestFinished(() => fs.chmodSync(office.folder, 0o700));
  expect(opening()).toBe(isSuperuser ? 'done' : 'DATA_FOLDER_READ_ONLY');
});

function throwSqlite(code: string): never {
  throw new Database.SqliteError('as SQLite says it', code);
}

function codeOfFailure(work: () => unknown, file: string): unknown {
  try {
    work();
  } catch (error) {
    const known = toAppError(error, file);
    return known instanceof Error && 'code' in known ? known.code : known;
  }
  return 'done';
}
