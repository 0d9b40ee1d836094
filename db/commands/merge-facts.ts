import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import { accumulatesByWords } from '#shared/domain/accumulates.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { SummarySentence } from '#shared/domain/summary.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { HANDED_OVER, type HeldClosing, type HeldValue, type MergedFacts } from '../queries/merge-facts.queries.ts';

type Two = { readonly from: AgencyView; readonly into: AgencyView };

/**
 * What becomes of everything a year keeps beside reports when one agency takes another in: it goes over. Where both
 * said a value for a target of one period, values that add up are added, of others the one reported later stands;
 * summaries are put one behind the other. A task that both owed and one had closed is open again: what the other owed
 * of it is not done.
 *
 * @param on the day of the step (ISO), for closings that are opened again
 */
export function factWrites(db: ReadableDb, facts: MergedFacts, two: Two, on: string): readonly RowWrite[] {
  const agency_id = two.into.id;
  return [
    ...HANDED_OVER.flatMap((table) =>
      facts.handedOver[table].map((id): RowWrite => ({ table, id, values: { agency_id } })),
    ),
    ...closingWrites(db, facts, two, on),
    ...facts.values.flatMap(({ from, into }): readonly RowWrite[] => {
      if (!into) return [{ table: 'target_value', id: from.id, values: { agency_id } }];
      return [
        { table: 'target_value', id: into.id, values: joinedValue(from, into) },
        { table: 'target_value', id: from.id, values: null },
      ];
    }),
    ...summaryWrites(facts, two),
  ];
}

/** Whether values of the period are added up; else the later one stands. */
export function isAdded({ accumulates, name, unit }: Pick<HeldValue, 'accumulates' | 'name' | 'unit'>): boolean {
  return (accumulates ?? accumulatesByWords({ name, unit })) === 'sum';
}

function joinedValue(from: HeldValue, into: HeldValue): RowValues {
  const sum = (one: number | null, other: number | null): number | null =>
    one === null || other === null ? (one ?? other) : Number((one + other).toPrecision(12));
  if (isAdded(from)) return { value: sum(into.value, from.value), cumulative: sum(into.cumulative, from.cumulative) };
  const later = (from.reported_on ?? '') > (into.reported_on ?? '') ? [from, into] : [into, from];
  const [first, second] = later;
  return { value: first?.value ?? second?.value ?? null, cumulative: first?.cumulative ?? second?.cumulative ?? null };
}

function isOpen({ reopened_on }: HeldClosing): boolean {
  return reopened_on === null;
}

/** Closings that stand for one of the two alone, of tasks that both owe. */
export function halfClosed(facts: Pick<MergedFacts, 'closings' | 'shared'>): readonly HeldClosing[] {
  const inForce = Map.groupBy(facts.closings.filter(isOpen), ({ task_id }) => task_id);
  return [...inForce].flatMap(([taskId, closings]) =>
    facts.shared.has(taskId) && closings.length === 1 ? closings : [],
  );
}

function closingWrites(db: ReadableDb, facts: MergedFacts, { from, into }: Two, on: string): readonly RowWrite[] {
  const half = new Set(halfClosed(facts));
  const inForce = Map.groupBy(facts.closings.filter(isOpen), ({ task_id }) => task_id);
  const twice = (taskId: TaskId): HeldClosing | undefined =>
    (inForce.get(taskId)?.length ?? 0) > 1 ? inForce.get(taskId)?.find((row) => row.agency_id === into.id) : undefined;
  return facts.closings.flatMap((row): readonly RowWrite[] => {
    const opened = half.has(row)
      ? {
          reopened_on: on,
          reopen_reason: `合并单位：另一单位（${row.agency_id === from.id ? into.name : from.name}）尚未办结`,
        }
      : {};
    if (row.agency_id === into.id) {
      const other = isOpen(row) ? inForce.get(row.task_id)?.find((each) => each.agency_id === from.id) : undefined;
      const joined = other && {
        closed_on: later(row.closed_on, other.closed_on),
        basis: bases(row.basis, other, from),
      };
      return half.has(row) || joined ? [{ table: 'closing', id: row.id, values: { ...opened, ...joined } }] : [];
    }
    const kept = isOpen(row) ? twice(row.task_id) : undefined;
    if (!kept) return [{ table: 'closing', id: row.id, values: { agency_id: into.id, ...opened } }];
    const evidence = prepared(db, 'SELECT id FROM evidence WHERE closing_id = ?').pluck().all(row.id) as number[];
    return [
      ...evidence.map((id): RowWrite => ({ table: 'evidence', id, values: { closing_id: kept.id } })),
      { table: 'closing', id: row.id, values: null },
    ];
  });
}

/** Done when both are done. */
function later(one: string, other: string): string {
  return one > other ? one : other;
}

function bases(basis: string, { basis: theirs, approver }: HeldClosing, from: AgencyView): string {
  const words = [theirs, approver].filter((part) => part !== '').join('，');
  return [basis, words === '' || theirs === basis ? '' : `${from.name}：${words}`]
    .filter((part) => part !== '')
    .join('\n');
}

/** A draft with the sources of the vanishing agency as those of the staying one; of two drafts both sentences. */
function summaryWrites({ summaries, quoting }: MergedFacts, { from, into }: Two): readonly RowWrite[] {
  const renamed = (sentences: string): string => renamedSources(sentences, from.id, into.id);
  const own = summaries.flatMap(({ from: theirs, into: ours }): readonly RowWrite[] => {
    if (!ours) {
      return [
        { table: 'summary', id: theirs.id, values: { agency_id: into.id, sentences: renamed(theirs.sentences) } },
      ];
    }
    const both = [...parsed(renamed(ours.sentences)), ...parsed(renamed(theirs.sentences))];
    const adopted = ours.adopted === 1 && theirs.adopted === 1 ? 1 : 0;
    return [
      { table: 'summary', id: ours.id, values: { sentences: JSON.stringify(both), adopted } },
      { table: 'summary', id: theirs.id, values: null },
    ];
  });
  const written = new Set(own.map(({ id }) => id));
  const others = quoting
    .filter(({ id }) => !written.has(id))
    .map(({ id, sentences }): RowWrite => ({ table: 'summary', id, values: { sentences: renamed(sentences) } }));
  return [...own, ...others];
}

function parsed(sentences: string): readonly SummarySentence[] {
  // What this program wrote under the log.
  return JSON.parse(sentences) as readonly SummarySentence[];
}

function renamedSources(sentences: string, from: AgencyId, into: AgencyId): string {
  return JSON.stringify(
    parsed(sentences).map((sentence) => ({
      ...sentence,
      sources: sentence.sources.map((source) => (source.agencyId === from ? { ...source, agencyId: into } : source)),
    })),
  );
}

/**
 * Contacts go over as history; the one of the staying agency, when it has one, stands as before.
 *
 * @param ids rows of the vanishing agency
 */
export function contactWrites(db: ReadableDb, ids: readonly number[], into: AgencyId): readonly RowWrite[] {
  const handed = ids.map((id): RowWrite => ({ table: 'agency_contact', id, values: { agency_id: into } }));
  const sql = 'SELECT * FROM agency_contact WHERE agency_id = ? ORDER BY id DESC LIMIT 1';
  const standing = prepared(db, sql).get(into) as (RowValues & { readonly id: number }) | undefined;
  if (!standing || ids.every((id) => id < standing.id)) return handed;
  // The last row is the one that stands.
  const { id, ...values } = standing;
  return [...handed, { table: 'agency_contact', id, values: null }, { table: 'agency_contact', id: null, values }];
}
