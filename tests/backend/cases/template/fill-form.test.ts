// A superior's form filled out of the data file: who is told by whom, in every scope, and what the log remembers.
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';

const TASK = 1;
const LEAD = '县市场监督管理局';
const HELP = '县交通运输局';

/** A form with a title, a unit line, heads in row 3 and ruled rows below. */
async function aForm(office: Office, heads: readonly string[], name = '市级表样.xlsx'): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.getCell('A1').value = '重点工作进展情况表（2021年9月）';
  sheet.getCell('A2').value = '填报单位：';
  for (const [index, head] of heads.entries()) {
    for (let row = 3; row < 10; row++) sheet.getCell(row, index + 1).border = { top: { style: 'thin' } };
    sheet.getCell(3, index + 1).value = head;
  }
  const file = path.join(office.folder, name);
  fs.writeFileSync(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  return file;
}

async function report(office: Office, agency: string, patch: { narrative: string; percent?: number }) {
  const cell = await aCell(office, TASK, agency);
  await office.client.progress.set({ entries: [{ ...cell, patch }] });
  return cell;
}

type Scope = 'all' | 'lead' | { readonly agencyId: Awaited<ReturnType<typeof aCell>>['agencyId'] };

async function fill(office: Office, file: string, scope: Scope, mapping?: TemplateMapping) {
  const { periodId } = await aCell(office, TASK, LEAD);
  const out = path.join(office.folder, '填好.xlsx');
  const template = { file: ticket(file), ...(mapping ? { mapping } : {}) };
  const filled = await finish(
    await office.client.template.fill({ planId: PLAN, periodId, template, scope, out: ticket(out) }),
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(out);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  return { ...filled, sheet };
}

const HEADS = ['序号', '工作任务', '牵头单位', '配合单位', '完成比例', '进展情况'];

it('all: the lead’s words first, then the others’ by their names; lead: the lead’s alone; an agency: its own rows', async () => {
  const office = await anOffice();
  const file = await aForm(office, HEADS);
  await report(office, LEAD, { narrative: '已建成平台。', percent: 60 });
  const { agencyId } = await report(office, HELP, { narrative: '已配备车辆。', percent: 90 });

  const all = await fill(office, file, 'all');
  expect(all.sheet.getCell('A1').text).toBe('重点工作进展情况表（2021年10月）');
  expect(all.sheet.getCell('A2').text).toBe('填报单位：泽州县人民政府办公室');
  expect(all.sheet.getCell('C4').text).toBe(LEAD);
  expect(all.sheet.getCell('D4').text).toContain(HELP);
  expect(all.sheet.getCell('E4').text).toBe('60%');
  expect(all.sheet.getCell('F4').text).toMatch(/^已建成平台。.{2,8}局：已配备车辆。$/u);
  expect(all.filledRows).toBe(53);
  expect(all.notes.some((note) => note.startsWith('本期没有填报进展的任务：第 2 项'))).toBe(true);

  const lead = await fill(office, file, 'lead');
  expect(lead.sheet.getCell('F4').text).toBe('已建成平台。');

  const own = await fill(office, file, { agencyId });
  expect(own.sheet.getCell('A2').text).toBe(`填报单位：${HELP}`);
  expect(own.sheet.getCell('F4').text).toBe('已配备车辆。');
  expect(own.sheet.getCell('E4').text).toBe('90%');
  expect(own.filledRows).toBeLessThan(53);
});

it('a form with a unit column gets a row for each agency that owes the task', async () => {
  const office = await anOffice();
  const file = await aForm(office, ['序号', '工作任务', '单位', '进展情况']);
  await report(office, HELP, { narrative: '已配备车辆。' });
  const column = (letters: string, head: string, field: string) => ({ column: letters, head, field, sure: true });
  const mapping: TemplateMapping = {
    ...{ sheet: '表', titleCell: 'A1', unitCell: 'A2', headRows: [3, 3], bodyRow: 4 },
    columns: [
      column('A', '序号', 'number'),
      column('B', '工作任务', 'task'),
      column('C', '单位', 'unit'),
      column('D', '进展情况', 'narrative'),
    ],
  };
  const { sheet } = await fill(office, file, 'all', mapping);
  const rows = [4, 5, 6, 7, 8].map((row) => [1, 3, 4].map((at) => sheet.getCell(row, at).text));
  expect(rows.filter(([number]) => number === '1').map(([, unit]) => unit)).toContain(HELP);
  expect(rows.find(([number, unit]) => number === '1' && unit === HELP)?.[2]).toBe('已配备车辆。');
});

it('the lead’s kept summary is what the lead tells; the form itself stays, and the log remembers what left', async () => {
  const office = await anOffice();
  const file = await aForm(office, HEADS);
  const before = fs.readFileSync(file);
  const { taskId, periodId, agencyId } = await report(office, LEAD, { narrative: '已建成平台。' });
  await report(office, HELP, { narrative: '已配备车辆。' });
  const { sentences } = await office.client.summary.draft({ taskId, periodId });
  const kept = sentences.map(({ stale: _, ...sentence }) => ({ ...sentence, sources: [...sentence.sources] }));
  await office.client.summary.save({
    taskId,
    periodId,
    agencyId,
    sentences: [...kept, { part: 'narrative', kind: 'own', text: '下月验收。', sources: [] }],
  });
  const filled = await fill(office, file, 'lead');
  expect(filled.sheet.getCell('F4').text).toMatch(/已配备车辆。下月验收。$/u);
  expect(filled.notes).toContain('1 项用的是牵头单位的汇总稿。');
  expect(fs.readFileSync(file).equals(before)).toBe(true);
  const [sent] = await office.client.sendings.list({});
  expect([sent?.kind, sent?.fileName, sent?.rows]).toEqual(['template', '填好.xlsx', 53]);
});

it('a table that is not found, a file that is no workbook and a period of another plan are refused; nothing is left', async () => {
  const office = await anOffice();
  const { periodId } = await aCell(office, TASK, LEAD);
  const out = path.join(office.folder, '填好.xlsx');
  const ask = async (file: string) =>
    finish(
      await office.client.template.fill({
        ...{ planId: PLAN, periodId, scope: 'all', out: ticket(out) },
        template: { file: ticket(file) },
      }),
    );
  const file = await aForm(office, ['甲', '乙', '丙'], '空.xlsx');
  expect(await refusalOf(ask(file))).toBe('TEMPLATE_NOT_FOUND');
  fs.writeFileSync(path.join(office.folder, '坏.xlsx'), 'x');
  expect(await refusalOf(ask(path.join(office.folder, '坏.xlsx')))).toMatch(/^(?:TEMPLATE|WORKBOOK)_/u);
  expect(fs.readdirSync(office.folder).filter((name) => name.includes('填好') || name.endsWith('.tmp'))).toEqual([]);
});
