import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, PeriodId } from '#shared/domain/ids.ts';
import { isoDate } from '#shared/domain/period.ts';
import { strongerRole } from '#shared/domain/role.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { gatherMerge, type HeldProgress, type HeldRole } from '../queries/merge.queries.ts';
import type { MergedPair } from '../queries/merged-pair.ts';
import { findPeriod } from '../queries/period.queries.ts';
import { findTask } from '../queries/plan.queries.ts';
import { memberWrites } from './agency-lists.ts';
import { joinedClosedDuties } from './closed-duties.ts';
import { contactWrites, factWrites } from './merge-facts.ts';

type Two = { readonly from: AgencyView; readonly into: AgencyView };

/**
 * Makes one agency of two, when a document wrote one unit under two names or a reform joined two. Roles, progress,
 * notes, forms, returns, other names and memberships of `from` go to `into`; its name and short name become aliases.
 * Where both have a role in a task the stronger stays. Where both reported, both texts stay: what `from` wrote is
 * added under its name, with its status when that was another. What else a year keeps goes over as merge-facts.ts says.
 *
 * @throws AppError AGENCY_GONE | AGENCY_NOT_GROUP | NOTHING_TO_CHANGE (with itself) | MERGE_PERIOD_CLOSED when both reported on a task for a
 *   closed period, whose texts must not change any more
 */
export function mergeAgencies(db: WritableDb, fromId: AgencyId, intoId: AgencyId, made: Made): CommittedStep {
  const two = { from: getAgency(db, fromId), into: getAgency(db, intoId) };
  if (fromId === intoId) throw new AppError('NOTHING_TO_CHANGE');
  const rows = gatherMerge(db, fromId, intoId);
  const agency_id = intoId;
  const handOver = (table: RowWrite['table'], ids: readonly number[]) =>
    ids.map((id): RowWrite => ({ table, id, values: { agency_id } }));
  for (const pair of rows.facts.values) if (pair.into) refuseClosed(db, pair, two);
  const writes: readonly RowWrite[] = [
    ...rows.roles.flatMap((pair) => join('assignment', pair, agency_id, (into) => strongerOf(pair.from, into))),
    ...rows.progress.flatMap((pair) =>
      join('progress', pair, agency_id, (into) => {
        refuseClosed(db, pair, two);
        return joinedProgress(pair.from, into, two);
      }),
    ),
    ...rows.notes.flatMap((pair) =>
      join('note', pair, agency_id, (into) => ({ text: joinTexts(into.text, pair.from.text, two, '') })),
    ),
    ...handOver('form', rows.formIds),
    ...handOver('return', rows.returnIds),
    ...handOver('return_item', rows.returnItemIds),
    ...contactWrites(db, rows.contactIds, intoId),
    ...factWrites(db, rows.facts, two, isoDate(new Date(made.at))),
    ...handOver('agency_alias', rows.aliasIds),
    ...joinedClosedDuties(db, fromId, intoId),
    ...membershipWrites(db, two),
    { table: 'agency', id: fromId, values: null },
    ...rows.aliases.map(
      (alias): RowWrite => ({ table: 'agency_alias', id: null, values: { agency_id, alias, kind: 'alias' } }),
    ),
  ];
  const label = `合并单位：${two.from.name} → ${two.into.name}`;
  return commitStep(db, { code: 'agency.merge', label, ...made }, writes);
}

/** A row without a counterpart goes over; one with a counterpart is taken up by it and deleted. */
function join<Row extends { readonly id: number }>(
  table: RowWrite['table'],
  { from, into }: MergedPair<Row>,
  agency_id: AgencyId,
  joined: (into: Row) => RowValues,
): readonly RowWrite[] {
  if (!into) return [{ table, id: from.id, values: { agency_id } }];
  return [
    { table, id: into.id, values: joined(into) },
    { table, id: from.id, values: null },
  ];
}

/** The stronger role, with the words of the document that gave it, for as long as either of the two was owed. */
function strongerOf(from: HeldRole, into: HeldRole): RowValues {
  const dates = {
    starts_on: earlier(from.starts_on, into.starts_on),
    ends_on: later(from.ends_on, into.ends_on),
  };
  if (strongerRole(from.role, into.role) === into.role) return dates;
  const { role, origin, written_as, source_start, source_end } = from;
  return { role, origin, written_as, source_start, source_end, ...dates };
}

/** `null` is the beginning of the year. */
function earlier(one: string | null, other: string | null): string | null {
  return one === null || other === null ? null : one < other ? one : other;
}

/** `null` is its end. */
function later(one: string | null, other: string | null): string | null {
  return one === null || other === null ? null : one > other ? one : other;
}

function refuseClosed(
  db: WritableDb,
  { from }: MergedPair<Pick<HeldProgress, 'task_id' | 'period_id'>>,
  two: Two,
): void {
  const period = findPeriod(db, from.period_id as PeriodId);
  if (!period || period.closedOn === null) return;
  const number = findTask(db, from.task_id)?.number ?? '?';
  throw new AppError('MERGE_PERIOD_CLOSED', { number, period: period.label, from: two.from.name, into: two.into.name });
}

function joinedProgress(from: HeldProgress, into: HeldProgress, two: Two): RowValues {
  const sameStanding = from.status === into.status && from.percent === into.percent;
  const words = [
    ...(from.status === null ? [] : [STATUS_LABELS[from.status]]),
    ...(from.percent === null ? [] : [`${from.percent}%`]),
  ].join(' ');
  const standing = sameStanding || words === '' ? '' : `（${words}）`;
  const dates = [from.reported_on, into.reported_on].filter((date) => date !== null);
  return {
    narrative: joinTexts(into.narrative, from.narrative, two, standing),
    problems: joinTexts(into.problems, from.problems, two, ''),
    next_steps: joinTexts(into.next_steps, from.next_steps, two, ''),
    reported_on: dates.toSorted().at(-1) ?? null,
    origin: 'manual',
  };
}

/** Nothing a person wrote is lost: what the vanishing agency wrote stands under its name. */
function joinTexts(into: string, from: string, two: Two, standing: string): string {
  if (standing === '' && (from === '' || from === into)) return into;
  return [into, `${two.from.name}：${standing}${from === into ? '' : from}`].filter((text) => text !== '').join('\n');
}

function membershipWrites(db: WritableDb, { from, into }: Two): readonly RowWrite[] {
  const groupsOf = db.prepare(
    'SELECT id, group_id AS groupId FROM agency_member WHERE member_id = ? AND group_id <> ?',
  );
  const groups = groupsOf.all(from.id, into.id) as { readonly id: number; readonly groupId: AgencyId }[];
  const taken = new Set((groupsOf.all(into.id, from.id) as typeof groups).map(({ groupId }) => groupId));
  const members = [...into.members, ...from.members].filter((member) => member !== from.id);
  return [
    ...groups.map(({ id, groupId }): RowWrite => {
      return { table: 'agency_member', id, values: taken.has(groupId) ? null : { member_id: into.id } };
    }),
    ...memberWrites(db, from.id, []),
    ...memberWrites(db, into.id, into.kind === 'group' ? members : []),
  ];
}
