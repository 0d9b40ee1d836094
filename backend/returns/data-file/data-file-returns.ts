import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ParsedTable, ReturnedCell, ReturnedRow } from '../parsed-return.ts';
import { NO_PROGRESS, type ProgressTexts } from '../progress-texts.ts';
import type { DataFileSide, SideEntry } from './data-file-side.ts';
import { sidesDiffer } from './differences.ts';
import type { PairedTask, Pairs } from './pair-data-files.ts';

/** What one agency reports for one period in another data file, as a return. Ids are ours. */
export type DataFileReturn = { readonly agencyId: AgencyId; readonly periodId: PeriodId; readonly table: ParsedTable };

/** What both files once had in common, by their task: an entry that is not there was empty. */
export type CommonEntries = ReadonlyMap<TaskId, ProgressTexts>;

export type DataFileComparison = {
  readonly theirs: DataFileSide;
  readonly ours: DataFileSide;
  readonly pairs: Pairs;
  /**
   * What both had in common of an agency and a period, all in THEIR ids. `null`: nothing is known, and what differs
   * was perhaps never the same.
   */
  readonly commonOf: (agencyId: AgencyId, periodId: PeriodId) => CommonEntries | null;
  /** Names where theirs stood, so that its next version is compared with this one (lineage.ts). */
  readonly lineage: string;
};

/**
 * Another data file as returns: one for each agency and period in which it says anything that ours does not say and
 * that was not there before. Only progress comes so; what else differs is named in the notes of each and left alone.
 */
export function dataFileReturns(comparison: DataFileComparison): {
  readonly returns: readonly DataFileReturn[];
  readonly notes: readonly string[];
} {
  const { theirs, ours, pairs, lineage } = comparison;
  const notes = [...sidesDiffer(theirs, ours, pairs)];
  const entries = groupEntries(theirs.progress);
  const standing = groupEntries(ours.progress);
  const numbers = new Map(theirs.tasks.map((task, index) => [task.id, { ...task, index }]));
  const found: DataFileReturn[] = [];

  for (const [periodId, period] of pairs.periods) {
    const rows = new Map<AgencyId, ReturnedRow[]>();
    let differing = 0;
    for (const [agencyId, agency] of pairs.agencies) {
      const said = entries.get(groupKey(agencyId, periodId)) ?? new Map<TaskId, ProgressTexts>();
      const common = comparison.commonOf(agencyId, periodId);
      const now = standing.get(groupKey(agency.id, period.id)) ?? new Map<TaskId, ProgressTexts>();
      const places = [...new Set([...said.keys(), ...(common?.keys() ?? [])])]
        .flatMap((taskId) => {
          const [paired, task] = [pairs.tasks.get(taskId), numbers.get(taskId)];
          return paired && task ? [{ paired, task }] : [];
        })
        .toSorted((one, other) => one.task.index - other.task.index);
      const read = places.map(({ paired, task }) => {
        const texts = said.get(task.id) ?? NO_PROGRESS;
        const base = common === null ? null : (common.get(task.id) ?? NO_PROGRESS);
        const isNew = saysNew(texts, base, now.get(paired.task.id) ?? NO_PROGRESS);
        return { row: asRow(task, paired, texts, base), isNew };
      });
      const news = read.filter(({ isNew }) => isNew).length;
      if (news === 0) continue;
      differing += news;
      rows.set(agency.id, [...(rows.get(agency.id) ?? []), ...read.map(({ row }) => row)]);
    }
    if (period.closedOn !== null) {
      if (differing > 0) notes.push(`“${period.label}”在本文件中已关闭，对方有 ${differing} 项进展不同，没有带入。`);
      continue;
    }
    for (const [agencyId, own] of rows) {
      found.push({ agencyId, periodId: period.id, table: asTable(own, lineage) });
    }
  }
  return { notes, returns: found.map((one) => ({ ...one, table: { ...one.table, notes } })) };
}

/** Names an agency in a period, in the ids of one data file. */
export function groupKey(agencyId: AgencyId, periodId: PeriodId): string {
  return `${agencyId}/${periodId}`;
}

/** Entries by agency and period, then by task. */
export function groupEntries(entries: readonly SideEntry[]): ReadonlyMap<string, Map<TaskId, ProgressTexts>> {
  const groups = new Map<string, Map<TaskId, ProgressTexts>>();
  for (const { taskId, agencyId, periodId, texts } of entries) {
    const key = groupKey(agencyId, periodId);
    const group = groups.get(key) ?? new Map<TaskId, ProgressTexts>();
    groups.set(key, group.set(taskId, texts));
  }
  return groups;
}

/** Whether theirs says anything that is neither ours nor what both had; of nothing in common, an empty cell says nothing. */
function saysNew(texts: ProgressTexts, base: ProgressTexts | null, ours: ProgressTexts): boolean {
  return PROGRESS_FIELDS.some((field) => texts[field] !== ours[field] && texts[field] !== (base?.[field] ?? ''));
}

function asRow(
  task: { readonly number: number; readonly content: string; readonly index: number },
  { task: ours, doubt }: PairedTask,
  texts: ProgressTexts,
  base: ProgressTexts | null,
): ReturnedRow {
  const cells = PROGRESS_FIELDS.map((field): [ProgressField, ReturnedCell] => [
    field,
    { text: texts[field], readable: true, doubt: '', offers: [], place: null },
  ]);
  return {
    rowNumber: task.index + 1,
    taskId: ours.id,
    number: String(task.number),
    taskText: task.content,
    agencyText: '',
    fields: Object.fromEntries(cells),
    base,
    doubt,
  };
}

function asTable(rows: readonly ReturnedRow[], lineage: string): ParsedTable {
  return {
    sheet: '',
    hidden: false,
    kind: 'form',
    ids: null,
    said: { units: [], periods: [], planTitle: '', reporter: '', phone: '' },
    firstHeadRow: 0,
    lastHeadRow: 0,
    columns: [],
    shape: lineage,
    rows,
    doubts: [],
    notes: [],
  };
}
