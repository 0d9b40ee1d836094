import fs from 'node:fs';
import Database from 'better-sqlite3';

/** Overwrites the first page of a table of a closed data file, as a failing disk does. */
export function damageTable(file: string, table: string): void {
  const db = new Database(file, { readonly: true });
  const page = db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number;
  const size = db.pragma('page_size', { simple: true }) as number;
  db.close();
  const bytes = fs.readFileSync(file);
  bytes.fill(0x5a, (page - 1) * size, page * size);
  fs.writeFileSync(file, bytes);
}
