import type { ReportRow } from '#backend/excel/layouts/records.ts';
import { listDuties } from '#db/queries/duty.queries.ts';
import type { DutyRow, DutyView } from '#shared/domain/duty-table.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { readDutyTable } from '../duty/read-duty-table.ts';
import type { Ground } from './gather-ground.ts';

export type GatheredDuty = {
  readonly duty: DutyView;
  readonly stretches: readonly string[];
  readonly rows: readonly ReportRow[];
};

/**
 * The regular duties of a plan, each with its units and what came of them, as their screen has it.
 *
 * @throws AppError DUTY_GONE | NO_REGULAR_DUTIES
 */
export function gatherReportRows(ground: Ground): readonly GatheredDuty[] {
  const { context, plan, chosen, def } = ground;
  const duties = listDuties(context.db, plan.id, chosen.taskIds).filter(
    ({ id }) => chosen.dutyId === undefined || id === chosen.dutyId,
  );
  if (duties.length === 0) throw new AppError(chosen.dutyId === undefined ? 'NO_REGULAR_DUTIES' : 'DUTY_GONE');
  return duties.map(({ id }) => {
    const { duty, stretches, rows: units } = readDutyTable(context, id);
    const rankOf = ranks(units);
    const rows = units.flatMap((unit): ReportRow[] => {
      const agency = ground.placeOfAgency.get(unit.agencyId);
      if (agency === undefined || !ground.isWanted(unit.agencyId)) return [];
      const { cells, needed, received, short, isGroup } = unit;
      return [
        {
          ...{ agency, cells, needed, received, short },
          agencyNote: isGroup ? '（尚未设成员）' : '',
          lateTimes: cells.filter((cell) => (cell?.daysLate ?? 0) > 0).length,
          rate: rateOf(unit),
          rank: rankOf(unit),
        },
      ];
    });
    const ordered =
      def.order === 'rank' ? rows.toSorted((one, other) => (one.rank ?? 1e9) - (other.rank ?? 1e9)) : rows;
    return { duty, stretches: stretches.map(({ label }) => headOf(label)), rows: ordered };
  });
}

/** What came of what was needed: more than needed in one stretch does not make up for another. */
function rateOf({ needed, short }: Pick<DutyRow, 'needed' | 'short'>): number | null {
  return needed === 0 ? null : (needed - short) / needed;
}

/** By the rate, then by what came; equal ones share a rank. Who owes nothing yet has none. */
function ranks(units: readonly DutyRow[]): (unit: DutyRow) => number | null {
  const better = (one: DutyRow, other: DutyRow): boolean => {
    const [rate, than] = [rateOf(one) ?? -1, rateOf(other) ?? -1];
    return rate > than || (rate === than && one.received > other.received);
  };
  return (unit) => (rateOf(unit) === null ? null : 1 + units.filter((other) => better(other, unit)).length);
}

/** Heads of many columns are narrow: 10月 under its year, 四季度, 第 12 周. */
function headOf(label: string): string {
  return periodTitle(label).replace(/^\d{4}年(?=.)/u, '');
}
