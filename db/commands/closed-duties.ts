import type { RowValues, RowWrite } from '#db/log/row-writer.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { bestOwed, holdsIn, isOwedIn, type OwedRow } from '#shared/domain/owed.ts';
import type { ReadableDb } from '../handle.ts';
import {
  type ClosedDutyRow,
  type ClosedOwed,
  closedRowsNaming,
  closedRowsOfPeriod,
} from '../queries/closed-duty.queries.ts';
import { listOwed } from '../queries/owed.queries.ts';
import { listMemberships } from '../queries/standing.queries.ts';

/** Keeps who owes what in a period, as rows of the step that closes it. */
export function closingWrites(db: ReadableDb, period: PeriodView): readonly RowWrite[] {
  let last: OwedRow | undefined;
  // The better row of a cell comes first: the others of that cell say nothing more about this period.
  const owed = listOwed(db, period.planId).filter((duty) => {
    if (!isOwedIn(duty, period) || (last?.taskId === duty.taskId && last.agencyId === duty.agencyId)) return false;
    last = duty;
    return true;
  });
  const members = Map.groupBy(
    listMemberships(db).filter((membership) => holdsIn(membership, period)),
    ({ groupId }) => groupId,
  );
  return [
    ...reopeningWrites(db, period),
    ...[...Map.groupBy(owed, ({ agencyId }) => agencyId)].map(
      ([agencyId, duties]): RowWrite => ({
        table: 'closed_duty',
        id: null,
        values: {
          period_id: period.id,
          agency_id: agencyId,
          ...valuesOf(duties, [...new Set((members.get(agencyId) ?? []).map(({ memberId }) => memberId))]),
        },
      }),
    ),
  ];
}

/** Forgets it again: what is owed in an open period is asked anew each time. */
export function reopeningWrites(db: ReadableDb, period: Pick<PeriodView, 'id'>): readonly RowWrite[] {
  return closedRowsOfPeriod(db, period.id).map(({ id }): RowWrite => ({ table: 'closed_duty', id, values: null }));
}

/** Has what an agency owed in closed periods follow it into another one, as its entries do when the two are joined. */
export function joinedClosedDuties(db: ReadableDb, from: AgencyId, into: AgencyId): readonly RowWrite[] {
  const rows = new Map([...closedRowsNaming(db, from), ...closedRowsNaming(db, into)].map((row) => [row.id, row]));
  const renamed = (id: AgencyId): AgencyId => (id === from ? into : id);
  const byPeriod = Map.groupBy(rows.values(), ({ periodId }) => periodId);
  return [...byPeriod.values()].flatMap((ofPeriod): RowWrite[] => {
    const gone = ofPeriod.find(({ agencyId }) => agencyId === from);
    const kept = ofPeriod.find(({ agencyId }) => agencyId === into);
    const others = ofPeriod.filter((row) => row !== gone && row !== kept);
    // The row that is taken up goes first: a period has one row for an agency.
    const deleted: RowWrite[] = gone && kept ? [{ table: 'closed_duty', id: gone.id, values: null }] : [];
    const standing = kept ?? gone;
    const joined: RowWrite[] = standing
      ? [
          {
            table: 'closed_duty',
            id: standing.id,
            values: {
              agency_id: into,
              ...joinedValues(
                [kept, gone].filter((row) => row !== undefined),
                renamed,
                into,
              ),
            },
          },
        ]
      : [];
    const named = others.map(
      (row): RowWrite => ({ table: 'closed_duty', id: row.id, values: joinedValues([row], renamed, row.agencyId) }),
    );
    return [...deleted, ...joined, ...named];
  });
}

function joinedValues(
  rows: readonly ClosedDutyRow[],
  renamed: (id: AgencyId) => AgencyId,
  agencyId: AgencyId,
): RowValues {
  const owed = rows.flatMap((row) =>
    row.owed.flatMap(([role, through, tasks]) =>
      tasks.map((taskId): OwedRow => {
        const group = through === null ? null : renamed(through);
        return { taskId, agencyId, role, through: group, startsOn: null, endsOn: null, cadence: null };
      }),
    ),
  );
  const members = new Set(rows.flatMap((row) => row.members.map(renamed)));
  members.delete(agencyId);
  return valuesOf(bestOwed(owed), [...members]);
}

/** The duties of one agency as stored, by role and group. */
function valuesOf(duties: readonly OwedRow[], members: readonly AgencyId[]): RowValues {
  const groups = Map.groupBy(duties, ({ role, through }) => `${role}/${through ?? ''}`);
  const owed = [...groups.values()].flatMap((group): ClosedOwed[] => {
    const [first] = group;
    return first ? [[first.role, first.through, group.map(({ taskId }) => taskId)]] : [];
  });
  return { owed: JSON.stringify(owed), members: JSON.stringify(members) };
}
