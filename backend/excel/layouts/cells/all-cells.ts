import { metText } from '#shared/domain/figure-table.ts';
import type { LayoutRowKind } from '#shared/domain/layout-def.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import type { AgencyRow, LateItem, ReportRow, RowOf, TargetRow } from '../records.ts';
import { agencyCells, type Cell, type Cells, day, statusWords, taskCells, text, toldCells } from './cell.ts';

const AGENCY: Cells<AgencyRow> = {
  duties: ({ load }) => load.lead + load.coResponsible + load.cooperating,
  lead: ({ load }) => load.lead,
  coResponsible: ({ load }) => load.coResponsible,
  cooperating: ({ load }) => load.cooperating,
  owed: ({ tally }) => tally.owed,
  reported: ({ tally }) => tally.reported,
  missing: ({ tally }) => tally.missing,
  done: ({ tally }) => tally.done,
  inProgress: ({ byStatus }) => byStatus['in-progress'] ?? 0,
  notStarted: ({ byStatus }) => byStatus['not-started'] ?? 0,
  blocked: ({ tally }) => tally.blocked,
  overdue: ({ tally }) => tally.overdue,
  late: ({ tally }) => tally.late,
  doneRate: ({ tally }) => (tally.owed === 0 ? null : tally.done / tally.owed),
  rate: ({ tally }) => tally.rate,
  score: ({ ranked }) => ranked?.score ?? null,
  rank: ({ ranked }) => ranked?.rank ?? null,
  because: ({ ranked }) => text(ranked?.because),
};

const TARGET: Cells<TargetRow> = {
  target: ({ tally }) => tally.target,
  goal: ({ tally }) => `${tally.comparator === '=' ? '' : tally.comparator}${tally.wanted}${tally.unit}`,
  comparator: ({ tally }) => tally.comparator,
  wanted: ({ tally }) => tally.wanted,
  unit: ({ tally }) => text(tally.unit),
  value: ({ value }) => value,
  cumulative: ({ own, tally }) => (own ?? tally).cumulative,
  share: ({ own, tally }) => (own ?? tally).share,
  timeShare: ({ tally }) => tally.timeShare,
  met: ({ own, tally }) => metText(own ?? tally),
  agencies: ({ own, tally }) => (own ? null : tally.agencies),
  reported: ({ own, tally }) => (own ? null : tally.reported),
  reached: ({ own, tally }) => (own ? null : tally.reached),
};

const REPORT: Cells<ReportRow> = {
  needed: ({ needed }) => needed,
  received: ({ received }) => received,
  short: ({ short }) => short || null,
  lateTimes: ({ lateTimes }) => lateTimes || null,
  rate: ({ rate }) => rate,
  rank: ({ rank }) => rank,
};

const LATE: Cells<LateItem> = {
  kind: ({ kind }) => LATE_KIND_WORDS[kind],
  role: ({ role }) => role && ROLE_LABELS[role],
  period: ({ period }) => text(period),
  dueOn: ({ dueOn }) => day(dueOn),
  days: ({ days }) => days,
  because: ({ because }) => text(because),
};

export const LATE_KIND_WORDS = { overdue: '逾期', trouble: '存在问题' } as const;

/** What stands in each field's cells, by row kind; serial numbers and columns that expand are the interpreter's. */
export const CELLS: { readonly [Kind in LayoutRowKind]: Cells<RowOf[Kind]> } = {
  task: { ...taskCells(), ...toldCells(), dutyCount: ({ marks }) => marks.length },
  entry: {
    ...taskCells(),
    ...agencyCells(),
    ...toldCells(),
    role: ({ role }) => role && ROLE_LABELS[role],
    through: ({ through }) => text(through),
    targetValues: ({ targetValues }) => text(targetValues),
    lastStatus: ({ last }) => statusWords(last?.status),
    lastNarrative: ({ last }) => text(last?.narrative),
    reportedOn: ({ told }) => day(told?.reportedOn),
    reporter: ({ told }) => text(told?.reporter),
    dueOn: ({ dueOn }) => day(dueOn),
    verification: ({ verification }) => text(verification),
    evidence: ({ evidence }) => evidence || null,
  },
  agency: { ...agencyCells(), ...AGENCY },
  target: { ...taskCells(), ...agencyCells(), ...TARGET, agency: agencyOr('agencyText') },
  report: { ...agencyCells(), ...REPORT, agency: withNote },
  late: { ...taskCells(), ...agencyCells(), ...toldCells(), ...LATE },
};

function agencyOr(field: 'agencyText'): Cell<TargetRow> {
  return (row, input) =>
    row[field] === '' ? (row.agency === null ? null : (input.agencies[row.agency]?.name ?? null)) : row[field];
}

function withNote({ agency, agencyNote }: ReportRow, { agencies }: Parameters<Cell<ReportRow>>[1]): string {
  return `${agencies[agency]?.name ?? ''}${agencyNote}`;
}
