import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import type { ReturnPlace } from '#db/commands/return.commands.ts';
import type { ReturnRefusal } from '#db/queries/return.queries.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { ReturnFileReview, ReturnState } from '#shared/domain/return-review.ts';
import { describeError } from '#shared/text/error-text.ts';
import type { Identified } from './identify-return.ts';
import type { Reviewable } from './reviewable.ts';

/** A table as the clerk sees it, and what is needed to keep it or take it in. */
export type ReviewedReturn = {
  readonly view: ReturnFileReview;
  readonly place: ReturnPlace;
  readonly table: ParsedTable | null;
  /** Why it is refused now, by the program. */
  readonly refusal: ReturnRefusal | null;
};

/** What is known of a table before it is compared. */
export function blankView(
  reviewable: Reviewable,
  { place, witnesses, held, doubts, notes }: Identified,
  named: {
    readonly period: Pick<PeriodView, 'label'> | undefined;
    readonly agency: { readonly name: string } | undefined;
  },
): ReturnFileReview {
  const { table, returnId, fileName, sha256, version, receivedAt, sheet, seenBefore, reasons } = reviewable;
  return {
    returnId,
    fileName,
    sha256,
    state: stateOf(reviewable, held !== null),
    version,
    receivedAt,
    planId: place.planId,
    agencyId: place.agencyId,
    agencyName: named.agency?.name ?? '',
    periodId: place.periodId,
    periodLabel: named.period?.label ?? '',
    formId: place.formId,
    sheet,
    kind: table?.kind ?? 'form',
    headRows: table && { first: table.firstHeadRow, last: table.lastHeadRow },
    seenBefore,
    witnesses,
    held,
    columns: table?.columns ?? [],
    items: [],
    unchangedCells: 0,
    leftRows: [],
    missingTasks: [],
    faults: [],
    doubts: [...new Set([...doubts, ...(table?.doubts ?? [])])],
    notes,
    reporter: reviewable.reporter,
    phone: reviewable.phone,
    reasons,
    refusal: null,
  };
}

/** Where it stands now: what the program once could not place or refused goes on when it can. */
function stateOf({ state, refusal, table }: Reviewable, isHeld: boolean): ReturnState {
  if (state !== 'received' && (state !== 'refused' || refusal === null || table === null)) return state;
  return isHeld ? 'received' : 'to-review';
}

/** A table that is not compared: held, refused, or of a period that is closed. */
export function refusalView(
  view: ReturnFileReview,
  { table }: Reviewable,
  { place, refusal, held }: Identified,
  period: PeriodView | undefined,
): ReviewedReturn {
  const notes = [...view.notes, ...(table?.notes ?? [])];
  const why = refusal ?? (held || !period ? null : closed(period));
  if (!why) return { view: { ...view, notes }, place, table, refusal: null };
  const isDone = view.state === 'taken' || view.state === 'sent-back';
  const state = isDone ? view.state : 'refused';
  return { view: { ...view, notes, state, refusal: sentenceOf(why) }, place, table, refusal: why };
}

function closed(period: PeriodView): ReturnRefusal {
  return { code: 'PERIOD_CLOSED', details: { period: period.label } };
}

/** A refusal with its sentence, as programs and people are told. */
export function sentenceOf({ code, details }: ReturnRefusal): NonNullable<ReturnFileReview['refusal']> {
  return { code, message: describeError(code, details) };
}
