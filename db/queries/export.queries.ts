import type { PeriodId, PlanId, SendingId, StepId } from '#shared/domain/ids.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import type { Sending, SendingKind, SentFile } from '#shared/domain/sending.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';

type Row = Omit<Sending, 'request' | 'notices' | 'state'> & {
  readonly request: string;
  readonly notices: string;
  readonly stateStep: StepId;
  readonly stateDay: string;
};

const SELECT = `SELECT id, plan_id AS planId, period_id AS periodId, agency_id AS agencyId, kind, what, request,
                       file_name AS fileName, sha256, bytes, row_count AS rows, notices, state_step AS stateStep,
                       state_day AS stateDay, sent_to AS sentTo, sent_at AS sentAt,
                       coalesce((SELECT title FROM plan WHERE plan.id = plan_id), '') AS plan,
                       coalesce((SELECT label FROM period WHERE period.id = period_id), '') AS period,
                       coalesce((SELECT name FROM agency WHERE agency.id = agency_id), '') AS agency,
                       coalesce((SELECT at FROM step WHERE step.id = state_step), '') AS stateAt
                FROM export`;

/** Narrows the log of exports; what is left out narrows nothing. */
export type SendingFilter = {
  readonly planId?: PlanId | undefined;
  readonly periodId?: PeriodId | undefined;
  readonly kind?: SendingKind | undefined;
};

/** The newest step of the log: the state that everything shows which is read in the same breath. */
export function newestStep(db: ReadableDb): StepId {
  return StepIdSchema.parse(prepared(db, 'SELECT max(id) FROM step').pluck().get());
}

/** Entries of the log of exports, the newest first. */
export function listSendings(db: ReadableDb, filter: SendingFilter = {}): readonly Sending[] {
  const { planId = null, periodId = null, kind = null } = filter;
  const sql = `${SELECT} WHERE (@planId IS NULL OR plan_id = @planId) AND (@periodId IS NULL OR period_id = @periodId)
                 AND (@kind IS NULL OR kind = @kind) ORDER BY id DESC`;
  return (prepared(db, sql).all({ planId, periodId, kind }) as Row[]).map(toSending);
}

/** One entry, or `undefined`. */
export function findSending(db: ReadableDb, sendingId: SendingId): Sending | undefined {
  const row = prepared(db, `${SELECT} WHERE id = ?`).get(sendingId) as Row | undefined;
  return row && toSending(row);
}

/** Entries whose file had this name, in any writing of its letters; the newest first. */
export function findSendingsByName(db: ReadableDb, fileName: string): readonly Sending[] {
  const sql = `${SELECT} WHERE file_name = ? COLLATE NOCASE ORDER BY id DESC`;
  return (prepared(db, sql).all(fileName) as Row[]).map(toSending);
}

/** Entries whose file had these bytes, the newest first. */
export function findSendingsByHash(db: ReadableDb, sha256: string): readonly Sending[] {
  return (prepared(db, `${SELECT} WHERE sha256 = ? ORDER BY id DESC`).all(sha256) as Row[]).map(toSending);
}

function toSending({ stateStep, stateDay, request, notices, ...row }: Row): Sending {
  return {
    ...row,
    // What this program wrote under the log.
    request: JSON.parse(request) as SentFile['request'],
    notices: JSON.parse(notices) as readonly string[],
    state: { stepId: stateStep, on: stateDay },
  };
}
