import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A file that is kept whole under its hash. */
export type FileToKeep = { readonly name: string; readonly sha256: string; readonly content: Uint8Array };

/** Keeps a file, once however often it comes. A fact that is only added, beside the log. */
export function storeFile(db: WritableDb, { name, sha256, content }: FileToKeep, at: string): void {
  prepared(
    db,
    `INSERT INTO stored_file (sha256, name, size, content, stored_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sha256) DO NOTHING`,
  ).run(sha256, name, content.byteLength, content, at);
}
