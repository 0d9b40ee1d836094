import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { dayBefore } from '#shared/domain/period.ts';
import { strongerRole } from '#shared/domain/role.ts';
import type { Made } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { refuseLostMembers } from '../queries/merge.queries.ts';
import { factWritesOn } from './merge-facts-on.ts';

/**
 * Joins an agency to another one in the middle of the year, by a reform for example. What it owes ends on the day
 * before, and the other one owes it from that day on; where both have a role in a task, the stronger one stands. What
 * it reported, its notes, forms and returns stay with it, and it is out of use from now on. What it still had before it
 * goes over as merge-facts-on.ts says.
 *
 * Plans of years before that day are left as they are; in plans of later years its roles go over as a whole.
 *
 * @param on ISO date of the first day of the joined agency
 * @throws AppError AGENCY_GONE | AGENCY_NOT_GROUP | NOTHING_TO_CHANGE (with itself)
 */
export function mergeAgenciesOn(
  db: WritableDb,
  fromId: AgencyId,
  intoId: AgencyId,
  on: string,
  made: Made,
): CommittedStep {
  const from = getAgency(db, fromId);
  const into = getAgency(db, intoId);
  if (fromId === intoId) throw new AppError('NOTHING_TO_CHANGE');
  refuseLostMembers(from, into);
  const writes: readonly RowWrite[] = [
    ...roleWrites(db, fromId, intoId, on),
    ...membershipWrites(db, from, into, on),
    ...factWritesOn(db, fromId, intoId, on),
    { table: 'agency', id: fromId, values: { active: 0 } },
  ];
  const label = `合并单位（自 ${on} 起）：${from.name} → ${into.name}`;
  return commitStep(db, { code: 'agency.merge', label, ...made }, writes);
}

type Dated = { readonly starts_on: string | null; readonly ends_on: string | null };

type DatedRole = Dated & {
  readonly id: number;
  readonly task_id: number;
  readonly role: 'lead' | 'co-responsible' | 'cooperating';
  readonly position: number;
  readonly origin: string;
  readonly written_as: string | null;
  readonly source_start: number | null;
  readonly source_end: number | null;
  readonly year: number;
};

function roleWrites(db: WritableDb, fromId: AgencyId, intoId: AgencyId, on: string): readonly RowWrite[] {
  const rows = db.prepare(
    `SELECT assignment.*, plan.year FROM assignment JOIN task ON task.id = task_id JOIN plan ON plan.id = plan_id
     WHERE agency_id = ? AND plan.year >= ? ORDER BY assignment.id`,
  );
  const year = Number(on.slice(0, 4));
  // The type names columns of the two tables, under STRICT types.
  const ofInto = new Map((rows.all(intoId, year) as DatedRole[]).map((row) => [row.task_id, row]));
  return (rows.all(fromId, year) as DatedRole[]).flatMap((row): RowWrite[] => {
    if (row.ends_on !== null && row.ends_on < on) return [];
    const isWhole = row.year > year || (row.starts_on !== null && row.starts_on >= on);
    const held = ofInto.get(row.task_id);
    const taken: RowWrite = held
      ? { table: 'assignment', id: held.id, values: { ...strongerOf(row, held), ...longerOf(row, held, on) } }
      : { table: 'assignment', id: null, values: handedOver(row, intoId, isWhole ? row.starts_on : on) };
    const left: RowWrite = {
      table: 'assignment',
      id: row.id,
      values: isWhole ? null : { ends_on: dayBefore(on) },
    };
    return [left, taken];
  });
}

function handedOver(row: DatedRole, agency_id: AgencyId, starts_on: string | null): RowValues {
  const { task_id, role, position, origin, written_as, source_start, source_end, ends_on } = row;
  return { task_id, agency_id, role, position, origin, written_as, source_start, source_end, starts_on, ends_on };
}

function strongerOf(row: DatedRole, held: DatedRole): RowValues {
  if (strongerRole(row.role, held.role) === held.role) return {};
  const { role, origin, written_as, source_start, source_end } = row;
  return { role, origin, written_as, source_start, source_end };
}

/** The other one's own duty lasts as long as the longer of the two. */
function longerOf(row: DatedRole, held: DatedRole, on: string): RowValues {
  const starts = row.starts_on === null || row.starts_on < on ? on : row.starts_on;
  return {
    starts_on: held.starts_on !== null && held.starts_on > starts ? starts : held.starts_on,
    ends_on: held.ends_on !== null && (row.ends_on === null || row.ends_on > held.ends_on) ? row.ends_on : held.ends_on,
  };
}

type Membership = Dated & { readonly id: number; readonly group_id: number; readonly member_id: number };

/** Groups it belongs to, and its own members when it is a group: its place is the other one's from that day on. */
function membershipWrites(db: WritableDb, from: AgencyView, into: AgencyView, on: string): readonly RowWrite[] {
  const find = db.prepare('SELECT * FROM agency_member WHERE @id IN (group_id, member_id) ORDER BY id');
  const ofInto = new Set(
    (find.all({ id: into.id }) as Membership[]).map(({ group_id, member_id }) => `${group_id}/${member_id}`),
  );
  return (find.all({ id: from.id }) as Membership[]).flatMap((row): RowWrite[] => {
    if (row.ends_on !== null && row.ends_on < on) return [];
    const group_id = row.group_id === from.id ? into.id : row.group_id;
    const member_id = row.member_id === from.id ? into.id : row.member_id;
    const began = row.starts_on === null || row.starts_on < on;
    const left: RowWrite = { table: 'agency_member', id: row.id, values: began ? { ends_on: dayBefore(on) } : null };
    if (group_id === member_id || ofInto.has(`${group_id}/${member_id}`)) return [left];
    const values = { group_id, member_id, starts_on: began ? on : row.starts_on, ends_on: row.ends_on };
    return [left, { table: 'agency_member', id: null, values }];
  });
}
