import type { LoggedTable } from '#db/log/logged-tables.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import { AppError } from '#shared/errors.ts';

/**
 * A list of a task as it shall be, as row writes: new ones are added, those left out go, each takes the place it has in
 * the list.
 *
 * @param present ids the task has now
 * @param wanted `id: null` adds one
 * @throws AppError ROW_GONE for an id that the task does not have
 */
export function listWrites(
  table: LoggedTable,
  present: readonly number[],
  wanted: readonly { readonly id: number | null; readonly values: RowValues }[],
): readonly RowWrite[] {
  const kept = new Set(wanted.flatMap(({ id }) => (id === null ? [] : [id])));
  const there = new Set(present);
  if (kept.size !== wanted.filter(({ id }) => id !== null).length || [...kept].some((id) => !there.has(id))) {
    throw new AppError('ROW_GONE');
  }
  return [
    ...present.filter((id) => !kept.has(id)).map((id): RowWrite => ({ table, id, values: null })),
    ...wanted.map(({ id, values }, index): RowWrite => ({ table, id, values: { ...values, position: index + 1 } })),
  ];
}

/** Above every real position: targets pass through these while they change places, because positions are unique. */
const POSITION_ASIDE = 1_000_000;

/** Puts targets out of the way of those that take their places later in the same step. */
export function targetsAside(ids: readonly number[]): readonly RowWrite[] {
  return ids.map((id, index) => ({ table: 'task_target', id, values: { position: POSITION_ASIDE + index } }));
}

/**
 * What a change of a list is called in the history.
 *
 * @param what 节点
 * @param titles of those before and after, by id; a new one has none
 */
export function listLabel(
  place: string,
  what: string,
  before: readonly { readonly id: number; readonly title: string }[],
  after: readonly { readonly id: number | null; readonly title: string }[],
): string {
  const kept = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => id === null);
  const gone = before.filter(({ id }) => !kept.has(id));
  if (added.length > 0 && gone.length === 0) return `添加${what}：${place} ${oneOrCount(added)}`;
  if (gone.length > 0 && added.length === 0) return `删除${what}：${place} ${oneOrCount(gone)}`;
  return `修改${what}：${place}`;
}

const TITLE_SHOWN = 20;

function oneOrCount(items: readonly { readonly title: string }[]): string {
  const [item] = items;
  return items.length === 1 && item ? `“${item.title.slice(0, TITLE_SHOWN)}”` : `${items.length} 项`;
}
