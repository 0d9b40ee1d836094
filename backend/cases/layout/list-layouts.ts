import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import type { ReadableDb } from '#db/handle.ts';
import { listOwnLayouts } from '#db/queries/layout.queries.ts';
import { LAYOUT_LABELS, LAYOUTS } from '#shared/domain/layout.ts';
import { type LayoutView, ownLayoutKey } from '#shared/domain/layout-views.ts';
import { AppError } from '#shared/errors.ts';

/** Names under which tables were known before; they go on meaning the same. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  任务分解表: LAYOUT_LABELS.decomposition,
  进展台账: LAYOUT_LABELS.ledger,
};

/** Layouts that come with the program, then the office's own by name. */
export function listLayouts(db: ReadableDb): readonly LayoutView[] {
  return [
    ...LAYOUTS.map((key) => ({ key, builtIn: true, def: BUILT_IN_LAYOUTS[key] })),
    ...listOwnLayouts(db).map(({ id, def }) => ({ key: ownLayoutKey(id), builtIn: false, def })),
  ];
}

/**
 * A layout by its key, or by its name.
 *
 * @throws AppError LAYOUT_UNKNOWN with the names there are
 */
export function findLayout(db: ReadableDb, wanted: string): LayoutView {
  const layouts = listLayouts(db);
  const name = wanted.trim();
  const found =
    layouts.find(({ key }) => key === name) ??
    layouts.find(({ def }) => def.name === name) ??
    layouts.find(({ builtIn, def }) => builtIn && def.name === OLD_NAMES[name]);
  if (found) return found;
  const names = layouts.map(({ key, builtIn, def }) => (builtIn ? `${def.name}（${key}）` : def.name));
  throw new AppError('LAYOUT_UNKNOWN', { name, layouts: names.join('、') });
}
