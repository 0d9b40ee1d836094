// A date parted in the middle of a number (2021-10-1 / 5) is the first thing that is seen on a page.
import { expect, test } from 'vitest';
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { CELL_PADDING_EMS } from '#renderer/features/print/layout/lay-rows.ts';
import { planColumns } from '#renderer/features/print/layout/plan-columns.ts';
import { LAYOUTS } from '#shared/domain/layout.ts';
import { LAYOUT_FIELDS, usualColumn } from '#shared/domain/layout-fields.ts';
import { breakLines } from '#shared/text/text-width.ts';

test.each(LAYOUTS)('a day stands on one line in the columns of %s, also in those that can be added', (key) => {
  const { rows, fonts, margins, columns } = BUILT_IN_LAYOUTS[key];
  const dates = LAYOUT_FIELDS[rows].filter(({ format }) => format === 'date');
  const shown = [
    ...columns.filter(({ field }) => dates.some((date) => date.field === field)),
    ...dates.map((field) => usualColumn(field)),
  ];
  const table = {
    title: '',
    unitLine: { left: '', right: '' },
    columns: shown,
    repeated: 0,
    items: [],
    notes: [],
    look: { fonts, margins },
  };
  const { widths, font } = planColumns(table, 270, 'page-width');
  expect(widths.map((width) => breakLines('2021-10-28', width / font - 2 * CELL_PADDING_EMS))).toEqual(
    shown.map(() => ['2021-10-28']),
  );
});
