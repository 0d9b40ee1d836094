import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { cellOf, columnAt, headRows, insertColumn, orderColumns, removeColumn, taskRows } from '../book.ts';
import type { Damage } from '../damage.ts';
import { type Draft, filled, keysOf, mustAsk, soften } from '../draft.ts';

/** A column of their own, before or after one of ours; what stands in it is not meant for us. */
function added(
  name: string,
  head: string,
  beside: (typeof PROGRESS_FIELDS)[number] | 'number' | 'task',
  side: 'before' | 'after',
  contentOf: (index: number) => string | number | null | { readonly date: string },
): Damage {
  return {
    name: `columns: ${name}`,
    group: 'columns',
    apply: ({ sheet }) => {
      const at = columnAt(sheet, beside);
      if (at < 0) return false;
      insertColumn(sheet, side === 'before' ? at : at + 1, head, (_, index) => contentOf(index));
      return true;
    },
  };
}

function without(name: string, kind: Parameters<typeof columnAt>[1], after?: (draft: Draft) => void): Damage {
  return {
    name: `columns: ${name}`,
    group: 'columns',
    apply: (draft) => {
      const at = columnAt(draft.sheet, kind);
      // What is missing in one file may stand in the other.
      if (at < 0 || draft.files.length > 1) return false;
      removeColumn(draft.sheet, at);
      for (const field of PROGRESS_FIELDS)
        if (field === kind) for (const key of keysOf(draft, field)) draft.truth.delete(key);
      after?.(draft);
      return draft.truth.size > 0;
    },
  };
}

const NAMES = ['王建', '李文', '赵敏', '陈涛'] as const;

export const COLUMN_DAMAGES: readonly Damage[] = [
  added(
    'last month’s narrative before',
    '上月进展情况',
    'narrative',
    'before',
    (index) => `9月已部署，开会${index + 1}次`,
  ),
  added(
    'last month’s narrative after',
    '上次填报情况',
    'narrative',
    'after',
    (index) => `9月已部署，开会${index + 1}次`,
  ),
  added('last date of reporting before', '上次填报日期', 'reportedOn', 'before', () => ({ date: '2021-09-08' })),
  added('last month’s percentage before', '上月完成比例', 'percent', 'before', () => 0.3),
  added('who answers, before', '责任人', 'status', 'before', (index) => NAMES[index % NAMES.length] ?? ''),
  added('remarks after', '备注', 'reportedOn', 'after', (index) =>
    index % 3 === 0 ? `见10月第${index + 1}号文` : null,
  ),
  added('a number of their own before', '编号', 'number', 'before', (index) => `NY-${index + 1}`),
  added('until when, after', '下步措施完成时限', 'nextSteps', 'after', () => '12月底'),
  added('whether done, before', '是否完成', 'status', 'before', (index) => (index % 2 === 0 ? '是' : '否')),
  added('an unknown head', '分管领导批示', 'problems', 'before', (index) => `同意，10月${(index % 9) + 10}日前报`),
  added('a telephone', '联系电话', 'reportedOn', 'after', (index) => `0356-30${10_000 + index}`),
  added('an empty column', '', 'narrative', 'before', () => null),
  without('problems removed', 'problems'),
  without('dates removed', 'reportedOn'),
  without('targets removed', 'target'),
  without('numbers removed', 'number', ({ evidence }) => {
    evidence.numbers = false;
  }),
  without('hidden ids removed', 'task-id', ({ evidence }) => {
    evidence.rowIds = false;
  }),
  without('task words removed', 'task', (draft) => {
    draft.evidence.texts = false;
    soften(draft);
  }),
  {
    name: 'columns: narrative moved to the end',
    group: 'columns',
    apply: ({ sheet }) => {
      const at = columnAt(sheet, 'narrative');
      if (at < 0) return false;
      const all = sheet.columns.map((_, index) => index);
      orderColumns(sheet, [...all.filter((index) => index !== at), at]);
      return true;
    },
  },
  {
    name: 'columns: in another order',
    group: 'columns',
    apply: ({ sheet }, random) => {
      orderColumns(sheet, random.shuffled(sheet.columns.map((_, index) => index)));
    },
  },
  {
    name: 'columns: narrative twice, both filled',
    group: 'columns',
    apply: (draft) => {
      const at = columnAt(draft.sheet, 'narrative');
      if (at < 0) return false;
      insertColumn(draft.sheet, at + 1, '进展情况', (_, index) => `10月另报情况${index + 1}条`);
      mustAsk(draft, keysOf(draft, 'narrative'));
      return true;
    },
  },
  {
    name: 'columns: narrative twice, one empty',
    group: 'columns',
    apply: (draft) => {
      const at = columnAt(draft.sheet, 'narrative');
      if (at < 0) return false;
      insertColumn(draft.sheet, at, '进展情况', () => null);
      soften(draft, keysOf(draft, 'narrative'));
      return true;
    },
  },
  {
    name: 'columns: some hidden',
    group: 'columns',
    apply: (draft, random) => {
      const field = random.pick(['problems', 'nextSteps', 'reportedOn'] as const);
      const column = draft.sheet.columns[columnAt(draft.sheet, field)];
      if (!column || filled(draft, field).length === 0) return false;
      column.hidden = true;
      soften(draft, keysOf(draft, field));
      return true;
    },
  },
  {
    name: 'columns: hidden ids shown',
    group: 'columns',
    apply: ({ sheet }) => {
      const column = sheet.columns[columnAt(sheet, 'task-id')];
      if (!column) return false;
      column.hidden = false;
      return true;
    },
  },
  {
    name: 'columns: hidden ids emptied, head kept',
    group: 'columns',
    apply: (draft) => {
      const at = columnAt(draft.sheet, 'task-id');
      for (const row of taskRows(draft.sheet)) row.cells[at] = cellOf(null);
      draft.evidence.rowIds = false;
      return headRows(draft.sheet).length > 0 && at >= 0;
    },
  },
];
