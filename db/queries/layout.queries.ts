import { LAYOUT_LABELS, LAYOUTS } from '#shared/domain/layout.ts';
import { type LayoutDef, LayoutDefSchema } from '#shared/domain/layout-def.ts';
import { ownLayoutId } from '#shared/domain/layout-views.ts';
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

/** Whether a name means a layout already: a built-in one by name or key, an own one, or any key of an own one. */
export function isLayoutNameTaken(db: ReadableDb, name: string): boolean {
  if (ownLayoutId(name) !== undefined) return true;
  const builtIn = LAYOUTS.some((key) => key === name || LAYOUT_LABELS[key] === name);
  return builtIn || listOwnLayouts(db).some(({ def }) => def.name === name);
}

function readLayout({ id, name, body }: StoredLayout): OwnLayout | undefined {
  const read = LayoutDefSchema.safeParse({ ...JSON.parse(body), name });
  return read.success ? { id, def: read.data } : undefined;
}
