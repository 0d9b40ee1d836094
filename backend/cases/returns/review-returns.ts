import type { BackendContext } from '#backend/calls/context.ts';
import { addFaults } from '#backend/returns/checks/add-faults.ts';
import { prepareFaults } from '#backend/returns/checks/find-faults.ts';
import { type ComparedReturn, compareReturn } from '#backend/returns/comparing/compare-return.ts';
import { conflictsBetween, type ReviewedTable } from '#backend/returns/comparing/conflicts-between.ts';
import { prepareIdentify } from '#backend/returns/identity/identify.ts';
import { listReturns, type ReturnRow } from '#db/queries/return.queries.ts';
import type { PeriodId, PlanId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview, ReturnItem } from '#shared/domain/return-review.ts';
import { activeRules } from './active-rules.ts';
import { gatherGround } from './gather-ground.ts';
import { type GatheredPeriod, gatherPeriod } from './gather-period.ts';
import { type Identified, identifyReturn } from './identify-return.ts';
import { perhapsOf } from './perhaps-of.ts';
import { readOldReturns } from './read-old-returns.ts';
import { type Reviewable, reviewableOf } from './reviewable.ts';
import { blankView, type ReviewedReturn, refusalView } from './view-of-return.ts';

/** A table on its way through the review. */
type OnDesk = { readonly reviewable: Reviewable; readonly identified: Identified };
type Compared = OnDesk & { readonly gathered: GatheredPeriod; readonly compared: ComparedReturn };

/**
 * Compares tables with what stands now, and with each other. Reads only; what returns of one period are compared with
 * is read once for all of them.
 *
 * @param openPlanId the plan that is shown, for a table that does not say its own
 * @param asked what is wanted, in this order
 * @param beside further returns, which are looked at only for what they say of the same cells
 */
export function reviewReturns(
  context: Pick<BackendContext, 'db' | 'today'>,
  openPlanId: PlanId,
  asked: readonly Reviewable[],
  beside: readonly Reviewable[] = [],
): readonly ReviewedReturn[] {
  const ground = gatherGround(context, openPlanId);
  const identify = prepareIdentify(ground);
  const onDesk = [...asked, ...beside].map(
    (reviewable): OnDesk => ({ reviewable, identified: identifyReturn(identify, reviewable) }),
  );
  const periods = new Map<PeriodId, GatheredPeriod>();
  const compared = new Map<OnDesk, Compared>();
  let nextId = 0;
  for (const each of onDesk) {
    const { periodId } = each.identified.place;
    const { table } = each.reviewable;
    if (!table || periodId === null || each.identified.held || each.identified.refusal) continue;
    const period = ground.periods.find(({ id }) => id === periodId);
    if (!period || period.closedOn !== null) continue;
    const gathered = periods.get(periodId) ?? gatherPeriod(context, period);
    periods.set(periodId, gathered);
    const result = compareOne(context, each, gathered, nextId);
    nextId += result.items.length;
    compared.set(each, { ...each, gathered, compared: result });
  }
  const waiting = onDesk.flatMap((each) =>
    perhapsOf(each).flatMap((place) => {
      const gathered = periods.get(place.periodId);
      if (!gathered) return [];
      const perhaps = { ...each, identified: { ...each.identified, place } };
      const { items } = compareOne(context, perhaps, gathered, nextId);
      return [{ ...each.reviewable, periodId: place.periodId, items, untouched: new Map() }];
    }),
  );
  const items = settleItems(context, [...compared.values()], waiting);
  return onDesk.slice(0, asked.length).map((each) => {
    const done = compared.get(each);
    const period = ground.periods.find(({ id }) => id === each.identified.place.periodId);
    const agency = ground.agencies.find(({ id }) => id === each.identified.place.agencyId);
    const view = blankView(each.reviewable, each.identified, { period, agency });
    if (!done) return refusalView(view, each.reviewable, each.identified, period);
    const { faults, items: settled } = items.get(done) ?? { faults: [], items: [] };
    return {
      view: viewOf(view, done.compared, settled, faults),
      place: each.identified.place,
      table: each.reviewable.table,
      refusal: null,
    };
  });
}

/** As {@link reviewReturns}, of returns of the data file, beside all others of their periods that wait. */
export async function reviewKept(
  context: Pick<BackendContext, 'db' | 'today' | 'intake' | 'passwords'>,
  openPlanId: PlanId,
  rows: readonly ReturnRow[],
): Promise<readonly ReviewedReturn[]> {
  const { db } = context;
  const ids = new Set<ReturnId>(rows.map(({ id }) => id));
  const periodIds = new Set(rows.map(({ periodId }) => periodId));
  const beside = listReturns(db, { states: ['received', 'to-review'] }).filter(
    ({ id, periodId, state }) => !ids.has(id) && (periodId === null ? state === 'received' : periodIds.has(periodId)),
  );
  const old = await readOldReturns(context, [...rows, ...beside]);
  const reviewable = (row: ReturnRow): Reviewable => ({ ...reviewableOf(db, row), ...old.get(row.id) });
  return reviewReturns(context, openPlanId, rows.map(reviewable), beside.map(reviewable));
}

function compareOne(
  { today }: Pick<BackendContext, 'today'>,
  { reviewable, identified }: OnDesk,
  gathered: GatheredPeriod,
  firstId: number,
): ComparedReturn {
  const { table, returnId, kind } = reviewable;
  const { agencyId, formId } = identified.place;
  if (!table) throw new Error('only what was read is compared');
  const isDataFile = kind === 'data-file';
  return compareReturn({
    table,
    assignments: gathered.assignmentsOf(table.kind === 'ledger' ? null : agencyId),
    names: gathered.names,
    sent: isDataFile ? null : gathered.sentIn(formId),
    told: isDataFile ? new Map() : gathered.toldSince(formId, returnId),
    ours: gathered.ours,
    last: gathered.last,
    targets: gathered.targetsFor(formId),
    period: gathered.period,
    planYear: gathered.plan.year,
    today: today(),
    doubts: identified.doubts,
    returnId,
    firstId,
  });
}

type Settled = { readonly items: readonly ReturnItem[]; readonly faults: ReturnFileReview['faults'] };

/** Looks at what they say, and at what several say of one cell. */
function settleItems(
  context: Pick<BackendContext, 'db'>,
  all: readonly Compared[],
  waiting: readonly ReviewedTable[],
): ReadonlyMap<Compared, Settled> {
  const rules = activeRules(context.db);
  const withFaults = [...Map.groupBy(all, ({ gathered }) => gathered)].flatMap(([gathered, returns]) => {
    const find = prepareFaults({
      tasks: tasksWithTargets(gathered),
      last: gathered.last,
      narratives: narrativesOf(gathered, returns),
      rules,
    });
    return returns.map((each) => {
      const faults = find(each.compared.entries);
      return { each, faults, items: addFaults(each.compared.items, faults) };
    });
  });
  const settled = conflictsBetween([
    ...withFaults.map(({ each, items }) => ({
      fileName: each.reviewable.fileName,
      sheet: each.reviewable.sheet,
      periodId: each.gathered.period.id,
      returnId: each.reviewable.returnId,
      receivedAt: each.reviewable.receivedAt,
      items,
      untouched: each.compared.untouched,
    })),
    ...waiting,
  ]);
  return new Map(
    withFaults.map(({ each, faults, items }, index): [Compared, Settled] => [
      each,
      { faults, items: settled[index] ?? items },
    ]),
  );
}

function tasksWithTargets({ tasks, targets }: GatheredPeriod) {
  const byTask = Map.groupBy(targets, ({ taskId }) => taskId);
  return tasks.map(({ id, content }) => ({ taskId: id, content, targets: byTask.get(id) ?? [] }));
}

/** What stands for the period, and what the returns under review say; of an entry that came back only the latter. */
function narrativesOf({ assignmentsOf, ours, agencyNames }: GatheredPeriod, returns: readonly Compared[]) {
  const came = returns.flatMap(({ compared }) =>
    compared.entries.map(({ task, texts }) => ({
      taskId: task.taskId,
      agencyId: task.agencyId,
      agencyName: task.agencyName,
      text: texts.narrative,
    })),
  );
  const known = new Set(came.map(({ taskId, agencyId }) => `${taskId}/${agencyId}`));
  const standing = assignmentsOf(null).flatMap(({ taskId, agencyId }) => {
    const text = ours.get(`${taskId}/${agencyId}`)?.narrative ?? '';
    if (text === '' || known.has(`${taskId}/${agencyId}`)) return [];
    return [{ taskId, agencyId, agencyName: agencyNames.get(agencyId) ?? '', text }];
  });
  return [...standing, ...came.filter(({ text }) => text !== '')];
}

function viewOf(
  view: ReturnFileReview,
  compared: ComparedReturn,
  items: readonly ReturnItem[],
  faults: ReturnFileReview['faults'],
): ReturnFileReview {
  const isOpen = view.state === 'to-review';
  return {
    ...view,
    // What was taken in, sent back or refused is not taken in by itself a second time.
    items: isOpen ? items : items.map((item) => ({ ...item, chosen: false })),
    unchangedCells: compared.unchangedCells,
    leftRows: compared.leftRows,
    missingTasks: compared.missingTasks,
    faults,
    doubts: compared.doubts,
    notes: [...view.notes, ...compared.notes],
  };
}
