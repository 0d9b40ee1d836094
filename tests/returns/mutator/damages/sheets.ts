import { FORM_SHEET } from '#backend/sheets/form-format.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { cellKey } from '../../office/progress-cells.ts';
import { type BookSheet, cellOf, columnAt, copyOf, headRows, rowOf, taskRows } from '../book.ts';
import type { Damage } from '../damage.ts';
import { type Draft, filled, mustAsk, soften } from '../draft.ts';
import { PERIOD } from '../world.ts';

function dropIds(draft: Draft): void {
  draft.book.sheets = draft.book.sheets.filter(({ name }) => name !== FORM_SHEET);
  draft.evidence.ids = false;
}

/** The sheet as it was sent: what was filled in is as it was, and rows that somebody wrote between are not there yet. */
function asSent(draft: Draft): BookSheet {
  const sheet = copyOf(draft.sheet);
  sheet.rows = sheet.rows.filter(({ kind }) => kind !== 'other');
  for (const row of taskRows(sheet)) {
    const number = draft.form.tasks.find(({ id }) => id === row.task)?.number;
    if (number === undefined) continue;
    for (const field of PROGRESS_FIELDS) {
      const at = columnAt(sheet, field);
      if (at < 0) continue;
      const key = cellKey({ task: number, agency: draft.form.agency, period: PERIOD, field });
      row.cells[at] = { ...(draft.sent.get(key)?.cell ?? cellOf(null)) };
    }
  }
  return sheet;
}

function fileName(name: string, write: (draft: Draft) => string, after?: (draft: Draft) => void): Damage {
  return {
    name: `sheets: ${name}`,
    group: 'sheets',
    apply: (draft) => {
      draft.book.fileName = `${write(draft)}.xlsx`;
      after?.(draft);
    },
  };
}

/** Sheets and names: what else is in the workbook, and what it is called. */
export const SHEET_DAMAGES: readonly Damage[] = [
  { name: 'sheets: hidden ids removed', group: 'sheets', apply: dropIds },
  {
    name: 'sheets: moved to a new workbook',
    group: 'sheets',
    apply: (draft) => {
      dropIds(draft);
      draft.book.fileName = '新建 Microsoft Excel 工作表.xlsx';
    },
  },
  {
    name: 'sheets: two agencies in one workbook',
    group: 'sheets',
    apply: (draft) => {
      const other = draft.another?.();
      if (!other) return false;
      for (const sheet of other.book.sheets) draft.book.sheets.push({ ...sheet, name: `${sheet.name} (2)` });
      for (const [key, truth] of other.truth) draft.truth.set(key, truth);
      draft.book.fileName = '两家合并.xlsx';
      // Two sheets of ids: the unit line tells which is whose.
      draft.evidence.ids = false;
      draft.needsSheets = true;
      return true;
    },
  },
  {
    name: 'sheets: moved to a new workbook, month in words',
    group: 'sheets',
    apply: (draft) => {
      const title = draft.sheet.rows.find(({ cells }) => /《.*2021年10月/u.test(String(cells[0]?.content ?? '')))
        ?.cells[0];
      if (!title) return false;
      title.content = String(title.content).replace('2021年10月', '二〇二一年十月份');
      dropIds(draft);
      draft.book.fileName = '新建 XLSX 工作表.xlsx';
      return true;
    },
  },
  {
    name: 'sheets: renamed',
    group: 'sheets',
    apply: ({ sheet }, random) => {
      sheet.name = random.pick(['Sheet1', '10月', '食品安全', '表一']);
    },
  },
  fileName('file named anew', () => '工作进展（定稿）'),
  fileName(
    'file named after another agency',
    ({ world, form }) => `${world.agencies.find((name) => name !== form.agency) ?? ''} 10月（最终版）(2)`,
    (draft) => soften(draft),
  ),
  fileName(
    'file named after another month',
    ({ form }) => `${form.agency}-2021年9月`,
    (draft) => soften(draft),
  ),
  {
    name: 'sheets: their own details in front',
    group: 'sheets',
    apply: (draft) => {
      const details: BookSheet = {
        name: '检查明细',
        state: 'visible',
        columns: Array.from({ length: 4 }, () => ({ kind: 'extra', hidden: false })),
        rows: [],
      };
      details.rows.push(rowOf(details, 'other', ['序号', '检查对象', '检查日期', '存在问题']));
      for (const index of Array.from({ length: 12 }, (_, nth) => nth + 1)) {
        details.rows.push(rowOf(details, 'other', [index, `门店${index}`, '2021-10-08', `台账不全${index}处`]));
      }
      draft.book.sheets.unshift(details);
      draft.needsSheets = true;
    },
  },
  {
    name: 'sheets: filled in a copy of the sheet',
    group: 'sheets',
    apply: (draft) => {
      const empty = asSent(draft);
      draft.sheet.name = `${empty.name} (2)`;
      draft.book.sheets.unshift(empty);
      draft.needsSheets = true;
    },
  },
  {
    name: 'sheets: both the sheet and its copy filled',
    group: 'sheets',
    apply: (draft, random) => {
      const copy = copyOf(draft.sheet);
      const all = filled(draft, 'narrative');
      if (all.length === 0) return false;
      const at = columnAt(copy, 'narrative');
      for (const { row, key } of random.some(all)) {
        const twin = copy.rows[draft.sheet.rows.indexOf(row)];
        if (twin) twin.cells[at] = cellOf('10月9日改：已走访9家', '@');
        mustAsk(draft, [key]);
      }
      copy.name = `${copy.name} (2)`;
      draft.book.sheets.splice(1, 0, copy);
      soften(draft);
      draft.needsSheets = true;
      return true;
    },
  },
  {
    name: 'sheets: an older draft on a hidden sheet',
    group: 'sheets',
    apply: (draft) => {
      const old = asSent(draft);
      const at = columnAt(old, 'narrative');
      for (const row of taskRows(old).slice(0, 3)) if (at >= 0) row.cells[at] = cellOf('草稿：已走访1家', '@');
      old.name = '备份';
      old.state = 'hidden';
      draft.book.sheets.push(old);
      soften(draft);
      draft.needsSheets = true;
    },
  },
  {
    name: 'sheets: second half on a sheet of its own',
    group: 'sheets',
    apply: (draft) => {
      const { sheet } = draft;
      const rows = taskRows(sheet);
      const from = rows[Math.floor(rows.length / 2)];
      if (!from || headRows(sheet).length === 0) return false;
      const cut = sheet.rows.indexOf(from);
      const above = sheet.rows.filter(({ kind }) => kind === 'above' || kind === 'head').map(copyOf);
      const second: BookSheet = {
        ...copyOf({ ...sheet, rows: [] }),
        name: '填报表（续）',
        rows: [...above, ...sheet.rows.slice(cut)],
      };
      sheet.rows = sheet.rows.slice(0, cut);
      draft.book.sheets.splice(1, 0, second);
      draft.needsSheets = true;
      return true;
    },
  },
  {
    name: 'sheets: protected',
    group: 'sheets',
    apply: ({ sheet }) => {
      sheet.isProtected = true;
    },
  },
  {
    name: 'sheets: remarks in comments',
    group: 'sheets',
    apply: (draft, random) => {
      const all = filled(draft, 'narrative');
      if (all.length === 0) return false;
      const { cell, key } = random.pick(all);
      cell.comment = '另有3家停业，未计入';
      draft.remarks.push('另有3家停业');
      // The remark speaks of this cell, or of all.
      soften(draft, [key]);
      return true;
    },
  },
];
