// What a dropped file is was told by its ending: a plan that the superior had sent as a table was compared as a return.
import fs from 'node:fs';
import path from 'node:path';
import { encrypt } from 'officecrypto-tool';
import { expect, test } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { tellKind } from '#backend/intake/tell-kind.ts';
import { seedDocx, seedPdf, seedTable } from '#tests/backend/documents/seed-documents.ts';
import { workbookOf } from '#tests/backend/documents/workbook-of.ts';
import { formInput } from '#tests/backend/excel/seed-world.ts';
import { altered } from '#tests/backend/sheets/altered.ts';
import { aCell, anOffice, finish, ticket } from '#tests/helpers/an-office.ts';

const form = () => buildForm(formInput('县公安局'));

const withoutIds = async () => altered(await form(), (_sheet, book) => book.removeWorksheet('_form'));

const PLAN_ROWS = [
  ['泽州县2022年民生实事任务分解表'],
  ['序号', '工作任务', '牵头单位', '责任单位', '完成时限'],
  [1, '新建公办幼儿园 3 所', '县教育局', '各镇人民政府', '2022年10月底前'],
  [2, '改造老旧小区 12 个', '县住房和城乡建设局', '县财政局', '2022年11月底前'],
] as const;

const LEDGER_ROWS = [
  ['序号', '工作任务', '牵头单位', '责任单位', '完成时限', '进展情况'],
  [1, '新建公办幼儿园 3 所', '县教育局', '各镇人民政府', '2022年10月底前', '已开工 2 所'],
] as const;

const RETURN_ROWS = [
  ['填报单位：县公安局'],
  ['序号', '工作任务', '进展状态', '进展情况', '存在问题'],
  [5, '开展冷链食品检查', '推进中', '已检查 12 户', ''],
] as const;

test.each([
  ['a form of the program', '表.xlsx', form, 'return'],
  ['a form whose hidden sheet was deleted', '表.xlsx', withoutIds, 'return'],
  ['a form typed anew in an old workbook', '县公安局.xls', () => workbookOf('biff8', RETURN_ROWS), 'return'],
  [
    'a form saved as commas, which is refused with the advice for it',
    '表.csv',
    () => bytes('序号,进展\n1,好'),
    'return',
  ],
  ['the table of a plan', '2022安排.xlsx', seedTable, 'plan'],
  ['the table of a plan in an old workbook of WPS', '安排.et', () => workbookOf('biff8', PLAN_ROWS), 'plan'],
  ['a plan in Word, named as if it were a workbook', '安排.xlsx', seedDocx, 'plan'],
  ['a plan as PDF', '安排.pdf', seedPdf, 'plan'],
  ['a plan as text', '安排.txt', () => bytes('一、抓好冷链\n（一）开展检查。'), 'plan'],
  [
    'a ledger, which has the tasks of a plan and columns of progress',
    '台账.xlsx',
    () => workbookOf('xlsx', LEDGER_ROWS),
    'unclear',
  ],
  [
    'a workbook of something else',
    '工资.xlsx',
    () =>
      workbookOf('xlsx', [
        ['姓名', '金额'],
        ['甲', 1],
      ]),
    'unclear',
  ],
  [
    'a picture, which the reader of plans refuses',
    '照片.jpg',
    () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]),
    'plan',
  ],
  ['a workbook with a password', '表.xlsx', () => encrypted(), 'return'],
  ['a document with a password, which may be either', '安排.docx', () => encrypted(), 'unclear'],
  ['a damaged workbook, which the reader of returns refuses', '表.xlsx', () => bytes('PK\u0003\u0004 half'), 'return'],
] as const)('%s is told by what it holds', async (_case, name, content, kind) => {
  expect(await tellKind(await content(), name)).toBe(kind);
});

test('files dropped together are told apart one by one, also one that is gone by then', async () => {
  const office = await anOffice();
  const { periodId, agencyId } = await aCell(office, 5, '县农业农村局');
  const [sent] = await finish(
    await office.client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(office.folder) }),
  );
  const plan = path.join(office.folder, '安排.xlsx');
  fs.writeFileSync(plan, await seedTable());
  const files = [plan, path.join(office.folder, sent?.fileName ?? ''), path.join(office.folder, '没有了.xlsx')];
  const kinds = await finish(await office.client.files.tellKinds({ files: files.map(ticket) }));
  expect(kinds).toEqual(['plan', 'return', 'return']);
});

function encrypted(): Uint8Array {
  return encrypt(Buffer.from('PK'), { password: '3021' });
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
