import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { type BookCell, type ColumnKind, cellOf, columnAt, copyOf, headRows, rowOf } from '../book.ts';
import type { Damage } from '../damage.ts';
import { type Draft, keysOf, soften } from '../draft.ts';
import type { Random } from '../random.ts';

/** Other whole words for our heads that offices use. */
const SYNONYMS: Readonly<Partial<Record<ColumnKind, readonly string[]>>> = {
  number: ['编号', '任务序号'],
  task: ['任务内容', '工作内容', '主要任务'],
  status: ['完成状态', '办理状态', '目前状态'],
  percent: ['完成率', '完成进度', '工作进度'],
  narrative: ['工作进展情况', '落实情况', '目前进展'],
  problems: ['存在的问题', '困难和问题'],
  nextSteps: ['下一步打算', '下一步工作计划'],
  reportedOn: ['填报时间', '上报时间'],
};

/** Words that say it to a person, and stand in no list. */
const PLAIN_WORDS: Readonly<Record<ProgressField, string>> = {
  status: '状态（选填）一栏',
  percent: '干到百分之几',
  narrative: '本月干了什么',
  problems: '难处',
  nextSteps: '接着怎么办',
  reportedOn: '哪天填的',
};

function headCells({ sheet }: Draft): readonly (readonly [ColumnKind, BookCell])[] {
  const [head] = headRows(sheet).slice(-1);
  return sheet.columns.flatMap(({ kind }, index) => {
    const cell = head?.cells[index];
    return cell && kind !== 'extra' && kind !== 'task-id' ? [[kind, cell] as const] : [];
  });
}

function rewriteHeads(name: string, write: (head: string, kind: ColumnKind, random: Random) => string): Damage {
  return {
    name: `heads: ${name}`,
    group: 'heads',
    apply: (draft, random) => {
      for (const [kind, cell] of headCells(draft)) cell.content = write(String(cell.content), kind, random);
    },
  };
}

export const HEAD_DAMAGES: readonly Damage[] = [
  rewriteHeads('usual words', (head, kind, random) => random.pick(SYNONYMS[kind] ?? [head])),
  rewriteHeads('blanks inside', (head) => [...head].join(' ')),
  rewriteHeads('wide blanks inside', (head) => [...head].join('　')),
  rewriteHeads('broken over two lines', (head) => `${head.slice(0, 2)}\n${head.slice(2)}`),
  rewriteHeads(
    'with brackets',
    (head, kind) =>
      ({
        percent: `${head}（%）`,
        narrative: `${head}（10月）`,
        reportedOn: `${head}（年月日）`,
        status: `${head}（下拉选择）`,
      })[kind as string] ?? head,
  ),
  rewriteHeads('with stars and colons', (head) => `*${head}：`),
  {
    name: 'heads: words nobody lists',
    group: 'heads',
    apply: (draft, random) => {
      const field = random.pick(PROGRESS_FIELDS.filter((each) => keysOf(draft, each).length > 0));
      for (const [kind, cell] of headCells(draft)) if (kind === field) cell.content = PLAIN_WORDS[field];
      soften(draft, keysOf(draft, field));
    },
  },
  {
    name: 'heads: the narrative is 本月进展',
    group: 'heads',
    apply: (draft) => {
      for (const [kind, cell] of headCells(draft)) if (kind === 'narrative') cell.content = '本月进展';
    },
  },
  {
    name: 'heads: status and percentage changed round',
    group: 'heads',
    apply: (draft) => {
      for (const [kind, cell] of headCells(draft)) {
        if (kind === 'status') cell.content = '完成比例';
        if (kind === 'percent') cell.content = '进展状态';
      }
      soften(draft, [...keysOf(draft, 'status'), ...keysOf(draft, 'percent')]);
    },
  },
  {
    name: 'heads: several emptied',
    group: 'heads',
    apply: (draft, random) => {
      const fields = random.some(PROGRESS_FIELDS, 0.3);
      for (const [kind, cell] of headCells(draft)) {
        if (!fields.some((field) => field === kind)) continue;
        cell.content = null;
        soften(draft, keysOf(draft, kind as ProgressField));
      }
    },
  },
  {
    name: 'heads: on two rows under a common head',
    group: 'heads',
    apply: (draft) => {
      const { sheet } = draft;
      const [head] = headRows(sheet);
      const fields = sheet.columns.flatMap(({ kind }, index) =>
        PROGRESS_FIELDS.some((field) => field === kind) ? [index] : [],
      );
      const [first = 0] = fields;
      const isTogether = fields.every((column, nth) => column === first + nth);
      if (!head || !isTogether || fields.length < 2) return false;
      const upper = { ...rowOf(sheet, 'head', []), kind: 'head' as const };
      for (const [index, cell] of head.cells.entries()) {
        if (fields.includes(index)) continue;
        upper.cells[index] = { ...cell, down: 2 };
        head.cells[index] = cellOf(null);
      }
      upper.cells[first] = { ...cellOf('填报内容', '@'), across: fields.length };
      sheet.rows.splice(sheet.rows.indexOf(head), 0, upper);
      return true;
    },
  },
  {
    name: 'heads: merged down over two rows',
    group: 'heads',
    apply: ({ sheet }) => {
      const [head] = headRows(sheet);
      if (!head) return false;
      for (const cell of head.cells) if (cell.content !== null && cell.content !== '') cell.down = 2;
      const lower = rowOf(sheet, 'head', []);
      sheet.rows.splice(sheet.rows.indexOf(head) + 1, 0, lower);
      return true;
    },
  },
  {
    name: 'heads: a stray number to the right',
    group: 'heads',
    apply: ({ sheet }) => {
      for (const row of sheet.rows) row.cells.push(cellOf(row.kind === 'head' ? 13 : null));
      sheet.columns.push({ kind: 'extra', hidden: false });
    },
  },
  {
    name: 'heads: twice, one above the other',
    group: 'heads',
    apply: ({ sheet }) => {
      const [head] = headRows(sheet);
      if (!head) return false;
      sheet.rows.splice(sheet.rows.indexOf(head), 0, copyOf(head));
      return columnAt(sheet, 'task') >= 0;
    },
  },
];
