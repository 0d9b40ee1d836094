// A layout of one's own: made from a built-in one, kept, used, carried to another PC as a file.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { LayoutDefSchema } from '#shared/domain/layout-def.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice, finish, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { firstSheet, openWorkbook } from '../../sheets/altered.ts';

const { ledger, matrix } = BUILT_IN_LAYOUTS;
const OWN = {
  ...ledger,
  name: '月度台账',
  title: '{{年度}}年{{计划名称}}月度台账（{{期}}）',
  columns: ledger.columns.filter(({ field }) => ['number', 'title', 'agency', 'light'].includes(field)).toReversed(),
  paper: 'A4' as const,
  orientation: 'portrait' as const,
  margins: { top: 20, bottom: 20, left: 30, right: 10 },
  fonts: { ...ledger.fonts, title: { name: '华文中宋', size: 26, bold: true } },
  signature: ['分管领导签字：'],
};

test('an own layout is listed behind the built-in ones, found by key and name, and leaves as it says', async () => {
  const { client, folder } = await anOffice();
  const { key, label } = await client.layout.save({ def: OWN });
  expect(label).toBe('新建表样“月度台账”');
  const list = await client.layout.list({});
  expect(list.slice(0, 8).every(({ builtIn }) => builtIn)).toBe(true);
  expect(list[8]).toEqual({ key, builtIn: false, def: OWN });
  expect(await client.layout.get({ layout: '月度台账' })).toEqual(list[8]);
  const file = path.join(folder, '月度.xlsx');
  await finish(await client.exports.table({ planId: PLAN, layout: '月度台账', file: ticket(file) }));
  const sheet = firstSheet(await openWorkbook(fs.readFileSync(file)));
  expect(sheet.getCell('A1').value).toBe('2021年泽州县2021年食品安全重点工作安排月度台账（2021年10月）');
  expect(sheet.getCell('A1').font).toMatchObject({ name: '华文中宋', size: 26, bold: true });
  expect([1, 2, 3, 4].map((column) => sheet.getCell(3, column).value)).toEqual(['亮灯', '单位', '工作任务', '序号']);
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait' });
  expect(sheet.pageSetup.margins?.left).toBeCloseTo(30 / 25.4);
  expect(sheet.getCell(sheet.rowCount, 1).value).toBe('分管领导签字：');
});

test('it is renamed, keeps its key, and is removed; a built-in one is neither changed nor removed', async () => {
  const { client } = await anOffice();
  const { key } = await client.layout.save({ def: OWN });
  await client.layout.save({ key, def: { ...OWN, name: '月报' } });
  expect((await client.layout.get({ layout: key })).def.name).toBe('月报');
  expect(await refusalOf(client.layout.get({ layout: '月度台账' }))).toBe('LAYOUT_UNKNOWN');
  expect(await refusalOf(client.layout.save({ def: { ...OWN, name: '责任矩阵' } }))).toBe('LAYOUT_NAME_TAKEN');
  expect(await refusalOf(client.layout.save({ key: 'ledger', def: OWN }))).toBe('LAYOUT_BUILT_IN');
  expect(await refusalOf(client.layout.remove({ key: 'matrix' }))).toBe('LAYOUT_BUILT_IN');
  await client.layout.remove({ key });
  await client.history.undo();
  expect((await client.layout.get({ layout: '月报' })).key).toBe(key);
});

test('as a file it comes back as it was; a name that is there gets a number', async () => {
  const { client, folder } = await anOffice();
  const file = ticket(path.join(folder, '月度台账.表样.json'));
  await client.layout.writeFile({ def: OWN, file });
  expect(await client.layout.readFile({ file })).toEqual(OWN);
  await client.layout.save({ def: OWN });
  expect((await client.layout.readFile({ file })).name).toBe('月度台账（2）');
});

test.each([
  ['no JSON', '不是表样', 'LAYOUT_FILE_UNREADABLE'],
  ['cut off', '{"format":"责任矩阵表样","version":1,"layout":{', 'LAYOUT_FILE_UNREADABLE'],
  ['another JSON', '{"name":"x"}', 'LAYOUT_FILE_UNREADABLE'],
  ['of a newer program', envelope(OWN, 2), 'LAYOUT_FILE_NEWER'],
  ['more than it may hold', envelope({ ...OWN, columns: Array(201).fill(OWN.columns[0]) }), 'LAYOUT_FILE_UNREADABLE'],
  ['a word of its own', envelope({ ...OWN, script: 'x' }), 'LAYOUT_FILE_UNREADABLE'],
  ['a path for a name', envelope({ ...OWN, name: '' }), 'LAYOUT_FILE_UNREADABLE'],
  ['a field that is none', envelope(withField('constructor')), 'LAYOUT_FIELD_UNKNOWN'],
  ['too long', ' '.repeat(1_100_000), 'FILE_TOO_LARGE'],
  ['nothing', '', 'FILE_EMPTY'],
])('a file with %s is refused with a sentence, and nothing is kept', async (_, content, code) => {
  const { client, folder } = await anOffice();
  const file = path.join(folder, '来路不明.表样.json');
  fs.writeFileSync(file, content);
  expect(await refusalOf(client.layout.readFile({ file: ticket(file) }))).toBe(code);
  expect(await client.layout.list({})).toHaveLength(8);
});

function envelope(layout: unknown, version = 1): string {
  return JSON.stringify({ format: '责任矩阵表样', version, layout });
}

function withField(field: string) {
  return { ...OWN, columns: OWN.columns.map((column, index) => (index === 0 ? { ...column, field } : column)) };
}

test('a layout that is being made and stands nowhere is drawn, its first rows only', async () => {
  const { client } = await anOffice();
  const def = LayoutDefSchema.parse({ ...matrix, name: '未存', title: '试排 {{不认识}}', notes: ['注：{{图例}}'] });
  const table = await client.exports.printTable({ planId: PLAN, layout: def, mostRows: 3 });
  expect(table.title).toBe('试排 {{不认识}}');
  expect(table.items.filter(({ kind }) => kind === 'row')).toHaveLength(3);
  expect(table.look).toEqual({ fonts: def.fonts, margins: def.margins });
  const unknown = { ...def, columns: def.columns.map((column) => ({ ...column, field: 'toString' })) };
  expect(await refusalOf(client.exports.printTable({ planId: PLAN, layout: unknown }))).toBe('LAYOUT_FIELD_UNKNOWN');
});

test('a file for each agency: all of them, or none where one name is taken by a folder', async () => {
  const { client, folder } = await anOffice();
  const target = path.join(folder, '清单');
  fs.mkdirSync(target);
  const asked = { planId: PLAN, layout: 'agency-tasks', folder: ticket(target) };
  const files = await finish(await client.exports.tables(asked));
  const sheets = await client.exports.sheets({ planId: PLAN, layout: 'agency-tasks' });
  expect(files.map(({ fileName }) => fileName)).toEqual(
    sheets.map(({ name }) => `${name}-单位任务清单-2021年10月.xlsx`),
  );
  expect(fs.readdirSync(target)).toHaveLength(files.length);
  for (const { fileName } of files.slice(1)) fs.rmSync(path.join(target, fileName));
  const [first, second] = files;
  if (!first || !second) throw new Error('no files');
  fs.mkdirSync(path.join(target, second.fileName, '内'), { recursive: true });
  const before = fs.readFileSync(path.join(target, first.fileName));
  expect(await refusalOf(Promise.resolve().then(async () => finish(await client.exports.tables(asked))))).toMatch(
    /EXISTS|ELSEWHERE|FOLDER/u,
  );
  expect(fs.readdirSync(target).toSorted()).toEqual([first.fileName, second.fileName].toSorted());
  expect(fs.readFileSync(path.join(target, first.fileName)).equals(before)).toBe(true);
  const whole = { planId: PLAN, layout: 'ledger', folder: ticket(target) };
  expect(await refusalOf(Promise.resolve().then(async () => finish(await client.exports.tables(whole))))).toBe(
    'LAYOUT_NOT_SPLIT',
  );
});

test('a table without rows says that there is nothing', async () => {
  const { client } = await anOffice(() => new Date('2021-03-01T09:00:00'));
  const table = await client.exports.printTable({ planId: PLAN, layout: 'late' });
  expect(table.items).toEqual([]);
  expect(table.notes[0]).toBe('（无）');
});
