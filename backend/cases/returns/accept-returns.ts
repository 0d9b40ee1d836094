import { type BackendContext, made } from '#backend/calls/context.ts';
import { acceptReturns, type TakenReturn } from '#db/commands/take-returns.commands.ts';
import { defaultPlanId } from '#db/queries/plan.queries.ts';
import { getReturns } from '#db/queries/return.queries.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import { TargetValueSchema } from '#shared/contract/target.contract.ts';
import type { PeriodId, ReturnId, TargetId } from '#shared/domain/ids.ts';
import { isProgressField, type ReturnField, targetOfField } from '#shared/domain/return-field.ts';
import type { ReturnDecision, ReturnItem } from '#shared/domain/return-review.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { patchOf } from './patch-of.ts';
import { reviewKept } from './review-returns.ts';
import type { ReviewedReturn } from './view-of-return.ts';

export type DecidedReturn = {
  readonly returnId: ReturnId;
  readonly decisions: readonly ReturnDecision[];
  /** What is not named stays undecided, instead of keeping ours. */
  readonly keepOpen?: boolean | undefined;
};

/** An item with what is written for it: theirs, or what the clerk typed. */
type Chosen = { readonly item: ReturnItem; readonly patch: ItemPatch; readonly text: string };

/** What is written: a part of a progress entry, or the value of a target. */
type ItemPatch =
  | { readonly kind: 'progress'; readonly patch: ProgressPatch }
  | { readonly kind: 'target'; readonly targetId: TargetId; readonly value: number | null };

/**
 * Takes in what was chosen of returns as one step. They are compared anew with what stands now; what is not named keeps
 * ours, and a return of which nothing is taken counts as seen. One that is kept open goes on waiting while a cell of it
 * is undecided, or a row with contents belongs to no task: what was in doubt is asked again.
 *
 * @throws AppError RETURN_GONE, RETURN_NOT_READY (held, or nothing was read), REVIEW_STALE when a chosen cell has
 *   changed since it was shown, RETURN_VALUE_UNKNOWN, RETURNS_CONTRADICT, PERIOD_CLOSED, NOT_ASSIGNED; nothing is
 *   written then
 */
export async function acceptDecided(context: BackendContext, decided: readonly DecidedReturn[]): Promise<StepReport> {
  const { db } = context;
  const rows = getReturns(
    db,
    decided.map(({ returnId }) => returnId),
  );
  const reviewed = await reviewKept(context, rows[0]?.planId ?? defaultPlanId(db), rows);
  const byReturn = Map.groupBy(decided, ({ returnId }) => returnId);
  const written = new Map<string, string>();
  let cells = 0;
  const chosenOf = reviewed.map((each) => {
    refuseUnready(each);
    const { returnId } = each.view;
    const periodId = each.place.periodId;
    if (returnId === null || periodId === null) throw notReady(each);
    const ofReturn = byReturn.get(returnId) ?? [];
    const decisions = new Map(ofReturn.flatMap((one) => one.decisions.map((decision) => [decision.key, decision])));
    const keepOpen = ofReturn.some((one) => one.keepOpen);
    return { each, returnId, periodId, decisions, keepOpen, chosen: chosenItems(context, each, decisions) };
  });
  const given = new Set(chosenOf.flatMap(({ periodId, chosen }) => chosen.map((one) => saying(periodId, one))));
  const taken = chosenOf.map(({ each, returnId, periodId, decisions, keepOpen, chosen }): TakenReturn => {
    const { view, place } = each;
    const takenItems = new Set(chosen.map(({ item }) => item));
    const isDecided = (item: ReturnItem): boolean =>
      decisions.has(item.key) || given.has(saying(periodId, { item, text: item.theirs }));
    const staysOpen = keepOpen && !isSettled(view, isDecided);
    const decidedItems = staysOpen ? view.items.filter(({ key }) => decisions.has(key)) : view.items;
    const fresh = chosen.filter((one) => isFirstOfCell(written, `${periodId}/${one.item.key}`, one));
    cells += fresh.length;
    return {
      returnId,
      place,
      periodId,
      state: staysOpen ? 'to-review' : 'taken',
      items: decidedItems.map((item) => ({
        taskId: item.taskId,
        agencyId: item.agencyId,
        field: item.field,
        base: item.base,
        baseFrom: item.baseFrom,
        theirs: item.theirs,
        ours: item.ours,
        decision: takenItems.has(item) ? 'theirs' : 'ours',
        value: decisions.get(item.key)?.choice === 'theirs' ? (decisions.get(item.key)?.value ?? null) : null,
      })),
      patches: patchesOf(fresh, view.reporter),
      values: valuesOf(fresh, periodId),
      contact: { reporter: view.reporter, phone: view.phone },
    };
  });
  const source = reviewed.length === 1 ? reviewed[0]?.view.fileName : undefined;
  const label = `收回 ${taken.length} 份填报表，写入 ${cells} 处`;
  return reportStep(db, acceptReturns(db, taken, label, made(context, 'form', source)));
}

/** What was taken in before is not opened again by taking more of it. */
function isSettled(
  { state, items, leftRows }: ReviewedReturn['view'],
  isDecided: (item: ReturnItem) => boolean,
): boolean {
  if (state !== 'to-review') return true;
  return items.every(isDecided) && leftRows.every(({ fields }) => Object.keys(fields).length === 0);
}

function saying(periodId: PeriodId, { item, text }: Pick<Chosen, 'item' | 'text'>): string {
  return `${periodId}/${item.key}/${text}`;
}

function refuseUnready(each: ReviewedReturn): void {
  const { view, table } = each;
  if (view.refusal?.code === 'PERIOD_CLOSED') throw new AppError('PERIOD_CLOSED', { period: view.periodLabel });
  if (view.held || view.refusal || !table) throw notReady(each);
}

function notReady({ view }: ReviewedReturn): AppError {
  return new AppError('RETURN_NOT_READY', { file: view.fileName });
}

function chosenItems(
  { shown }: Pick<BackendContext, 'shown'>,
  { view }: ReviewedReturn,
  decisions: ReadonlyMap<string, ReturnDecision>,
): readonly Chosen[] {
  const items = new Map(view.items.map((item) => [item.key, item]));
  const stood = view.returnId === null ? undefined : shown.get(view.returnId);
  return [...decisions.values()].flatMap((decision): Chosen[] => {
    if (decision.choice !== 'theirs') return [];
    const item = items.get(decision.key);
    // What it said stands by now, or somebody changed it: not what was decided on.
    if (!item || (stood?.has(item.key) && stood.get(item.key) !== item.ours)) throw new AppError('REVIEW_STALE');
    const text = decision.value ?? item.theirs;
    const isNothing = item.state === 'unreadable' && decision.value === undefined;
    const patch = isNothing ? null : itemPatch(item.field, text);
    if (patch === null) {
      const { taskNumber: number, fieldLabel: field } = item;
      throw new AppError('RETURN_VALUE_UNKNOWN', { number, field, text });
    }
    return [{ item, patch, text }];
  });
}

function itemPatch(field: ReturnField, text: string): ItemPatch | null {
  if (isProgressField(field)) {
    const patch = patchOf(field, text);
    return patch && { kind: 'progress', patch };
  }
  const targetId = targetOfField(field);
  const value = text === '' ? null : Number(text);
  const isFigure = TargetValueSchema.shape.value.safeParse(value).success;
  return targetId !== null && isFigure ? { kind: 'target', targetId, value } : null;
}

function valuesOf(chosen: readonly Chosen[], periodId: PeriodId): NonNullable<TakenReturn['values']> {
  return chosen.flatMap(({ item: { agencyId }, patch }) =>
    patch.kind === 'target' ? [{ targetId: patch.targetId, agencyId, periodId, value: patch.value }] : [],
  );
}

/** One step writes each cell once. @throws AppError RETURNS_CONTRADICT when two returns would write two things */
function isFirstOfCell(written: Map<string, string>, cell: string, { item, patch }: Chosen): boolean {
  const value = JSON.stringify(patch);
  const before = written.get(cell);
  if (before !== undefined && before !== value) {
    const { taskNumber: number, agencyName: agency, fieldLabel: field } = item;
    throw new AppError('RETURNS_CONTRADICT', { number, agency, field });
  }
  written.set(cell, value);
  return before === undefined;
}

/** The longest reporter a progress entry takes: a name, with a telephone number at most. */
const REPORTER_MAX = 100;

function patchesOf(chosen: readonly Chosen[], reporter: string): TakenReturn['patches'] {
  const who = reporter === '' ? {} : { reporter: reporter.slice(0, REPORTER_MAX) };
  const ofProgress = chosen.filter(({ patch }) => patch.kind === 'progress');
  const entries = Map.groupBy(ofProgress, ({ item }) => `${item.taskId}/${item.agencyId}`);
  return [...entries.values()].flatMap((ofEntry) => {
    const [first] = ofEntry;
    if (!first) return [];
    const patch: ProgressPatch = Object.assign(
      {},
      ...ofEntry.map(({ patch: one }) => (one.kind === 'progress' ? one.patch : {})),
      who,
    );
    return [{ taskId: first.item.taskId, agencyId: first.item.agencyId, patch }];
  });
}
