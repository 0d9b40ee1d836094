// A superior's form in the office: read, kept, known again by its file and by its heads, learned from a filled one.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { type MadeSheet, madeForm, row } from '../../excel/template/made-forms.ts';

const HEADS = ['序号', '工作任务', '责任主体栏', '推进描述', '状况', '进展情况'];
const form = (title: string, heads: readonly string[] = HEADS): MadeSheet => ({
  cells: { A1: title, ...row(2, heads) },
  merges: ['A1:F1'],
});

async function put({ folder }: Office, name: string, ...sheets: readonly MadeSheet[]) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, await madeForm(...sheets));
  return ticket(file);
}

const fieldsOf = (
  columns: readonly { readonly column: string; readonly field: string | null; readonly sure: boolean }[],
) => columns.map(({ column, field, sure }) => `${column} ${field ?? '-'}${sure ? '' : '?'}`);

test('a form that was kept is known by its file, and one with the same heads next month by these', async () => {
  const office = await anOffice();
  const { client } = office;
  const october = await put(office, '10月.xlsx', form('2021年10月进展情况表'));
  const { mapping, known } = await client.template.read({ file: october });
  if (!mapping) throw new Error('no table');
  expect(known).toBeNull();
  const columns = mapping.columns.map((column) =>
    column.column === 'C' ? { column: 'C', head: column.head, field: 'lead', sure: true } : column,
  );
  await client.template.save({ name: '市级月报', file: october, mapping: { ...mapping, titleCell: null, columns } });
  const [kept] = await client.template.list({});
  expect(kept).toMatchObject({ name: '市级月报', fileName: '10月.xlsx' });

  const same = await client.template.read({ file: october });
  expect(same).toMatchObject({ known: { name: '市级月报', by: 'file' }, mapping: { titleCell: null } });
  // The same file looked at elsewhere is read as it is, with what its columns mean.
  const pointed = await client.template.read({ file: october, place: { sheet: 'Sheet1' } });
  expect(pointed).toMatchObject({ known: { by: 'shape' }, mapping: { titleCell: 'A1' } });

  const november = await put(
    office,
    '11月.xlsx',
    { name: '说明', cells: { A1: '填表说明' } },
    form('2021年11月进展情况表'),
  );
  const next = await client.template.read({ file: november });
  expect(next).toMatchObject({
    known: { name: '市级月报', by: 'shape' },
    mapping: { sheet: 'Sheet2', titleCell: 'A1' },
  });
  expect(fieldsOf(next.mapping?.columns ?? [])).toContain('C lead');

  const other = await put(office, '别的.xlsx', form('进展情况表', [...HEADS, '备注']));
  expect((await client.template.read({ file: other })).known).toBeNull();

  const templateId = kept?.id;
  if (templateId === undefined) throw new Error('nothing was kept');
  const seen = await client.template.get({ templateId });
  expect(seen).toMatchObject({ mapping: { columns }, picture: { sheet: 'Sheet1' } });
  await client.template.rename({ templateId, name: '市月报' });
  expect(await client.template.list({})).toMatchObject([{ id: templateId, name: '市月报' }]);
  await client.template.remove({ templateId });
  expect(await refusalOf(client.template.get({ templateId }))).toBe('TEMPLATE_GONE');
  await client.history.undo();
  expect(await client.template.list({})).toHaveLength(1);
});

test('a filled example is compared with the data file: units by their roles, words by what was reported', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, periodId } = await aCell(office, 5, '县农业农村局');
  const tasks = await client.matrix.read({ periodId });
  const agencies = new Map((await client.workspace.overview()).agencies.map((agency) => [agency.id, agency]));
  const rows = [];
  for (const [index, task] of tasks.slice(3, 7).entries()) {
    const { assignments, content } = await client.matrix.task({ taskId: task.id, periodId });
    const lead = assignments.find(({ role }) => role === 'lead');
    if (!lead) continue;
    const words = `第${index}项本月已经开展工作并取得实效`;
    await client.progress.set({
      entries: [{ taskId: task.id, agencyId: lead.agencyId, periodId, patch: { problems: words } }],
    });
    const name = agencies.get(lead.agencyId)?.name ?? '';
    rows.push(row(3 + index, [task.number, content, name, words, null, '另有说明']));
  }
  expect(rows.length).toBeGreaterThan(2);
  expect(taskId).toBeDefined();
  const file = await put(office, '空表.xlsx', form('进展情况表'));
  const filled = { ...form('10月进展情况表'), cells: Object.assign({}, form('10月进展情况表').cells, ...rows) };
  const example = await put(office, '示例.xlsx', filled);
  const asked = await client.template.read({ file });
  expect(fieldsOf(asked.mapping?.columns ?? [])).toEqual(expect.arrayContaining(['C responsible?', 'D -?', 'E -?']));
  const learned = await client.template.read({ file, example, planId: PLAN });
  expect(fieldsOf(learned.mapping?.columns ?? [])).toEqual([
    'A number',
    'B task',
    'C lead',
    'D problems',
    'E -?',
    'F narrative',
  ]);
});

test('what cannot be filled as it is, is refused with what to do; a bomb costs nothing', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const refused = async (name: string, bytes: Uint8Array | string) => {
    fs.writeFileSync(path.join(folder, name), bytes);
    return await refusalOf(client.template.read({ file: ticket(path.join(folder, name)) }));
  };
  expect(await refused('表.csv', '序号,任务\n1,甲')).toBe('TEMPLATE_KIND_UNSUPPORTED');
  expect(await refused('空.xlsx', '')).toBe('FILE_EMPTY');
  expect(await refused('坏.xlsx', 'PK\u{3}\u{4}坏的')).toBe('WORKBOOK_DAMAGED');
  expect(await refused('旧.xls', Buffer.from('D0CF11E0A1B11AE1', 'hex'))).toMatch(
    /^(?:TEMPLATE_KIND_UNSUPPORTED|WORKBOOK_DAMAGED)$/u,
  );
  const nothing = await put(office, '通知.xlsx', { cells: { A1: '关于报送材料的通知' } });
  expect(await client.template.read({ file: nothing })).toMatchObject({ mapping: null, picture: { sheet: 'Sheet1' } });
});
