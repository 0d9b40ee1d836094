import { cellOf, columnAt, copyOf, headRows, isEmpty, rowOf, taskRows } from '../book.ts';
import type { Damage } from '../damage.ts';
import { type Draft, filled, keyOf, keysOfRow, mustAsk, soften } from '../draft.ts';
import type { Random } from '../random.ts';

/** Puts rows of somebody's own before some of the task rows. */
function interleave(
  draft: Draft,
  random: Random,
  share: number,
  contents: (index: number) => readonly (string | number | null)[],
): void {
  const { sheet } = draft;
  for (const [index, row] of random.some(taskRows(sheet), share).entries()) {
    sheet.rows.splice(sheet.rows.indexOf(row), 0, rowOf(sheet, 'other', contents(index)));
  }
}

function sortTasks(draft: Draft, random: Random): void {
  const { sheet } = draft;
  const places = sheet.rows.flatMap((row, index) => (row.kind === 'task' ? [index] : []));
  const mixed = random.shuffled(places.map((place) => sheet.rows[place]));
  for (const [nth, place] of places.entries()) {
    const row = mixed[nth];
    if (row) sheet.rows[place] = row;
  }
}

const atTask = (draft: Draft, words: string): readonly (string | null)[] =>
  draft.sheet.columns.map(({ kind }) => (kind === 'task' ? words : null));

const NUMBERS = [
  (number: number) => `${number}.`,
  (number: number) => `（${number}）`,
  (number: number) => `第${number}项`,
  (number: number) => `${number}、`,
] as const;

export const ROW_DAMAGES: readonly Damage[] = [
  { name: 'rows: sorted, hidden column along', group: 'rows', apply: (draft, random) => sortTasks(draft, random) },
  {
    name: 'rows: sorted, hidden column left behind',
    group: 'rows',
    apply: (draft, random) => {
      const id = columnAt(draft.sheet, 'task-id');
      const before = taskRows(draft.sheet).map((row) => row.cells[id]);
      sortTasks(draft, random);
      for (const [index, row] of taskRows(draft.sheet).entries()) row.cells[id] = before[index] ?? cellOf(null);
      draft.evidence.rowIds = false;
      soften(draft);
    },
  },
  {
    name: 'rows: deleted',
    group: 'rows',
    apply: (draft, random) => {
      const rows = taskRows(draft.sheet);
      if (rows.length < 4 || draft.files.length > 1) return false;
      const gone = new Set(random.some(rows, 0.3));
      for (const row of gone) for (const key of keysOfRow(draft, row)) draft.truth.delete(key);
      draft.sheet.rows = draft.sheet.rows.filter((row) => !gone.has(row));
      return draft.truth.size > 0;
    },
  },
  {
    name: 'rows: tasks of their own inserted',
    group: 'rows',
    apply: (draft, random) =>
      interleave(draft, random, 0.2, (index) =>
        draft.sheet.columns.map(({ kind }) => {
          if (kind === 'task') return `本单位自行增加的宣传活动（第${index + 1}场）`;
          if (kind === 'status') return '已完成';
          return kind === 'narrative' ? `10月7日办完，到场${60 + index}人` : null;
        }),
      ),
  },
  {
    name: 'rows: continued on a row of its own',
    group: 'rows',
    apply: (draft, random) => {
      const all = filled(draft, 'narrative');
      if (all.length === 0) return false;
      const column = columnAt(draft.sheet, 'narrative');
      for (const { row, key, value } of random.some(all, 0.3)) {
        const more = rowOf(draft.sheet, 'other', []);
        more.cells[column] = cellOf('另于10月9日开展培训2次', '@');
        draft.sheet.rows.splice(draft.sheet.rows.indexOf(row) + 1, 0, more);
        draft.truth.set(key, { value: `${value}\n另于10月9日开展培训2次`, how: 'either' });
      }
      return true;
    },
  },
  {
    name: 'rows: one task on two rows',
    group: 'rows',
    apply: (draft, random) => {
      const all = filled(draft, 'narrative');
      if (all.length === 0) return false;
      const column = columnAt(draft.sheet, 'narrative');
      for (const { row, key, value } of random.some(all, 0.3)) {
        const more = copyOf(row);
        more.cells[column] = cellOf('又于10月9日检查5家', '@');
        draft.sheet.rows.splice(draft.sheet.rows.indexOf(row) + 1, 0, more);
        soften(draft, keysOfRow(draft, row));
        draft.truth.set(key, { value: `${value}\n又于10月9日检查5家`, how: 'either' });
      }
      return true;
    },
  },
  {
    name: 'rows: two rows of one task that contradict',
    group: 'rows',
    apply: (draft, random) => {
      const all = filled(draft, 'status').filter(({ value }) => value !== '受阻');
      if (all.length === 0) return false;
      const column = columnAt(draft.sheet, 'status');
      for (const { row, key } of random.some(all, 0.2)) {
        const more = copyOf(row);
        more.cells[column] = cellOf('受阻', '@');
        draft.sheet.rows.splice(draft.sheet.rows.indexOf(row) + 1, 0, more);
        soften(draft, keysOfRow(draft, row));
        mustAsk(draft, [key]);
      }
      return true;
    },
  },
  {
    name: 'rows: section rows',
    group: 'rows',
    apply: (draft, random) => {
      interleave(draft, random, 0.2, (index) => [`${'一二三四五六七八九'[index % 9]}、重点工作`]);
      for (const row of draft.sheet.rows) if (row.kind === 'other' && row.cells[0]) row.cells[0].across = 'all';
    },
  },
  {
    name: 'rows: subtotals and a sum',
    group: 'rows',
    apply: (draft, random) => {
      const sum = (word: string): readonly (string | number | null)[] =>
        draft.sheet.columns.map(({ kind }, index) => (index === 0 ? word : kind === 'percent' ? 0.5 : null));
      interleave(draft, random, 0.15, () => sum('小计'));
      draft.sheet.rows.push(rowOf(draft.sheet, 'other', sum('合计')));
    },
  },
  {
    name: 'rows: a note below the table',
    group: 'rows',
    apply: (draft) => {
      const note = rowOf(draft.sheet, 'other', ['注：以上数据截至10月8日，由办公室汇总。']);
      if (note.cells[0]) note.cells[0].across = 'all';
      draft.sheet.rows.push(rowOf(draft.sheet, 'other', []), note);
    },
  },
  {
    name: 'rows: blank rows between',
    group: 'rows',
    apply: (draft, random) => interleave(draft, random, 0.4, () => []),
  },
  {
    name: 'rows: numbers of the columns below the heads',
    group: 'rows',
    apply: (draft) => {
      const [head] = headRows(draft.sheet).slice(-1);
      if (!head) return false;
      const numbers = draft.sheet.columns.map(({ hidden }, index) => (hidden ? null : index + 1));
      draft.sheet.rows.splice(draft.sheet.rows.indexOf(head) + 1, 0, rowOf(draft.sheet, 'other', numbers));
      return true;
    },
  },
  {
    name: 'rows: heads repeated on every page',
    group: 'rows',
    apply: (draft, random) => {
      const [head] = headRows(draft.sheet).slice(-1);
      if (!head) return false;
      for (const row of random.some(taskRows(draft.sheet), 0.15)) {
        draft.sheet.rows.splice(draft.sheet.rows.indexOf(row), 0, { ...copyOf(head), kind: 'other' });
      }
      return true;
    },
  },
  {
    name: 'rows: numbered anew',
    group: 'rows',
    apply: (draft) => {
      const number = columnAt(draft.sheet, 'number');
      for (const [index, row] of taskRows(draft.sheet).entries()) row.cells[number] = cellOf(index + 1);
      draft.evidence.numbers = false;
    },
  },
  {
    name: 'rows: numbers written otherwise',
    group: 'rows',
    apply: (draft, random) => {
      const at = columnAt(draft.sheet, 'number');
      const write = random.pick(NUMBERS);
      for (const row of taskRows(draft.sheet)) {
        const number = row.cells[at]?.content;
        if (typeof number === 'number') row.cells[at] = cellOf(write(number), '@');
      }
    },
  },
  {
    name: 'rows: words added to the tasks',
    group: 'rows',
    apply: (draft, random) => {
      const task = columnAt(draft.sheet, 'task');
      for (const row of random.some(taskRows(draft.sheet))) {
        const cell = row.cells[task];
        if (cell) cell.content = `${String(cell.content)}（本单位牵头科室：综合科）`;
      }
    },
  },
  {
    name: 'rows: tasks cut short',
    group: 'rows',
    apply: (draft, random) => {
      const task = columnAt(draft.sheet, 'task');
      for (const row of random.some(taskRows(draft.sheet))) {
        const cell = row.cells[task];
        if (typeof cell?.content !== 'string' || cell.content.length < 30) continue;
        cell.content = `${cell.content.slice(0, 18)}…`;
        soften(draft, keysOfRow(draft, row));
      }
      draft.evidence.texts = false;
    },
  },
  {
    name: 'rows: hidden by a filter',
    group: 'rows',
    apply: (draft, random) => {
      draft.sheet.hasFilter = true;
      for (const row of random.some(taskRows(draft.sheet))) row.hidden = true;
    },
  },
  {
    name: 'rows: a line of a person’s name and telephone',
    group: 'rows',
    apply: (draft) => {
      draft.sheet.rows.push(rowOf(draft.sheet, 'other', atTask(draft, '联系人：李文　联系电话：0356-3000000')));
    },
  },
];

/** Cells merged: of a block only its first cell holds the words. */
export const MERGE_DAMAGES: readonly Damage[] = [
  {
    name: 'merges: narrative over two tasks',
    group: 'merges',
    apply: (draft, random) => mergeDown(draft, random, 'narrative'),
  },
  { name: 'merges: narrative over its neighbour', group: 'merges', apply: mergeAcross },
  {
    name: 'merges: status over two tasks',
    group: 'merges',
    apply: (draft, random) => mergeDown(draft, random, 'status'),
  },
];

/** Narrative and problems in one block, as people write who have no problems. */
function mergeAcross(draft: Draft, random: Random): boolean {
  const at = columnAt(draft.sheet, 'narrative');
  if (columnAt(draft.sheet, 'problems') !== at + 1) return false;
  const able = filled(draft, 'narrative').filter(({ row }) => isEmpty(row.cells[at + 1]));
  if (able.length === 0) return false;
  const { cell, key } = random.pick(able);
  cell.across = 2;
  soften(draft, [key]);
  draft.hasMerges = true;
  return true;
}

function mergeDown(draft: Draft, random: Random, field: 'narrative' | 'status'): boolean {
  const rows = taskRows(draft.sheet);
  const column = columnAt(draft.sheet, field);
  const able = filled(draft, field).filter(({ row }) => {
    const below = rows[rows.indexOf(row) + 1];
    return (
      below !== undefined &&
      below === draft.sheet.rows[draft.sheet.rows.indexOf(row) + 1] &&
      (isEmpty(below.cells[column]) || draft.truth.has(keyOf(draft, below, field)))
    );
  });
  if (able.length === 0) return false;
  const { row, cell, key, value } = random.pick(able);
  const below = rows[rows.indexOf(row) + 1];
  if (!below) return false;
  cell.down = 2;
  below.cells[column] = cellOf(null, cell.format);
  soften(draft, [key]);
  draft.truth.set(keyOf(draft, below, field), { value, how: 'either' });
  draft.hasMerges = true;
  return true;
}
