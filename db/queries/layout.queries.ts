import { type LayoutDef, LayoutDefSchema } from '#shared/domain/layout-def.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

/** A layout that an office made its own. */
export type OwnLayout = { readonly id: number; readonly def: LayoutDef };

type StoredLayout = { readonly id: number; readonly name: string; readonly body: string };

/** An office's own layouts by name. One that cannot be read is left out: a file from elsewhere says what it likes. */
export function listOwnLayouts(db: ReadableDb): readonly OwnLayout[] {
  const rows = prepared(db, 'SELECT id, name, body FROM layout ORDER BY name').all() as StoredLayout[];
  return rows.flatMap((row) => readLayout(row) ?? []);
}

/** One of them, or `undefined`. */
export function findOwnLayout(db: ReadableDb, id: number): OwnLayout | undefined {
  const row = prepared(db, 'SELECT id, name, body FROM layout WHERE id = ?').get(id) as StoredLayout | undefined;
  return row && readLayout(row);
}

function readLayout({ id, name, body }: StoredLayout): OwnLayout | undefined {
  const read = LayoutDefSchema.safeParse({ ...JSON.parse(body), name });
  return read.success ? { id, def: read.data } : undefined;
}
