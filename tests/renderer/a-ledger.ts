// A small ledger as it is shown: two tasks, two units each.
import type { Sheet } from '#renderer/grid/sheet/selection/sheet.ts';
import { LEDGER_COLUMNS, type LedgerLine, ledgerLines } from '#renderer/view/ledger-lines.ts';
import { AgencyIdSchema, SectionIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';

export function aRow(task: number, agency: number, progress: Partial<LedgerRow> = {}): LedgerRow {
  return {
    taskId: TaskIdSchema.parse(task),
    agencyId: AgencyIdSchema.parse(agency),
    sectionId: SectionIdSchema.parse(1),
    number: task,
    title: `任务${task}`,
    agencyName: `单位${agency}`,
    role: agency === 1 ? 'lead' : 'co-responsible',
    through: null,
    status: null,
    percent: null,
    narrative: '',
    problems: '',
    nextSteps: '',
    reportedOn: null,
    carried: false,
    light: 'waiting',
    because: '尚未报送，时限2021年10月15日，还有7天',
    note: null,
    reporter: '',
    targets: [],
    verification: null,
    last: null,
    evidence: 0,
    ...progress,
  };
}

export function linesOf(rows: readonly LedgerRow[]): readonly LedgerLine[] {
  return ledgerLines(rows, [{ id: SectionIdSchema.parse(1), ordinal: 1, title: '从严整治' }]);
}

/** @returns all columns, in their usual order */
export function aLedger(rows: readonly LedgerRow[]): Sheet<LedgerLine> {
  return { rows: linesOf(rows), columns: LEDGER_COLUMNS };
}

/** The number of a column from the left. */
export function columnOf(name: (typeof LEDGER_COLUMNS)[number]): number {
  return LEDGER_COLUMNS.indexOf(name);
}
