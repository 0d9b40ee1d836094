import { type Comparison, compareReturn } from '#backend/returns/comparing/compare-return.ts';
import { type EntryKey, entryKey } from '#backend/returns/entry-key.ts';
import type { Assignment } from '#backend/returns/matching/match-rows.ts';
import type { ReturnedCell, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { NO_PROGRESS, type ProgressTexts } from '#backend/returns/progress-texts.ts';
import { nameBook } from '#backend/returns/words/name-book.ts';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';

/** Two tasks of one bureau, and rows that come back about them. */
export const FARMS = AgencyIdSchema.parse(1);
export const WOODS = AgencyIdSchema.parse(2);

export function aTask(id: number, number: number, content: string, agencyId = FARMS): Assignment {
  const agencyName = agencyId === FARMS ? '县农业农村局' : '县林业局';
  return { taskId: TaskIdSchema.parse(id), number, title: content.split('。')[0] ?? '', content, agencyId, agencyName };
}

export const TASKS: readonly Assignment[] = [
  aTask(101, 1, '建立追溯体系，逐步引导批发市场信息化。'),
  aTask(107, 7, '加强耕地污染防治。积极推进农艺调控。'),
];
export const TEXTS = TASKS.map(({ content }) => content);

export const NAMES = nameBook(
  ['县农业农村局', '县林业局'].map((name, index) => ({
    id: AgencyIdSchema.parse(index + 1),
    name,
    shortName: name.slice(1),
    aliases: [],
    formerNames: [],
  })),
  ['泽州县人民政府办公室'],
);

export function readable(text: string, doubt = ''): ReturnedCell {
  return { text, readable: true, doubt, offers: [], place: { row: 5, column: 7 } };
}

export function unreadable(text: string, doubt: string, offers: readonly string[] = []): ReturnedCell {
  return { ...readable(text, doubt), readable: false, offers };
}

export type Texts = Partial<ProgressTexts>;

/** A row of the first task with all columns, `texts` in them. */
export function aRow(row: Partial<ReturnedRow>, texts: Texts = {}): ReturnedRow {
  const cells = Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, readable(texts[field] ?? '')]));
  return {
    rowNumber: 5,
    taskId: 101,
    number: '1',
    taskText: TEXTS[0] ?? '',
    agencyText: '',
    base: null,
    doubt: '',
    ...row,
    fields: { ...cells, ...row.fields },
  };
}

export function entryOf(texts: Texts | null, task = TASKS[0]): ReadonlyMap<EntryKey, ProgressTexts> {
  if (texts === null || task === undefined) return new Map();
  return new Map([[entryKey(task.taskId, task.agencyId), { ...NO_PROGRESS, ...texts }]]);
}

export function compareRows(
  rows: readonly ReturnedRow[],
  more: Partial<Omit<Comparison, 'table'>> & { readonly table?: Partial<Comparison['table']> } = {},
) {
  return compareReturn({
    assignments: TASKS,
    names: NAMES,
    sent: new Map(),
    told: new Map(),
    ours: new Map(),
    last: new Map(),
    period: { startsOn: '2021-10-01' },
    planYear: 2021,
    today: '2021-11-01',
    doubts: [],
    returnId: null,
    firstId: 0,
    ...more,
    table: { kind: 'form', columns: [], doubts: [], notes: [], ...more.table, rows },
  });
}

/** Told by an earlier return that was taken in, or not. */
export function toldOf(texts: Texts, taken = true): Comparison['told'] {
  const [task] = TASKS;
  if (task === undefined) return new Map();
  const cells = Object.entries(texts).map(([field, text]) => [field as ProgressField, { text, taken }] as const);
  return new Map([[entryKey(task.taskId, task.agencyId), Object.fromEntries(cells)]]);
}
