import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { type BookCell, cellOf, copyOf } from '../book.ts';
import type { Damage } from '../damage.ts';
import { type Draft, filled, keyOf, mustAsk, rewrite, soften, untouched } from '../draft.ts';

/** The cell of a workbook that stands where `cell` stands in the filled one. */
function twinOf(draft: Draft, sheet: Draft['sheet'], cell: BookCell): BookCell {
  for (const [index, row] of draft.sheet.rows.entries()) {
    const column = row.cells.indexOf(cell);
    const twin = sheet.rows[index]?.cells[column];
    if (column >= 0 && twin) return twin;
  }
  throw new Error('the workbooks are not alike');
}

/** Cells emptied, cells set back, files that come twice, cells the clerk changed meanwhile. */
export const HISTORY_DAMAGES: readonly Damage[] = [
  {
    name: 'history: sent values cleared',
    group: 'history',
    apply: (draft, random) => {
      const all = PROGRESS_FIELDS.flatMap((field) => untouched(draft, field));
      if (all.length === 0) return false;
      for (const found of random.some(all, 0.3)) rewrite(draft, found, cellOf(null), { value: '', how: 'ask' });
      return true;
    },
  },
  {
    name: 'history: status left empty',
    group: 'history',
    apply: (draft, random) => {
      // A status that went out with the form would be a cleared cell.
      const all = filled(draft, 'status').filter(({ key }) => !draft.sent.has(key));
      if (all.length === 0) return false;
      for (const { row, cell, key } of random.some(all)) {
        Object.assign(cell, cellOf(null));
        draft.truth.delete(key);
        const percent = keyOf(draft, row, 'percent');
        if (draft.truth.get(percent)?.value === '100') soften(draft, [percent]);
      }
      return true;
    },
  },
  {
    name: 'history: a correction after the first return',
    group: 'history',
    apply: (draft, random) => {
      const first = copyOf(draft.book);
      const [sheet] = first.sheets;
      if (!sheet) return false;
      for (const { cell } of random.some(filled(draft, 'narrative'))) {
        Object.assign(twinOf(draft, sheet, cell), { content: '10月6日先报：已走访8家', format: '@' });
      }
      draft.earlier = [first];
      return true;
    },
  },
  {
    name: 'history: a first return waits unread, the second differs',
    group: 'history',
    apply: (draft, random) => {
      const first = copyOf(draft.book);
      const [sheet] = first.sheets;
      const all = filled(draft, 'narrative');
      if (!sheet || all.length === 0) return false;
      for (const { cell, key } of random.some(all)) {
        Object.assign(twinOf(draft, sheet, cell), { content: '10月6日先报：已走访8家', format: '@' });
        mustAsk(draft, [key]);
      }
      draft.earlier = [first];
      draft.earlierIsUnread = true;
      return true;
    },
  },
  {
    name: 'history: first return taken, cells set back to sent',
    group: 'history',
    apply: (draft, random) => {
      draft.earlier = [copyOf(draft.book)];
      for (const field of PROGRESS_FIELDS) {
        for (const found of random.some(filled(draft, field), 0.3)) {
          const sent = draft.sent.get(found.key);
          if (sent) rewrite(draft, found, sent.cell, { value: sent.value, how: 'either' });
          else rewrite(draft, found, cellOf(null), { value: '', how: 'ask' });
        }
      }
      return true;
    },
  },
  {
    name: 'history: the same file twice in one go',
    group: 'history',
    apply: (draft) => {
      draft.comesTwice = true;
    },
  },
  {
    name: 'history: the same file again, later',
    group: 'history',
    apply: (draft) => {
      draft.earlier = [copyOf(draft.book)];
    },
  },
  {
    name: 'history: two files of one agency that differ',
    group: 'history',
    apply: (draft, random) => {
      const other = copyOf(draft.book);
      const [sheet] = other.sheets;
      const all = filled(draft, 'narrative');
      if (!sheet || all.length === 0) return false;
      for (const { cell, key } of random.some(all)) {
        Object.assign(twinOf(draft, sheet, cell), { content: '10月9日另报：已走访9家', format: '@' });
        mustAsk(draft, [key]);
      }
      other.fileName = other.fileName.replace('.xlsx', '（李）.xlsx');
      draft.files.push(other);
      return true;
    },
  },
  {
    name: 'history: the clerk changed cells meanwhile',
    group: 'history',
    apply: (draft, random) => {
      const all = filled(draft, 'narrative');
      if (all.length === 0) return false;
      for (const { key } of random.some(all)) {
        draft.clerk.set(key, '经办人10月7日电话核实：已办3家');
        mustAsk(draft, [key]);
      }
      return true;
    },
  },
  {
    name: 'history: last month’s form with the new title',
    group: 'history',
    apply: (draft) => {
      // The workbook of the month before: its ids, and the values it went out with where nothing was filled in.
      for (const sheet of draft.book.sheets) {
        for (const row of sheet.rows) {
          const [key, value] = row.cells;
          if (key?.content === 'periodId' && value) value.content = Number(value.content) - 1;
          if (key?.content === 'periodLabel' && value) value.content = '2021-09';
          if (key?.content === 'periodEndsOn' && value) value.content = '2021-09-30';
          if (key?.content === 'formId' && value) value.content = draft.form.lastFormId;
        }
      }
      soften(draft);
      draft.evidence.ids = false;
      return true;
    },
  },
];
