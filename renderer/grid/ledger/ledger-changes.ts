import type { LedgerLine } from '#renderer/view/ledger-lines.ts';
import type { AgencyId, PeriodId, TargetId, TaskId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { LedgerPatch } from './read-field.ts';

/** A line and the fields of it that change; `null` takes the entry away, when nothing is left in it. */
export type LedgerChange = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly patch: LedgerPatch | null;
};

/** A value of the period that an agency reports for a target; `null` takes it away. */
export type ValueChange = { readonly targetId: TargetId; readonly agencyId: AgencyId; readonly value: number | null };

/** What an order changes in the ledger, as one step, in the period whose lines it was worked out on. */
export type LedgerChanges = {
  readonly periodId: PeriodId | null;
  readonly entries: readonly LedgerChange[];
  readonly values: readonly ValueChange[];
};

/** Gathers what is wanted of lines, the later wish before the earlier one. */
export function gatherChanges() {
  const wanted = new Map<LedgerLine, LedgerPatch>();
  return {
    want: (line: LedgerLine, patch: LedgerPatch): unknown => wanted.set(line, { ...wanted.get(line), ...patch }),
    count: () => wanted.size,
    /** What is stored already is left out. */
    changes: (): Omit<LedgerChanges, 'periodId'> => ({
      entries: [...wanted].flatMap(([line, patch]) => changeOf(line, patch)),
      values: [...wanted].flatMap(([line, patch]) => valuesOf(line, patch)),
    }),
  };
}

function valuesOf({ row }: LedgerLine, { values }: LedgerPatch): readonly ValueChange[] {
  return row.targets.flatMap(({ id, value }, index) => {
    const now = values?.[index];
    return now === undefined || now === value ? [] : [{ targetId: id, agencyId: row.agencyId, value: now }];
  });
}

/** Fields of a progress entry that the ledger writes. */
const ENTRY_FIELDS = [...PROGRESS_FIELDS, 'reporter'] as const;

function changeOf({ row }: LedgerLine, wanted: LedgerPatch): readonly LedgerChange[] {
  const patch = Object.fromEntries(
    ENTRY_FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== row[field]).map((field) => [
      field,
      wanted[field],
    ]),
  );
  if (Object.keys(patch).length === 0) return [];
  const after = { ...row, ...patch };
  const empty = ENTRY_FIELDS.every((field) => after[field] === null || after[field] === '');
  return [{ taskId: row.taskId, agencyId: row.agencyId, patch: empty ? null : patch }];
}
