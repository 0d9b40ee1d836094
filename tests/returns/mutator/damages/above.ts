import { type BookRow, cellOf, rowOf } from '../book.ts';
import type { Damage } from '../damage.ts';
import { type Draft, mustAsk, soften } from '../draft.ts';

/** The line above the heads that holds these words. */
function lineWith({ sheet }: Draft, word: string): BookRow | undefined {
  return sheet.rows.find(({ kind, cells }) => kind === 'above' && String(cells[0]?.content ?? '').includes(word));
}

function rewriteLine(
  name: string,
  word: string,
  write: (line: string, draft: Draft) => string | null,
  after?: (draft: Draft) => void,
): Damage {
  return {
    name: `above: ${name}`,
    group: 'above',
    apply: (draft) => {
      const cell = lineWith(draft, word)?.cells[0];
      if (!cell) return false;
      cell.content = write(String(cell.content), draft);
      after?.(draft);
      return true;
    },
  };
}

const UNIT = '填报单位';
const unitNow = (unit: string): string => `填报单位（盖章）：${unit}`;

/** Another agency of the directory, whose name does not hold ours. */
function anotherAgency({ world, form }: Draft): string {
  const other = world.agencies.find((name) => name !== form.agency && !name.includes(form.agency.replace('县', '')));
  if (other === undefined) throw new Error('there is one agency alone');
  return other;
}

/** Nobody can say whose or for when the file is; another that came beside it says its own all the same. */
function heldBack(draft: Draft): void {
  if (draft.files.length > 1) soften(draft);
  else mustAsk(draft);
}

export const ABOVE_DAMAGES: readonly Damage[] = [
  {
    name: 'above: title removed',
    group: 'above',
    apply: (draft) => {
      draft.sheet.rows = draft.sheet.rows.filter((row) => row !== lineWith(draft, '《'));
      draft.evidence.month = false;
    },
  },
  {
    name: 'above: all lines removed',
    group: 'above',
    apply: (draft) => {
      draft.sheet.rows = draft.sheet.rows.filter(({ kind }) => kind !== 'above');
      draft.evidence.month = false;
      draft.evidence.unit = false;
    },
  },
  {
    name: 'above: rows inserted above',
    group: 'above',
    apply: ({ sheet }) => {
      sheet.rows.unshift(
        rowOf(sheet, 'above', ['附件1']),
        rowOf(sheet, 'above', []),
        rowOf(sheet, 'above', ['内部资料']),
      );
    },
  },
  rewriteLine('title of their own', '《', () => '2021年10月重点工作进展情况统计表'),
  rewriteLine('month alone in the title', '《', () => '10月份工作进展情况表'),
  rewriteLine('month in Chinese numerals', '《', (line) => line.replace('2021年10月', '二〇二一年十月')),
  rewriteLine('month with a dot', '《', (line) => line.replace('2021年10月', '2021.10')),
  rewriteLine('county’s name before the unit', UNIT, (_, draft) =>
    unitNow(`${draft.world.county}${draft.form.agency}`),
  ),
  rewriteLine('blanks in the unit', UNIT, (_, draft) => unitNow([...draft.form.agency].join(' '))),
  rewriteLine('seal and date behind the unit', UNIT, (_, draft) =>
    unitNow(`${draft.form.agency}（公章）　2021年10月8日`),
  ),
  rewriteLine(
    'unit in the next cell',
    UNIT,
    () => '填报单位：',
    (draft) => {
      const row = lineWith(draft, UNIT);
      if (!row?.cells[0] || !row.cells[1]) return;
      row.cells[0].across = 1;
      row.cells[1] = cellOf(draft.form.agency, '@');
    },
  ),
  rewriteLine(
    'who reports, and a telephone',
    UNIT,
    (_, draft) => `${unitNow(draft.form.agency)}　　填报人：李文　　联系电话：0356-3031234　　填报日期：2021年10月8日`,
  ),
  rewriteLine(
    'unit emptied',
    UNIT,
    () => '填报单位（盖章）：　　　',
    (draft) => {
      draft.evidence.unit = false;
    },
  ),
  rewriteLine('another agency as the unit', UNIT, (_, draft) => unitNow(anotherAgency(draft)), heldBack),
  rewriteLine('another month in the title', '《', (line) => line.replace('10月', '11月'), heldBack),
  rewriteLine('help line removed', '填表说明', () => null),
  {
    name: 'above: unit and title below the table',
    group: 'above',
    apply: (draft) => {
      const line = lineWith(draft, UNIT);
      if (!line) return false;
      const { sheet } = draft;
      sheet.rows = [...sheet.rows.filter((row) => row !== line), { ...line, kind: 'other' }];
      draft.evidence.unit = false;
      soften(draft);
      return true;
    },
  },
];
