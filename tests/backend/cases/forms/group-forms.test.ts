import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice, finish, ticket } from '#tests/helpers/an-office.ts';
import { theirs } from '#tests/helpers/returned-forms.ts';

const GROUP = '各乡镇人民政府';
const TOWNS = ['南村镇人民政府', '下村镇人民政府'];

// Twelve townships hold their roles through one collective name. Until 0.2.0 the form went to 各乡镇人民政府, a unit that
// nobody can send a file to, and what a township sent back was refused: it owed nothing.
test('forms go to the members of a group instead of the group, and what a member returns is taken in', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  await client.agency.add({ agencies: TOWNS.map((name) => ({ name })) });
  const { agencies, periods } = await client.workspace.overview();
  const idOf = (name: string) => {
    const found = agencies.find((agency) => agency.name === name);
    if (!found) throw new Error(`no agency ${name}`);
    return found.id;
  };
  const [town] = TOWNS.map(idOf);
  const period = periods.find(({ label }) => label === '2021-10');
  if (!period || town === undefined) throw new Error('no period');
  await client.agency.update({ agencyId: idOf(GROUP), patch: { kind: 'group', members: TOWNS.map(idOf) } });

  const sent = await finish(await client.forms.send({ periodId: period.id, folder: ticket(folder) }));
  const names = sent.map(({ fileName }) => fileName.split('—')[0]);
  expect(names).toEqual(expect.arrayContaining([...TOWNS, '县农业农村局']));
  expect(names).not.toContain(GROUP);

  const file = path.join(folder, sent.find(({ agency }) => agency === TOWNS[0])?.fileName ?? '');
  expect(fs.existsSync(file)).toBe(true);
  await writeNarrative(file, '已走访全部农户');
  const review = await finish(await client.returns.receive({ planId: PLAN, files: [{ ticket: ticket(file) }] }));
  const items = review.files.flatMap((reviewed) => reviewed.items);
  expect(review.files).toMatchObject([{ agencyName: TOWNS[0], refusal: null }]);
  expect(items.map((item) => item.theirs)).toContain('已走访全部农户');
  await client.returns.accept(theirs(review));
  const { progress } = await client.workspace.dump();
  expect(progress).toMatchObject([{ agency: TOWNS[0], narrative: '已走访全部农户', status: null }]);
  expect(await client.workspace.check()).toEqual([]);
});

/** Fills 进展情况 of the first row of a form and nothing else. */
async function writeNarrative(file: string, text: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const [sheet] = book.worksheets;
  let head = 0;
  let column = 0;
  sheet?.eachRow((row, number) => {
    row.eachCell((cell, at) => {
      if (cell.value === '进展情况') [head, column] = [number, at];
    });
  });
  const cell = sheet?.getRow(head + 1).getCell(column);
  if (!cell || column === 0) throw new Error('no column for the progress');
  cell.value = text;
  await book.xlsx.writeFile(file);
}
