import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { ProgressText } from '#shared/domain/progress.ts';
import { parseRoleMark, ROLE_LABELS, type Role } from '#shared/domain/role.ts';
import { type FindWish, type FoundSpan, finderOf } from './find-text.ts';

/** Where to look. */
export const FIND_SCOPES = ['all', 'task', 'role', 'agency', 'progress', 'note'] as const;
export type FindScope = (typeof FIND_SCOPES)[number];

/** A field in which the words stand, once or several times: what 查找下一个 steps over and 替换 changes. */
export type Hit = {
  /** Unique among the hits of a search, and the same when it is found again. */
  readonly id: string;
  readonly field: HitField;
  readonly taskId: TaskId | null;
  readonly agencyId: AgencyId | null;
  readonly text: string;
  readonly spans: readonly FoundSpan[];
};

export type HitField = 'title' | 'content' | 'role' | 'agency' | 'narrative' | 'problems' | 'nextSteps' | 'note';

export type FindGround = {
  /** The tasks on show, in their order. */
  readonly tasks: readonly MatrixTask[];
  /** The agencies on show, in their order. */
  readonly agencies: readonly AgencyView[];
  readonly progress: readonly ProgressText[];
};

const NO_NOTES: ReadonlyMap<AgencyId | null, string> = new Map();

const PROGRESS_TEXTS = ['narrative', 'problems', 'nextSteps'] as const;

/**
 * Looks through the matrix: names of agencies first, then task by task, from left to right.
 * A word that names a role (牵头, ●) finds the marks; a bare digit or letter is only looked for as text.
 */
export function findHits({ tasks, agencies, progress }: FindGround, scope: FindScope, wish: FindWish): readonly Hit[] {
  const finder = finderOf(wish);
  if (!finder) return [];
  const looksIn = (part: FindScope) => scope === 'all' || scope === part;
  const hits: Hit[] = [];
  const look = (field: HitField, taskId: TaskId | null, agencyId: AgencyId | null, text: string) => {
    const spans = finder.spans(text);
    if (spans.length > 0)
      hits.push({ id: `${field}-${taskId ?? ''}-${agencyId ?? ''}`, field, taskId, agencyId, text, spans });
  };
  const role = looksIn('role') ? roleNamed(wish.words) : null;
  const progressOf = looksIn('progress') ? Map.groupBy(progress, (entry) => entry.taskId) : new Map();
  if (looksIn('agency')) for (const { id, name } of agencies) look('agency', null, id, name);
  for (const task of tasks) {
    if (looksIn('task')) {
      look('title', task.id, null, task.title);
      look('content', task.id, null, task.content);
    }
    const notes = looksIn('note') ? new Map(task.notes.map((note) => [note.agencyId, note.text])) : NO_NOTES;
    look('note', task.id, null, notes.get(null) ?? '');
    const cells = new Map(task.cells.map((cell) => [cell.agencyId, cell]));
    const entries: readonly ProgressText[] = progressOf.get(task.id) ?? [];
    // Most tasks have nothing to look at beside their own text, and a matrix has hundreds of columns.
    if (!role && entries.length === 0 && notes.size === 0) continue;
    for (const { id } of agencies) {
      if (role && cells.get(id)?.role === role) hits.push(roleHit(task.id, id, role));
      const note = notes.get(id);
      if (note !== undefined) look('note', task.id, id, note);
      const entry = entries.find((candidate) => candidate.agencyId === id);
      if (entry) for (const field of PROGRESS_TEXTS) look(field, task.id, id, entry[field]);
    }
  }
  return hits;
}

/** Lines of the ledger, each with the texts a clerk reads there. */
export type LedgerGround = readonly Pick<
  LedgerRow,
  'taskId' | 'agencyId' | 'title' | 'agencyName' | 'note' | 'narrative' | 'problems' | 'nextSteps'
>[];

/** Looks through the ledger line by line; a title, which stands in each line of its task, counts once. */
export function findInLedger(lines: LedgerGround, scope: FindScope, wish: FindWish): readonly Hit[] {
  const finder = finderOf(wish);
  if (!finder) return [];
  const titled = new Set<TaskId>();
  return lines.flatMap((line) => {
    const { taskId, agencyId } = line;
    const isFirst = !titled.has(taskId);
    titled.add(taskId);
    const texts: readonly (readonly [FindScope, HitField, string])[] = [
      ['task', 'title', isFirst ? line.title : ''],
      ['agency', 'agency', line.agencyName],
      ...PROGRESS_TEXTS.map((field) => ['progress', field, line[field]] as const),
      ['note', 'note', line.note ?? ''],
    ];
    return texts.flatMap(([part, field, text]): readonly Hit[] => {
      const spans = scope === 'all' || scope === part ? finder.spans(text) : [];
      return spans.length === 0 ? [] : [{ id: `${field}-${taskId}-${agencyId}`, field, taskId, agencyId, text, spans }];
    });
  });
}

function roleHit(taskId: TaskId, agencyId: AgencyId, role: Role): Hit {
  const text = ROLE_LABELS[role];
  return {
    id: `role-${taskId}-${agencyId}`,
    field: 'role',
    taskId,
    agencyId,
    text,
    spans: [{ start: 0, end: text.length }],
  };
}

/** The role words name; digits and letters, which name one when typed into a cell, are too common in texts. */
function roleNamed(words: string): Role | null {
  return /^[\p{ASCII}\s]*$/u.test(words.normalize('NFKC')) ? null : (parseRoleMark(words) ?? null);
}

/** The hit after (or before) the current one, around the end; the first one when there is no current one. */
export function neighbour(hits: readonly Hit[], at: string | null, direction: 1 | -1): Hit | null {
  const index = hits.findIndex((hit) => hit.id === at);
  if (index < 0) return hits.at(direction === 1 ? 0 : -1) ?? null;
  return hits.at((index + direction) % hits.length) ?? null;
}
