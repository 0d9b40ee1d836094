import { type CommittedStep, commitStep, commitStepWith } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import { isNamed } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import { type PlanId, PlanIdSchema } from '#shared/domain/ids.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { listAgencies } from '../queries/agency.queries.ts';
import { getPlan, hasPlanOf } from '../queries/plan.queries.ts';
import { type Insert, idOf, type PlanDraft, writePlan } from './write-plan.ts';

/**
 * Adds a plan to a file that has one already, as one step that can be undone. Its agencies are those of the file where
 * the file knows them by a name, another name or a former name; new names of those are kept, new agencies go behind the
 * others. What the file says of an agency stays as it is.
 *
 * @throws AppError PLAN_ALREADY_IN_FILE for the same document a second time
 */
export function addPlan(db: WritableDb, draft: PlanDraft, made: Made): CommittedStep & { readonly planId: PlanId } {
  const writer = planWriter(db, draft);
  let planId: number | undefined;
  const label = `加入计划《${draft.reading.title}》`;
  const step = commitStepWith(db, { code: 'plan.addToFile', label, ...made }, (write) => {
    planId = writer(write);
  });
  return { ...step, planId: PlanIdSchema.parse(planId) };
}

/**
 * Writes a plan into a file that has one already, as part of a step; agencies as {@link addPlan} says.
 *
 * @returns what writes it, and gives its id
 * @throws AppError PLAN_ALREADY_IN_FILE for the same document a second time
 */
export function planWriter(db: WritableDb, draft: PlanDraft): (write: (row: RowWrite) => number) => number {
  const { reading, source } = draft;
  const { title, documentNumber } = reading;
  if (hasPlanOf(db, { title, documentNumber, sha256: source.sha256 })) {
    throw new AppError('PLAN_ALREADY_IN_FILE', { title });
  }
  const present = listAgencies(db);
  return (write) => {
    const insert: Insert = (table, values) => write({ table, id: null, values });
    return writePlan(insert, draft, () => settleAgencies(insert, draft.agencies, present));
  };
}

/**
 * Puts a plan aside as one of the past, or takes it back to those that are worked on. Nothing else of it changes.
 *
 * @param archivedOn ISO date, or `null`
 * @throws AppError PLAN_GONE | NOTHING_TO_CHANGE when it is so already
 */
export function archivePlan(db: WritableDb, planId: PlanId, archivedOn: string | null, made: Made): CommittedStep {
  const plan = getPlan(db, planId);
  if ((plan.archivedOn === null) === (archivedOn === null)) throw new AppError('NOTHING_TO_CHANGE');
  const label = `${archivedOn === null ? '取消归档' : '归档'}《${plan.title}》`;
  const write = { table: 'plan', id: planId, values: { archived_on: archivedOn } } as const;
  return commitStep(db, { code: 'plan.archive', label, ...made }, [write]);
}

/** @returns the id that each name and alias of the draft means */
function settleAgencies(
  insert: Insert,
  drafts: PlanDraft['agencies'],
  present: readonly AgencyView[],
): ReadonlyMap<string, number> {
  const last = Math.max(0, ...present.map((agency) => agency.position));
  const settled = drafts.map((draft, index) => {
    const found = findPresent(present, draft);
    return { draft, found, id: found?.id ?? insertAgency(insert, draft, last + 1 + index) };
  });
  const ids = new Map(
    settled.flatMap(({ draft, id }) => [draft.name, ...draft.aliases].map((name) => [name, id] as const)),
  );
  const taken = new Set([
    ...present.flatMap(({ name, aliases, formerNames }) => [name, ...aliases, ...formerNames]),
    ...settled.flatMap(({ draft, found }) => (found ? [] : [draft.name])),
  ]);
  for (const { draft, found, id } of settled) {
    for (const alias of [draft.name, ...draft.aliases]) {
      if (taken.has(alias)) continue;
      taken.add(alias);
      insert('agency_alias', { agency_id: id, alias, kind: 'alias' });
    }
    // Members that the file knows stay; a group without any takes those of the review.
    if (found && (found.kind !== 'group' || found.members.length > 0)) continue;
    const members = new Set(draft.members.map((member) => idOf(ids, member)));
    members.delete(id);
    for (const member_id of members) insert('agency_member', { group_id: id, member_id });
  }
  return ids;
}

/** The agency of the file that is meant: by its name before its other names. */
function findPresent(
  present: readonly AgencyView[],
  { name, aliases }: PlanDraft['agencies'][number],
): AgencyView | undefined {
  for (const writing of [name, ...aliases]) {
    const found = present.find((agency) => isNamed(agency, writing));
    if (found) return found;
  }
  return undefined;
}

function insertAgency(insert: Insert, draft: PlanDraft['agencies'][number], position: number): number {
  const { name, shortName, kind, pinyin } = draft;
  return insert('agency', { name, short_name: shortName, kind, position, active: 1, pinyin });
}
