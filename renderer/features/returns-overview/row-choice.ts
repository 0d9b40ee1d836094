/** Rows chosen in a list, and where the next Shift begins. */
export type RowChoice<Id> = {
  readonly chosen: ReadonlySet<Id>;
  /** Where the cursor stands. */
  readonly at: Id | null;
  /** The end of a stretch that does not move. */
  readonly anchor: Id | null;
};

export const noChoice = <Id>(): RowChoice<Id> => ({ chosen: new Set(), at: null, anchor: null });

export type ChoiceKeys = { readonly ctrl: boolean; readonly shift: boolean };

/** A click on a row: alone it chooses this one, with Ctrl it adds or takes away, with Shift it chooses a stretch. */
export function clickRow<Id>(
  choice: RowChoice<Id>,
  ids: readonly Id[],
  id: Id,
  { ctrl, shift }: ChoiceKeys,
): RowChoice<Id> {
  if (shift) {
    const anchor = choice.anchor !== null && ids.includes(choice.anchor) ? choice.anchor : id;
    const stretch = between(ids, anchor, id);
    return { chosen: new Set(ctrl ? [...choice.chosen, ...stretch] : stretch), at: id, anchor };
  }
  if (!ctrl) return { chosen: new Set([id]), at: id, anchor: id };
  const chosen = new Set(choice.chosen);
  if (!chosen.delete(id)) chosen.add(id);
  return { chosen, at: id, anchor: id };
}

/** Rows that Page Up and Page Down go. */
const PAGE = 12;

/**
 * A key in the list, as in a file manager: arrows move and choose, with Shift they stretch, with Ctrl they only move,
 * Ctrl+Space adds or takes away, Ctrl+A chooses all, Escape none.
 *
 * @returns `null` for a key that is not the list's
 */
export function pressRow<Id>(
  choice: RowChoice<Id>,
  ids: readonly Id[],
  key: string,
  keys: ChoiceKeys,
): RowChoice<Id> | null {
  if (keys.ctrl && key.toLowerCase() === 'a')
    return { ...choice, chosen: new Set(ids), at: choice.at ?? ids[0] ?? null };
  if (key === 'Escape') return choice.chosen.size === 0 ? null : { ...choice, chosen: new Set() };
  const index = choice.at === null ? -1 : ids.indexOf(choice.at);
  if (key === ' ') {
    const id = ids[Math.max(index, 0)];
    return id === undefined ? null : clickRow(choice, ids, id, { ctrl: true, shift: false });
  }
  const to = targetIndex(key, index, ids.length);
  const id = to === null ? undefined : ids[Math.min(Math.max(to, 0), ids.length - 1)];
  if (id === undefined) return null;
  return keys.ctrl && !keys.shift
    ? { ...choice, at: id }
    : clickRow(choice, ids, id, { ctrl: false, shift: keys.shift });
}

function targetIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index < 0 ? 0 : index - 1;
    case 'PageDown':
      return index + PAGE;
    case 'PageUp':
      return index - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function between<Id>(ids: readonly Id[], one: Id, other: Id): readonly Id[] {
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)].toSorted((first, second) => first - second);
  return ids.slice(from, (to ?? 0) + 1);
}

/** Forgets what is not listed any more. */
export function keepListed<Id>(choice: RowChoice<Id>, ids: readonly Id[]): RowChoice<Id> {
  const listed = new Set(ids);
  return {
    chosen: new Set([...choice.chosen].filter((id) => listed.has(id))),
    at: choice.at !== null && listed.has(choice.at) ? choice.at : null,
    anchor: choice.anchor !== null && listed.has(choice.anchor) ? choice.anchor : null,
  };
}
