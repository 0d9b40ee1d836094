import { type EntryKey, entryKey, itemKey } from '#backend/returns/entry-key.ts';
import { joinSameEntries } from '#backend/returns/matching/join-rows.ts';
import { matchLedger } from '#backend/returns/matching/match-ledger.ts';
import { type Assignment, type MatchedRow, type MissingTask, matchRows } from '#backend/returns/matching/match-rows.ts';
import type { ParsedTable, ReturnedCell } from '#backend/returns/parsed-return.ts';
import { NO_PROGRESS, type ProgressTexts } from '#backend/returns/progress-texts.ts';
import type { NameBook } from '#backend/returns/words/name-book.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { returnFieldLabel } from '#shared/domain/return-field.ts';
import type { LeftRow, ReturnItem, SheetPlace } from '#shared/domain/return-review.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import { compareTargets, type TargetGround } from './compare-targets.ts';
import { type CellSides, type CellVerdict, judgeCell, type OpenItem, type ToldTexts } from './judge-cell.ts';
import { implausible, type PlausibleGround } from './plausible.ts';

export type Comparison = PlausibleGround & {
  readonly table: Pick<ParsedTable, 'kind' | 'rows' | 'columns' | 'targets' | 'doubts' | 'notes'>;
  /** Of a form what its agency owes in the period, of a ledger what everybody owes, in the order of the plan. */
  readonly assignments: readonly Assignment[];
  readonly names: NameBook;
  /** What the form said when it was sent; `null` when none is known, so that nobody can say who changed a cell. */
  readonly sent: ReadonlyMap<EntryKey, ProgressTexts> | null;
  /** What the agency's returns said that were taken in since, stand, and are newer than the form: later over earlier. */
  readonly told: ReadonlyMap<EntryKey, ToldTexts>;
  /** What stands in the data file now; an entry nobody filled in may be left out. */
  readonly ours: ReadonlyMap<EntryKey, ProgressTexts>;
  /** What stands for the period before. */
  readonly last: ReadonlyMap<EntryKey, ProgressTexts>;
  /** Values of targets: what they are compared with. */
  readonly targets?: TargetGround;
  /** Doubts about whose return it is. */
  readonly doubts: readonly string[];
  readonly returnId: ReturnId | null;
  /** Number of the first item; items of one review are numbered on through its files. */
  readonly firstId: number;
};

/** An entry as it came back, for the checks on what it says. */
export type ReturnedEntry = {
  readonly task: Assignment;
  /** What came back where it can be read, else what stands. */
  readonly texts: ProgressTexts;
  /** Where the fields stand that came back and can be read. */
  readonly places: Readonly<Partial<Record<ProgressField, SheetPlace | null>>>;
};

export type ComparedReturn = {
  /** One per cell that needs a decision, in the order of the plan and of the form's columns. */
  readonly items: readonly ReturnItem[];
  /** Cells that came back and say nothing new, by their keys: what two files say of one cell is compared by these. */
  readonly untouched: ReadonlyMap<string, string>;
  readonly unchangedCells: number;
  readonly leftRows: readonly LeftRow[];
  readonly missingTasks: readonly MissingTask[];
  readonly entries: readonly ReturnedEntry[];
  readonly notes: readonly string[];
  /** Doubts of the whole table; they stand on each item too. */
  readonly doubts: readonly string[];
};

/**
 * Compares a returned table three ways: what the agency last told us or was sent, what came back, what stands now.
 * Only theirs changed: proposed. Both changed, differently: conflict. What has a doubt, of the table, its column, its
 * row, the cell or what it says, is not chosen beforehand. Pure: gathers nothing, writes nothing.
 */
export function compareReturn(comparison: Comparison): ComparedReturn {
  const { table, assignments, names, firstId } = comparison;
  const matches =
    table.kind === 'ledger' ? matchLedger(table.rows, assignments, names) : matchRows(table.rows, assignments);
  const joined = joinSameEntries(matches.matched);
  const places = new Map(assignments.map((task, index) => [task, index]));
  const place = ({ task }: MatchedRow): number => places.get(task) ?? 0;
  const common = [...new Set([...comparison.doubts, ...table.doubts])];
  const items: ReturnItem[] = [];
  const untouched = new Map<string, string>();
  const entries: ReturnedEntry[] = [];
  for (const match of joined.rows.toSorted((one, other) => place(one) - place(other))) {
    const entry = compareEntry(match, comparison);
    entries.push(entry.returned);
    for (const [key, text] of entry.untouched) untouched.set(key, text);
    for (const { doubts, ...item } of entry.items) {
      items.push(settleItem({ ...item, id: firstId + items.length }, [...doubts, ...common]));
    }
  }
  const values = compareTargets(comparison);
  for (const [key, text] of values.untouched) untouched.set(key, text);
  for (const { doubts, ...item } of values.items) {
    items.push(settleItem({ ...item, id: firstId + items.length }, [...doubts, ...common]));
  }
  return {
    items,
    untouched,
    unchangedCells: untouched.size,
    leftRows: matches.left,
    missingTasks: matches.missing,
    entries,
    notes: [...table.notes, ...matches.notes, ...joined.notes, ...values.notes],
    doubts: common,
  };
}

/**
 * Puts the doubts on an item, each once, also when one is a part of another (a cell may say its column's doubt); any of
 * them takes the tick away.
 */
export function settleItem(
  item: Omit<ReturnItem, 'doubt' | 'doubts' | 'chosen'>,
  doubts: readonly string[],
): ReturnItem {
  const told = [...new Set(doubts.filter((doubt) => doubt !== ''))];
  const once = told.filter((doubt) => !told.some((other) => other !== doubt && other.split('；').includes(doubt)));
  return { ...item, doubts: once, doubt: once.join('；'), chosen: item.state === 'proposed' && once.length === 0 };
}

function compareEntry(
  { task, row, doubt: rowDoubt }: MatchedRow,
  { table, sent, told, ours, last, returnId, period, planYear, today }: Comparison,
): { readonly items: OpenItem[]; readonly untouched: ReadonlyMap<string, string>; readonly returned: ReturnedEntry } {
  const key = entryKey(task.taskId, task.agencyId);
  const now = ours.get(key) ?? NO_PROGRESS;
  const readable = Object.fromEntries(
    Object.entries(row.fields).flatMap(([field, cell]) => (cell.readable ? [[field, cell.text]] : [])),
  ) as Partial<ProgressTexts>;
  const odd = implausible({ theirs: readable, ours: now, last: last.get(key) ?? null }, { period, planYear, today });
  const items: OpenItem[] = [];
  const untouched = new Map<string, string>();
  for (const field of PROGRESS_FIELDS) {
    const theirs = row.fields[field];
    if (!theirs) continue;
    const sides = {
      field,
      theirs,
      ours: now[field],
      told: told.get(key)?.[field],
      sent: sent === null ? null : (sent.get(key) ?? NO_PROGRESS)[field],
      common: row.base?.[field] ?? null,
    };
    const allDone = field === 'status' && theirs.text === '' && Number(readable.percent ?? '') === 100;
    const verdict: (CellVerdict & { readonly theirs?: string }) | null =
      judgeCell(sides) ?? (allDone ? doneByPercent(sides) : null);
    if (!verdict) {
      untouched.set(itemKey(task.taskId, task.agencyId, field), theirs.text);
      continue;
    }
    const { theirs: proposed = theirs.text, doubts, ...judged } = verdict;
    items.push({
      returnId,
      key: itemKey(task.taskId, task.agencyId, field),
      taskId: task.taskId,
      taskNumber: task.number,
      taskTitle: task.title,
      agencyId: task.agencyId,
      agencyName: task.agencyName,
      field,
      fieldLabel: returnFieldLabel(field),
      ...judged,
      theirs: proposed,
      ours: now[field],
      doubts: [...doubts, ...(odd[field] ?? []), row.doubt, rowDoubt, ...columnDoubts(table, field, theirs)],
      offers: theirs.offers,
      place: theirs.place,
    });
  }
  return {
    items,
    untouched,
    returned: {
      task,
      texts: { ...now, ...readable },
      places: Object.fromEntries(
        Object.entries(row.fields).flatMap(([field, cell]) => (cell.readable ? [[field, cell.place]] : [])),
      ),
    },
  };
}

/** 100% and no status on either side: 已完成 is offered, never taken by itself. */
function doneByPercent({ ours }: CellSides): (CellVerdict & { readonly theirs: string }) | null {
  if (ours !== '') return null;
  return {
    base: '',
    baseFrom: null,
    retraction: false,
    state: 'proposed',
    theirs: STATUS_LABELS.done,
    doubts: ['对方没有填写进展状态，由完成比例 100% 推出'],
  };
}

/** Doubts of the column a cell stands in; of a ledger those of its units as well. */
function columnDoubts(
  { columns, kind }: Comparison['table'],
  field: ProgressField,
  { place }: ReturnedCell,
): readonly string[] {
  return columns
    .filter((column) => {
      if (kind === 'ledger' && column.field === 'agency') return true;
      return column.field === field && (place === null || place.column === column.column);
    })
    .map(({ doubt }) => doubt);
}
