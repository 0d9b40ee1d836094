// `template …`: others script against the fields, the exit codes and the codes of refusals.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { matrixHere } from '#tests/helpers/command-line.ts';
import { madeForm, row } from '../excel/template/made-forms.ts';

test('a form is read, remembered, listed and forgotten', { timeout: 60_000 }, async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-templates-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const form = path.join(folder, '市级 表样.xlsm');
  const cells = {
    A1: '进展情况表',
    A2: '填报单位：',
    ...row(3, ['序号', '工作任务', '责任单位', '进展情况', '总体评价']),
  };
  fs.writeFileSync(form, await madeForm({ cells, merges: ['A1:E1', 'A2:E2'] }));

  const read = JSON.parse((await matrixHere('template', 'read', form, '--json')).out);
  expect(read).toMatchObject({ sheet: 'Sheet1', titleCell: 'A1', unitCell: 'A2', headRows: [3, 3], bodyRow: 4 });
  expect(read.columns[2]).toEqual({ column: 'C', head: '责任单位', field: 'responsible', sure: true });
  expect(read.columns[4]).toMatchObject({ column: 'E', head: '总体评价', field: null, sure: false });
  expect((await matrixHere('template', 'read', form)).out).toContain('E\t总体评价\t不填\t待核对\t');

  const db = path.join(folder, '责任 矩阵.db');
  expect((await matrixHere('init', db)).exit).toBe(0);
  const mapping = path.join(folder, 'M.json');
  const { sheet, titleCell, unitCell, headRows, bodyRow, columns } = read;
  const settled = columns.map(({ column, head }: { column: string; head: string }) => ({
    column,
    head,
    field: column === 'E' ? 'light' : null,
    sure: true,
  }));
  fs.writeFileSync(mapping, JSON.stringify({ sheet, titleCell, unitCell, headRows, bodyRow, columns: settled }));
  const keep = ['template', 'remember', db, form, '--name', '月报'];
  expect(JSON.parse((await matrixHere(...keep, '--mapping', mapping, '--json')).out)).toEqual({
    step: 2,
    label: '记住上级表样“月报”',
  });
  expect(JSON.parse((await matrixHere('template', 'list', db, '--json')).out)).toMatchObject([
    { name: '月报', fileName: '市级 表样.xlsm', mapping: { columns: settled } },
  ]);
  expect(JSON.parse((await matrixHere('template', 'read', form, '--db', db, '--json')).out).columns).toEqual(settled);
  expect((await matrixHere('template', 'forget', db, '--name', '没有')).err).toMatch(/^TEMPLATE_GONE: /u);
  expect((await matrixHere('template', 'forget', db, '--name', '月报')).exit).toBe(0);
  expect(JSON.parse((await matrixHere('template', 'list', db, '--json')).out)).toEqual([]);

  fs.writeFileSync(mapping, '{"sheet":""}');
  expect((await matrixHere(...keep, '--mapping', mapping)).exit).toBe(2);
  const notice = path.join(folder, '通知.xlsx');
  fs.writeFileSync(notice, await madeForm({ cells: { A1: '通知' } }));
  expect(await matrixHere('template', 'read', notice, '--json')).toMatchObject({ exit: 1, out: '' });
  expect((await matrixHere('template', 'read', notice, '--json')).err).toMatch(
    /^TEMPLATE_NOT_FOUND: “通知\.xlsx”中没有找到/u,
  );
  fs.writeFileSync(path.join(folder, '表.csv'), '序号,任务\n1,甲');
  expect((await matrixHere('template', 'read', path.join(folder, '表.csv'))).err).toMatch(
    /^TEMPLATE_KIND_UNSUPPORTED: .*“\.xlsx”/u,
  );
});
