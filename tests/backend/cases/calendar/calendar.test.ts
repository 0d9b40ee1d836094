import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice, ticket } from '#tests/helpers/an-office.ts';
import { workbookOf } from '../../documents/workbook-of.ts';

const ROWS = [
  ['名称', '起', '止', '类型'],
  ['国庆节', '2021-10-01', '2021-10-03', '休'],
  ['调休', '2021-10-09', '', '班'],
];

test('a year of the office stands in place of the built-in one, until it is put back', async () => {
  const { client, folder } = await anOffice();
  const { periods } = await client.workspace.overview();
  const october = periods.find(({ label }) => label === '2021-10');
  if (!october) throw new Error('no such period');
  await client.period.setDue({ periodId: october.id, dueOn: '2021-10-03', onHoliday: 'next-workday' });
  const dueDay = async () => (await client.period.list({ planId: PLAN })).find(({ id }) => id === october.id)?.dueDay;
  expect(await dueDay()).toBe('2021-10-08');

  const file = path.join(folder, '节假日.xlsx');
  fs.writeFileSync(file, workbookOf('xlsx', ROWS));
  const read = await client.calendar.readFile({ file: ticket(file) });
  expect(read).toMatchObject([
    { year: 2021, workdays: ['2021-10-09'], holidays: [{ name: '国庆节', to: '2021-10-03' }] },
  ]);
  expect(await client.calendar.readText({ text: ROWS.map((cells) => cells.join('\t')).join('\n') })).toMatchObject([
    { year: 2021, workdays: ['2021-10-09'] },
  ]);
  await client.calendar.set({ years: [...read].map((year) => ({ ...year, holidays: [...year.holidays] })) });
  expect(await dueDay()).toBe('2021-10-04');
  const year = async () => (await client.calendar.list({})).find((each) => each.year === 2021);
  expect(await year()).toMatchObject({ own: true, builtIn: true });
  await client.calendar.reset({ year: 2021 });
  expect(await year()).toMatchObject({ own: false, builtIn: true });
  expect(await dueDay()).toBe('2021-10-08');
  expect((await client.calendar.list({})).map((each) => each.year).at(-1)).toBe(2004);
});
