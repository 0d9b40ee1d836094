import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { parseRoleMark, type Role } from '#shared/domain/role.ts';
import type { Hit, HitField } from './find-hits.ts';
import { type FindWish, finderOf } from './find-text.ts';

export type TextEdit = { readonly taskId: TaskId; readonly title?: string; readonly content?: string };
export type NoteEdit = { readonly taskId: TaskId; readonly agencyId: AgencyId | null; readonly text: string };
export type ProgressEdit = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly patch: Partial<Pick<ProgressView, ProgressTextField>>;
};
export type RoleEdit = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

/** What a replacement would do, all of it in one step; `left` counts hits whose field is not replaced here. */
export type ReplacePlan =
  | { readonly kind: 'texts'; readonly edits: readonly TextEdit[]; readonly left: number }
  | { readonly kind: 'roles'; readonly cells: readonly RoleEdit[]; readonly left: number }
  | { readonly kind: 'notes'; readonly notes: readonly NoteEdit[]; readonly left: number }
  | { readonly kind: 'progress'; readonly entries: readonly ProgressEdit[]; readonly left: number }
  /** The words stand in fields of several kinds (texts, marks, notes, progress): one step cannot change them all. */
  | { readonly kind: 'mixed' }
  /** The replacement for a mark names no role. */
  | { readonly kind: 'no-role' }
  | { readonly kind: 'nothing' };

/**
 * Plans the exchange of every occurrence in the given hits. Names of agencies are left alone.
 *
 * @param fields what may be changed; with the ledger in front only what is written there
 */
export function planReplacement(
  hits: readonly Hit[],
  wish: FindWish,
  replacement: string,
  fields: ReplacedFields = IN_MATRIX,
): ReplacePlan {
  const byKind = Map.groupBy(hits, (hit) => fields[hit.field] ?? 'left');
  const left = byKind.get('left')?.length ?? 0;
  byKind.delete('left');
  const [kind, ...others] = byKind.keys();
  if (others.length > 0) return { kind: 'mixed' };
  const meant = (kind && byKind.get(kind)) ?? [];
  if (kind === 'roles') return planRoles(meant, replacement, left);
  const finder = finderOf(wish);
  const changed = meant.flatMap((hit) => {
    const text = finder?.replaced(hit.text, replacement) ?? hit.text;
    return hit.taskId === null || text === hit.text ? [] : [{ ...hit, taskId: hit.taskId, text }];
  });
  if (changed.length === 0) return { kind: 'nothing' };
  if (kind === 'notes') {
    return { kind, notes: changed.map(({ taskId, agencyId, text }) => ({ taskId, agencyId, text })), left };
  }
  if (kind === 'progress') return { kind, entries: progressEdits(changed), left };
  const edits = new Map<TaskId, TextEdit>();
  for (const { taskId, field, text } of changed) {
    edits.set(taskId, { ...(edits.get(taskId) ?? { taskId }), [field]: text });
  }
  return { kind: 'texts', edits: [...edits.values()], left };
}

/** Fields that can be replaced, by the call that writes them. */
export type ReplacedFields = Readonly<Partial<Record<HitField, 'texts' | 'roles' | 'notes' | 'progress'>>>;

const IN_PROGRESS = { narrative: 'progress', problems: 'progress', nextSteps: 'progress' } as const;

/** In the matrix: what is seen there. Progress is exchanged where it is read, in the ledger. */
const IN_MATRIX: ReplacedFields = { title: 'texts', content: 'texts', role: 'roles', note: 'notes' };

/** What is written in the ledger; titles and units are only read there. */
export const IN_LEDGER: ReplacedFields = IN_PROGRESS;

type ProgressTextField = keyof typeof IN_PROGRESS;

/** One entry a cell, however many of its texts are changed. */
function progressEdits(hits: readonly Pick<Hit, 'taskId' | 'agencyId' | 'field' | 'text'>[]): readonly ProgressEdit[] {
  const edits = new Map<string, ProgressEdit>();
  for (const { taskId, agencyId, field, text } of hits) {
    if (taskId === null || agencyId === null) continue;
    const key = `${taskId}/${agencyId}`;
    edits.set(key, { taskId, agencyId, patch: { ...edits.get(key)?.patch, [field]: text } });
  }
  return [...edits.values()];
}

function planRoles(hits: readonly Hit[], replacement: string, left: number): ReplacePlan {
  const role = parseRoleMark(replacement);
  if (role === undefined) return { kind: 'no-role' };
  const cells = hits.flatMap(({ taskId, agencyId }) =>
    taskId !== null && agencyId !== null ? [{ taskId, agencyId, role }] : [],
  );
  return { kind: 'roles', cells, left };
}
