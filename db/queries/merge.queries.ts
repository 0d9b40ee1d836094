import { isNamed } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import type { Status } from '#shared/domain/status.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { getAgency, listAgencies } from './agency.queries.ts';
import { gatherYearFacts, type MergedFacts } from './merge-facts.queries.ts';
import type { MergedPair } from './merged-pair.ts';

/** Rows of one agency as stored, those of removed tasks included: a merge leaves nothing behind. */
export type HeldRole = {
  readonly id: number;
  readonly task_id: TaskId;
  readonly role: Role;
  readonly origin: string;
  readonly written_as: string | null;
  readonly source_start: number | null;
  readonly source_end: number | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
};

export type HeldProgress = {
  readonly id: number;
  readonly task_id: TaskId;
  readonly period_id: number;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly narrative: string;
  readonly problems: string;
  readonly next_steps: string;
  readonly reported_on: string | null;
};

export type HeldNote = { readonly id: number; readonly task_id: TaskId; readonly text: string };

export type MergeRows = {
  readonly roles: readonly MergedPair<HeldRole>[];
  readonly progress: readonly MergedPair<HeldProgress>[];
  readonly notes: readonly MergedPair<HeldNote>[];
  readonly formIds: readonly number[];
  readonly returnIds: readonly number[];
  readonly returnItemIds: readonly number[];
  readonly contactIds: readonly number[];
  readonly aliasIds: readonly number[];
  readonly facts: MergedFacts;
  /** Names of the vanishing agency that the staying one is then known by as well. */
  readonly aliases: readonly string[];
};

/**
 * Everything that names the agency `from`, beside what `into` has in the same place.
 *
 * @throws AppError AGENCY_GONE | AGENCY_NOT_GROUP when `from` has members that `into`, being no group, cannot have
 */
export function gatherMerge(db: ReadableDb, from: AgencyId, into: AgencyId): MergeRows {
  refuseLostMembers(getAgency(db, from), getAgency(db, into));
  const ids = (table: string) =>
    db.prepare(`SELECT id FROM "${table}" WHERE agency_id = ? ORDER BY id`).pluck().all(from) as number[];
  const pairs = <Row extends { readonly task_id: TaskId }>(table: string, place: (row: Row) => string) => {
    const rows = prepared(db, `SELECT * FROM "${table}" WHERE agency_id = ? ORDER BY id`);
    // The row types above name columns of these tables, under STRICT types.
    const present = new Map((rows.all(into) as Row[]).map((row) => [place(row), row]));
    return (rows.all(from) as Row[]).map((row): MergedPair<Row> => ({ from: row, into: present.get(place(row)) }));
  };
  return {
    roles: pairs<HeldRole>('assignment', (row) => `${row.task_id}`),
    progress: pairs<HeldProgress>('progress', (row) => `${row.task_id}/${row.period_id}`),
    notes: pairs<HeldNote>('note', (row) => `${row.task_id}`),
    formIds: ids('form'),
    returnIds: ids('return'),
    returnItemIds: ids('return_item'),
    contactIds: ids('agency_contact'),
    aliasIds: ids('agency_alias'),
    facts: gatherYearFacts(db, from, into),
    aliases: namesOf(db, from),
  };
}

/** Its name, and its short name unless that means another agency: forms that came back may say either. */
function namesOf(db: ReadableDb, agencyId: AgencyId): readonly string[] {
  const { name, shortName } = getAgency(db, agencyId);
  const taken = listAgencies(db).some(
    (agency) => isNamed(agency, shortName) || (agency.id !== agencyId && agency.shortName === shortName),
  );
  return taken ? [name] : [name, shortName];
}

/**
 * Members are written down nowhere else: they would be gone without a word.
 *
 * @throws AppError AGENCY_NOT_GROUP
 */
export function refuseLostMembers(from: AgencyView, into: AgencyView): void {
  const wouldGo = from.members.filter((member) => member !== into.id);
  if (into.kind !== 'group' && wouldGo.length > 0) throw new AppError('AGENCY_NOT_GROUP', { name: into.name });
}
