import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, refusalOf, ticket } from '#tests/helpers/an-office.ts';

test('the matrix for paper has all tasks and all agencies with duties, or those that were asked for', async () => {
  const office = await anOffice();
  const { client } = office;
  const { currentPeriodId: periodId } = await client.workspace.overview();
  const all = await client.exports.printTable({ planId: PLAN, layout: 'matrix', periodId, withLights: false });
  expect(all.items.filter(({ kind }) => kind === 'row')).toHaveLength(53);
  expect(all.columns.map(({ head }) => head)).toContain('公安局');
  const { taskId, agencyId } = await aCell(office, 5, '县农业农村局');
  const few = await client.exports.printTable({
    planId: PLAN,
    layout: 'matrix',
    periodId,
    withLights: true,
    taskIds: [taskId],
    agencyIds: [agencyId],
  });
  expect(few.columns.map(({ head }) => head)).toEqual(['序号', '工作任务', '农业农村局', '合计']);
  expect(few.items).toContainEqual({
    kind: 'row',
    cells: ['5', '加强耕地土壤污染防治', '●\n临', '1'],
    joined: [],
    lights: [[2, 'orange']],
  });
});

test('a printed PDF is kept whole in the chosen file, and anything else is refused with nothing left behind', async () => {
  const { client, folder } = await anOffice();
  const target = path.join(folder, '责任矩阵.pdf');
  const pdf = (text: string) => new File([text], '责任矩阵.pdf', { type: 'application/pdf' });
  const text = '%PDF-1.4\n…\n%%EOF\n';
  const written = await client.exports.pdf({ file: ticket(target), content: pdf(text) });
  expect(fs.readFileSync(target)).toEqual(Buffer.from(text));
  expect(written).toEqual({ fileName: '责任矩阵.pdf', bytes: fs.statSync(target).size });
  fs.rmSync(target);
  expect(await refusalOf(client.exports.pdf({ file: ticket(target), content: pdf('%PDF-1.4 cut off') }))).toBe(
    'FILE_NOT_WRITTEN',
  );
  expect(fs.readdirSync(folder)).toEqual(['责任矩阵.db']);
});
