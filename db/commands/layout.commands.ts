import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { findOwnLayout, isLayoutNameTaken } from '../queries/layout.queries.ts';

/**
 * Keeps a layout of the office's own, as one step.
 *
 * @param id of the own one that is changed or renamed; left out, a new one is added
 * @throws AppError LAYOUT_NAME_TAKEN | LAYOUT_UNKNOWN | NOTHING_TO_CHANGE
 */
export function saveLayout(db: WritableDb, def: LayoutDef, id: number | undefined, made: Made): CommittedStep {
  const { name, ...body } = def;
  const present = id === undefined ? undefined : findOwnLayout(db, id);
  if (id !== undefined && !present) throw new AppError('LAYOUT_UNKNOWN', { name, layouts: '' });
  if (name !== present?.def.name && isLayoutNameTaken(db, name)) throw new AppError('LAYOUT_NAME_TAKEN', { name });
  const write = { table: 'layout', id: present?.id ?? null, values: { name, body: JSON.stringify(body) } } as const;
  return commitStep(db, { code: 'layout.save', label: labelOf(name, present?.def.name), ...made }, [write]);
}

function labelOf(name: string, before: string | undefined): string {
  if (before === undefined) return `新建表样“${name}”`;
  return before === name ? `修改表样“${name}”` : `表样“${before}”改名为“${name}”`;
}

/**
 * Removes a layout of the office's own, as one step.
 *
 * @throws AppError LAYOUT_UNKNOWN
 */
export function removeLayout(db: WritableDb, id: number, made: Made): CommittedStep {
  const present = findOwnLayout(db, id);
  if (!present) throw new AppError('LAYOUT_UNKNOWN', { name: '', layouts: '' });
  const label = `删除表样“${present.def.name}”`;
  return commitStep(db, { code: 'layout.remove', label, ...made }, [{ table: 'layout', id, values: null }]);
}
