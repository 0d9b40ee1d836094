import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { parseRoleMark, type Role } from '#shared/domain/role.ts';
import type { Hit, HitField } from './find-hits.ts';
import { type FindWish, finderOf } from './find-text.ts';

export type TextEdit = { readonly taskId: TaskId; readonly title?: string; readonly content?: string };
export type NoteEdit = { readonly taskId: TaskId; readonly agencyId: AgencyId | null; readonly text: string };
export type RoleEdit = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

/** What a replacement would do, all of it in one step; `left` counts hits whose field is not replaced here. */
export type ReplacePlan =
  | { readonly kind: 'texts'; readonly edits: readonly TextEdit[]; readonly left: number }
  | { readonly kind: 'roles'; readonly cells: readonly RoleEdit[]; readonly left: number }
  | { readonly kind: 'notes'; readonly notes: readonly NoteEdit[]; readonly left: number }
  /** The words stand in fields of several kinds (texts, marks, notes): one step cannot change them all. */
  | { readonly kind: 'mixed' }
  /** The replacement for a mark names no role. */
  | { readonly kind: 'no-role' }
  | { readonly kind: 'nothing' };

/** Plans the exchange of every occurrence in the given hits. Names of agencies and progress are left alone. */
export function planReplacement(hits: readonly Hit[], wish: FindWish, replacement: string): ReplacePlan {
  const byKind = Map.groupBy(hits, (hit) => KIND_OF_FIELD[hit.field] ?? 'left');
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
  const edits = new Map<TaskId, TextEdit>();
  for (const { taskId, field, text } of changed) {
    edits.set(taskId, { ...(edits.get(taskId) ?? { taskId }), [field]: text });
  }
  return { kind: 'texts', edits: [...edits.values()], left };
}

/** Fields that can be replaced, by the call that writes them. */
const KIND_OF_FIELD: Readonly<Partial<Record<HitField, 'texts' | 'roles' | 'notes'>>> = {
  title: 'texts',
  content: 'texts',
  role: 'roles',
  note: 'notes',
};

function planRoles(hits: readonly Hit[], replacement: string, left: number): ReplacePlan {
  const role = parseRoleMark(replacement);
  if (role === undefined) return { kind: 'no-role' };
  const cells = hits.flatMap(({ taskId, agencyId }) =>
    taskId !== null && agencyId !== null ? [{ taskId, agencyId, role }] : [],
  );
  return { kind: 'roles', cells, left };
}
