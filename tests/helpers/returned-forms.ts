import path from 'node:path';
import ExcelJS from 'exceljs';
import type { ReturnItem, ReturnReview } from '#shared/domain/return-review.ts';
import { PLAN } from './a-plan.ts';
import { aCell, finish, type Office, ticket } from './an-office.ts';

/** The agency whose forms most tests send out. */
export const AGENCY = '县农业农村局';

/** @returns path of the form, in the office's folder */
export async function sendForm(office: Office, label = '2021-10', agency = AGENCY): Promise<string> {
  const { agencyId, periodId } = await aCell(office, 5, agency, label);
  const sent = await finish(
    await office.client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(office.folder) }),
  );
  return path.join(office.folder, sent[0]?.fileName ?? '');
}

/** Fills the cells of one task as an agency would, found by their heads. */
export async function fillIn(
  file: string,
  taskNumber: number,
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  await alterForm(file, (sheet) => {
    const heads = new Map<string, number>();
    sheet.eachRow((row) => {
      if (row.getCell(1).value === '序号') row.eachCell((cell, column) => heads.set(String(cell.value), column));
    });
    sheet.eachRow((row) => {
      if (row.getCell(1).value !== taskNumber) return;
      for (const [head, value] of Object.entries(values)) row.getCell(heads.get(head) ?? 0).value = value;
    });
  });
}

/** Changes the first sheet of a workbook, which exceljs reads and writes. */
export async function alterForm(
  file: string,
  alter: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  alter(sheet, book);
  await book.xlsx.writeFile(file);
}

type Files = readonly (string | { readonly file: string; readonly password: string })[];

const input = (files: Files) => ({
  planId: PLAN,
  files: files.map((each) =>
    typeof each === 'string' ? { ticket: ticket(each) } : { ticket: ticket(each.file), password: each.password },
  ),
});

export async function receive(office: Office, ...files: Files): Promise<ReturnReview> {
  return finish(await office.client.returns.receive(input(files)));
}

export async function preview(office: Office, ...files: Files): Promise<ReturnReview> {
  return finish(await office.client.returns.preview(input(files)));
}

/** Theirs of the items that are wanted; left out, of all. */
export function theirs(review: ReturnReview, isWanted: (item: ReturnItem) => boolean = () => true) {
  return {
    returns: review.files.flatMap(({ returnId, items }) =>
      returnId === null
        ? []
        : [{ returnId, decisions: items.filter(isWanted).map(({ key }) => ({ key, choice: 'theirs' as const })) }],
    ),
  };
}

/** The id under which the only file of a review is kept. */
export function keptId(review: ReturnReview) {
  const id = review.files[0]?.returnId;
  if (id == null) throw new Error('no return was kept');
  return id;
}

/** Writes who filled the form in, and the telephone, into their cells at the top. */
export async function signForm(file: string, reporter: string, phone: string): Promise<void> {
  await alterForm(file, (sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell, column) => {
        const said = { '填报人：': reporter, '联系电话：': phone }[String(cell.value)];
        if (said !== undefined && cell.master === cell) row.getCell(column + 1).value = said;
      }),
    ),
  );
}
