// The eight layouts of the embedded plan after a year: what stands in a workbook is what stands on paper, and every number
// is the one that its screen shows. A county ten times as large is looked at by the benchmarks.
import fs from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { CellValue, Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { LAYOUTS, type Layout } from '#shared/domain/layout.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { anOfficeOn, finish, type Office, ticket } from '#tests/helpers/an-office.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { WORLD_TODAY, worldFile } from '#tests/worlds/write-world.ts';
import { openWorkbook } from '../../sheets/altered.ts';

async function aYear() {
  const office = await anOfficeOn(await worldFile('seed'), () => new Date(`${WORLD_TODAY}T09:00:00`));
  const { plan, periods } = await office.client.workspace.overview();
  const period = periods.find(({ label }) => label === '2021-11');
  if (!period) throw new Error('a year without November');
  return { office, asked: { planId: plan.id, periodId: period.id } };
}

type Year = Awaited<ReturnType<typeof aYear>>;

const printed = ({ office, asked }: Year, layout: Layout): Promise<PrintTable> =>
  office.client.exports.printTable({ ...asked, layout });

async function written(office: Office, asked: Year['asked'], layout: Layout): Promise<Buffer> {
  const file = path.join(office.folder, `${layout}.xlsx`);
  await finish(await office.client.exports.table({ ...asked, layout, file: ticket(file) }));
  return fs.readFileSync(file);
}

/** A cell as paper shows it. */
function shown(value: CellValue, format: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number' && format.endsWith('%')) return `${(value * 100).toFixed(format === '0%' ? 0 : 1)}%`;
  return String(value);
}

/** Rows of the body, from the first below the heads to the last above the notes. */
function bodyOf(sheet: Worksheet, { items, columns }: PrintTable): string[][] {
  const [, last] = String(sheet.pageSetup.printTitlesRow).split(':').map(Number);
  return items.map((_, index) =>
    columns.map((__, column) => {
      const cell = sheet.getCell((last ?? 0) + 1 + index, column + 1);
      return cell.master === cell ? shown(cell.value, cell.numFmt ?? '') : '';
    }),
  );
}

function bodyOnPaper({ items, columns }: PrintTable): (string[] | null)[] {
  return items.map((item) => {
    if (item.kind === 'section') return null;
    if (item.kind === 'total')
      return columns.map((_, at) => (at === 0 ? item.label : (item.cells[at - item.over] ?? '')));
    return item.cells.map((cell, at) => (item.joined.includes(at) ? '' : cell));
  });
}

const rowsOf = (table: PrintTable): string[][] =>
  table.items.flatMap((item) => (item.kind === 'row' ? [item.cells] : []));

/** The cells under a head, by row. */
function under(table: PrintTable, head: string): string[] {
  const at = table.columns.findIndex((column) => column.head.replaceAll('\n', '') === head);
  expect(at, head).toBeGreaterThanOrEqual(0);
  return rowsOf(table).map((cells) => cells[at] ?? '');
}

const percent = (share: number | null): string => {
  if (share === null) return '';
  return `${(share * 100).toFixed(Number.isInteger(Math.round(share * 1000) / 10) ? 0 : 1)}%`;
};

describe('a year of the embedded plan', { timeout: 60_000 }, () => {
  test.each(LAYOUTS)('%s: the workbook is sound, and says what its paper says', async (layout) => {
    const year = await aYear();
    const table = await printed(year, layout);
    const bytes = await written(year.office, year.asked, layout);
    expect(await brokenRules(bytes)).toEqual([]);
    const [sheet] = (await openWorkbook(bytes)).worksheets;
    if (!sheet) throw new Error('no sheet');
    expect(sheet.getCell(1, 1).value).toBe(table.title);
    const body = bodyOf(sheet, table);
    for (const [index, row] of bodyOnPaper(table).entries()) if (row) expect(body[index]).toEqual(row);
    // SheetJS finds the same texts of the first row.
    const other = read(bytes);
    const rows = utils.sheet_to_json<string[]>(other.Sheets[other.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(rows[0]?.[0]).toBe(table.title);
    // A name over one narrow column is broken into lines.
    const heads = rows.slice(2, 5).flatMap((row) => row.map((head) => String(head).replaceAll('\n', '')));
    for (const { head, groups } of table.columns)
      for (const each of [...groups, head]) expect(heads).toContain(each.replaceAll('\n', ''));
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true });
    expect(table.signature?.join('')).toMatch(/：　+/u);
  });

  test('the summary has the figures, rates and ranks of the statistics', async () => {
    const year = await aYear();
    const table = await printed(year, 'summary');
    const statistics = await year.office.client.statistics.read(year.asked);
    const names = under(table, '单位');
    const of = new Map(statistics.byAgency.map((row) => [row.key, row]));
    const ranks = new Map(statistics.ranking.map((row) => [row.agency, row]));
    const loads = new Map(statistics.load.map((row) => [row.agency, row]));
    expect(names.toSorted()).toEqual([...of.keys()].toSorted());
    for (const [head, figure] of [
      ['应报', 'owed'],
      ['已报', 'reported'],
      ['逾期未报', 'overdue'],
      ['迟报', 'late'],
      ['已完成', 'done'],
      ['受阻', 'blocked'],
    ] as const)
      expect(under(table, head)).toEqual(names.map((name) => String(of.get(name)?.[figure])));
    expect(under(table, '报送率')).toEqual(names.map((name) => percent(of.get(name)?.rate ?? null)));
    expect(under(table, '排名')).toEqual(names.map((name) => String(ranks.get(name)?.rank ?? '')));
    expect(under(table, '得分')).toEqual(names.map((name) => String(ranks.get(name)?.score ?? '')));
    expect(under(table, '牵头')).toEqual(names.map((name) => String(loads.get(name)?.lead ?? 0)));
    const inProgress = statistics.byStatus.find(({ key }) => key === 'in-progress')?.owed ?? 0;
    expect(under(table, '推进中').reduce((sum, cell) => sum + Number(cell), 0)).toBe(inProgress);
    const total = table.items.at(-1);
    expect(total?.kind === 'total' && total.cells).toContain(String(statistics.owed));
    expect(total?.kind === 'total' && total.cells).toContain(percent(statistics.rate));
    expect(table.chart?.bars).toHaveLength(names.length);
  });

  test('targets have the values and shares of the statistics, and each agency its own where several report', async () => {
    const year = await aYear();
    const table = await printed(year, 'targets');
    const { targets } = await year.office.client.statistics.read(year.asked);
    const rows = rowsOf(table);
    const serial = under(table, '序号');
    const first = serial.map((number, index) => number !== serial[index - 1]);
    const whole = rows.filter((_, index) => first[index]);
    const at = (head: string) => table.columns.findIndex((column) => column.head.replaceAll('\n', '') === head);
    expect(
      whole.map((cells) => [cells[at('量化指标')], cells[at('累计完成')], cells[at('完成率')], cells[at('是否达到')]]),
    ).toEqual(
      targets.map(({ target, cumulative, share, met }) => [
        target,
        cumulative === null ? '' : String(cumulative),
        percent(share),
        met === null ? '未报' : met ? '已达到' : '未达到',
      ]),
    );
    const more = targets.filter(({ reported }) => reported > 1).reduce((sum, { reported }) => sum + reported, 0);
    expect(rows.length).toBe(targets.length + more);
  });

  /** The table of what is late for a month, and what it is to list: number, agency, day and days since. */
  async function lateIn(label: string) {
    const year = await aYear();
    const { client } = year.office;
    const { periods } = await client.workspace.overview();
    const period = periods.find((each) => each.label === label);
    if (!period) throw new Error(`a year without ${label}`);
    const asked = { ...year.asked, periodId: period.id };
    const table = await printed({ ...year, asked }, 'late');
    const columns = ['任务编号', '责任单位', '截止日期', '逾期天数'].map((head) => under(table, head));
    const rows = rowsOf(table).map((_, row) => columns.map((cells) => cells[row] ?? ''));
    const late = await client.deadline.overdue({ planId: asked.planId });
    const ledger = await client.ledger.read({ periodId: asked.periodId });
    return { table, period, late, ledger, rows, overdue: rows.filter(([, , , days]) => days !== '') };
  }

  const sorted = (rows: string[][]): string[] => rows.map((row) => row.join(' ')).toSorted();

  test('what is late in the present month is the list of what is late, and what is in trouble follows', async () => {
    const { table, late, ledger, rows } = await lateIn('2021-12');
    expect(rows.slice(0, late.length)).toEqual(
      late.map(({ task, agency, dueOn, days: since }) => [String(task), agency, dueOn, String(since)]),
    );
    const isLate = new Set(late.map(({ taskId, agencyId }) => `${taskId}/${agencyId}`));
    const trouble = ledger.filter(
      ({ status, problems, taskId, agencyId }) =>
        (status === 'blocked' || !['', '无'].includes(problems.trim())) && !isLate.has(`${taskId}/${agencyId}`),
    );
    expect(rows.slice(late.length).map(([number]) => number)).toEqual(trouble.map(({ number }) => String(number)));
    expect(under(table, '存在问题').slice(late.length)).toEqual(trouble.map(({ problems }) => problems));
  });

  test('what is late in a month that is over is what its ledger shows, and nothing that came later', async () => {
    const { table, period, late, ledger, overdue } = await lateIn('2021-10');
    expect(table.title).toContain('（2021年10月）');
    const unreported = ledger.filter(({ light }) => light === 'overdue');
    expect(unreported.length).toBeGreaterThan(0);
    const before = late.filter(({ dueOn, periodId }) => dueOn <= period.endsOn || periodId === period.id);
    expect(before.length).toBeLessThan(late.length);
    const listed = new Set(
      [
        ...unreported.map(({ number, agencyName }) => [String(number), agencyName]),
        ...before.map(({ task, agency }) => [String(task), agency]),
      ].map((place) => place.join(' ')),
    );
    expect(sorted(overdue.map((cells) => cells.slice(0, 2)))).toEqual([...listed].toSorted());
    for (const [, , dueOn = '', since] of overdue)
      expect(Number(since)).toBe((Date.parse(WORLD_TODAY) - Date.parse(dueOn)) / 86_400_000);
  });

  test('reports have the sums of the duty and ranks by them', async () => {
    const year = await aYear();
    const [duty] = await year.office.client.duty.list({ planId: year.asked.planId });
    if (!duty) throw new Error('no regular duty');
    const { rows, stretches } = await year.office.client.duty.table({ dutyId: duty.id });
    const table = await printed(year, 'reports');
    expect(table.title).toContain(duty.title);
    expect(table.columns).toHaveLength(2 + stretches.length + 5);
    expect(under(table, '应报')).toEqual(rows.map(({ needed }) => String(needed)));
    expect(under(table, '已报')).toEqual(rows.map(({ received }) => String(received)));
    expect(under(table, '欠报')).toEqual(rows.map(({ short }) => (short === 0 ? '' : String(short))));
    expect(under(table, '排名').filter((rank) => rank === '1').length).toBeGreaterThan(0);
  });

  test('the ledger has the rows of its screen, with the light, why, and what was reported', async () => {
    const year = await aYear();
    const table = await printed(year, 'ledger');
    const ledger = await year.office.client.ledger.read({ periodId: year.asked.periodId });
    const units = under(table, '单位');
    const owed = units.flatMap((name, index) => (name === '' ? [] : [index]));
    expect(owed.map((index) => units[index])).toEqual(ledger.map(({ agencyName }) => agencyName));
    expect(owed.map((index) => under(table, '进展情况')[index])).toEqual(ledger.map(({ narrative }) => narrative));
    expect(owed.map((index) => under(table, '理由')[index])).toEqual(ledger.map(({ because }) => because));
  });

  test('a list of one agency has its tasks, each agency its sheet', async () => {
    const year = await aYear();
    const sheets = await year.office.client.exports.sheets({ ...year.asked, layout: 'agency-tasks' });
    const ledger = await year.office.client.ledger.read({ periodId: year.asked.periodId });
    expect(new Set(sheets.map(({ name }) => name))).toEqual(new Set(ledger.map(({ agencyName }) => agencyName)));
    const last = sheets.at(-1);
    if (!last) throw new Error('no sheet');
    const { agencyId, name } = last;
    const table = await year.office.client.exports.printTable({ ...year.asked, layout: 'agency-tasks', agencyId });
    expect(table.title).toContain(name);
    expect(table.unitLine.left).toBe(`责任单位：${name}`);
    const own = ledger.filter(({ agencyName }) => agencyName === name);
    expect(under(table, '任务编号')).toEqual(own.map(({ number }) => String(number)));
    expect(under(table, '序号')).toEqual(own.map((_, index) => String(index + 1)));
  });
});
