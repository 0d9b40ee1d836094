// `matrix export a.db … --out a.db` turned the data file into a workbook and said that all was well: the writer saw a
// path and nothing more. Now everything that writes a file asks whether a data file stands there, whatever its name
// and by whichever way it is reached.

import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runCli } from '#backend/cli/run-cli.ts';
import { assertNotDataFile } from '#backend/files/guard-target.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, refusalOf, ticket } from '#tests/helpers/an-office.ts';

/** The data file of an office, and ways to it. */
async function ways() {
  const office = await anOffice();
  const { dataFile, folder } = office;
  const inFolder = (name: string) => path.join(folder, name);
  fs.symlinkSync(dataFile, inFolder('链接.xlsx'));
  fs.linkSync(dataFile, inFolder('硬链接.xlsx'));
  const linked = `${folder}的链接`;
  fs.symlinkSync(folder, linked);
  onTestFinished(() => fs.rmSync(linked, { force: true }));
  return {
    office,
    targets: {
      'its own name': dataFile,
      'a path with detours': path.join(folder, '..', path.basename(folder), '.', path.basename(dataFile)),
      'a relative path': path.relative(process.cwd(), dataFile),
      'another letter case': inFolder('责任矩阵.DB'),
      'a link': inFolder('链接.xlsx'),
      'a second name of the same file': inFolder('硬链接.xlsx'),
      'a link to its folder': path.join(linked, '责任矩阵.db'),
      'its journal': `${dataFile}-journal`,
      'its journal in another letter case': `${dataFile}-JOURNAL`,
      'the log of another journal mode': `${dataFile}-wal`,
    },
  };
}

test('no export goes over the open data file, by whichever way it is named; nothing is written', async () => {
  const { office, targets } = await ways();
  const { periodId } = await aCell(office, 5, '县农业农村局');
  const before = fs.readFileSync(office.dataFile);
  const names = fs.readdirSync(office.folder);
  for (const [way, target] of Object.entries(targets)) {
    const table = office.client.exports.table({ planId: PLAN, layout: 'ledger', periodId, file: ticket(target) });
    expect([way, await refusalOf(table.then(finish))]).toEqual([way, 'FILE_IS_DATA_FILE']);
    const content = new File(['%PDF-1.7\n%%EOF\n'], 'a.pdf');
    const pdf = office.client.exports.pdf({ file: ticket(target), content });
    expect([way, await refusalOf(pdf)]).toEqual([way, 'FILE_IS_DATA_FILE']);
  }
  expect(fs.readFileSync(office.dataFile).equals(before)).toBe(true);
  expect(fs.readdirSync(office.folder)).toEqual(names);
});

test('another data file that is not open is told by what it holds, whatever it is called', async () => {
  const office = await anOffice();
  const other = path.join(office.folder, '去年.xlsx');
  fs.copyFileSync(office.dataFile, other);
  expect(() => assertNotDataFile(other)).toThrow(expect.objectContaining({ code: 'FILE_IS_DATA_FILE' }));
  expect(() => assertNotDataFile(`${other}-journal`)).toThrow(expect.objectContaining({ code: 'FILE_IS_DATA_FILE' }));
});

test('a form whose name a data file has takes another one; the data file stays byte for byte', async () => {
  const office = await anOffice();
  const { periodId, agencyId } = await aCell(office, 5, '县农业农村局');
  const send = async () =>
    finish(await office.client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(office.folder) }));
  const fileOf = (name: string | undefined) => path.join(office.folder, name ?? '');
  const [first] = await send();
  // The names of the first form and of the one that comes next.
  const data = fs.readFileSync(office.dataFile);
  const names = [first?.fileName, first?.fileName.replace('.xlsx', '（第2版）.xlsx')];
  for (const name of names) fs.writeFileSync(fileOf(name), data);
  const [second] = await send();
  expect(names).not.toContain(second?.fileName);
  for (const name of names) expect(fs.readFileSync(fileOf(name)).equals(data)).toBe(true);
  expect(fs.readFileSync(fileOf(second?.fileName), 'latin1')).toMatch(/^PK/);
});

test('a data file that takes the name of a form while it is written stays, and no form is in the log', async () => {
  const office = await anOffice();
  const { periodId } = await aCell(office, 5, '县农业农村局');
  const agencyIds = [(await aCell(office, 5, '县农业农村局')).agencyId, (await aCell(office, 5, '县林业局')).agencyId];
  const folder = fs.mkdtempSync(path.join(office.folder, '发出 '));
  const data = fs.readFileSync(office.dataFile);
  const before = await office.client.workspace.dump();
  const name = '县林业局—2021年食品安全重点工作安排—2021年10月.xlsx';
  const send = async () => {
    for await (const event of await office.client.forms.send({ periodId, agencyIds, folder: ticket(folder) })) {
      if (event.kind === 'progress') fs.writeFileSync(path.join(folder, name), data);
    }
  };
  expect(await refusalOf(send())).toBe('FILE_IS_DATA_FILE');
  expect(fs.readFileSync(path.join(folder, name)).equals(data)).toBe(true);
  expect(fs.readdirSync(folder)).toEqual([name]);
  expect(await office.client.workspace.dump()).toEqual(before);
});

test('while the data file is away, nothing else takes its name; a damaged one is not replaced either', async () => {
  const office = await anOffice();
  const { periodId } = await aCell(office, 5, '县农业农村局');
  const away = `${office.dataFile}.away`;
  const table = () =>
    office.client.exports.table({ planId: PLAN, layout: 'ledger', periodId, file: ticket(office.dataFile) });
  fs.renameSync(office.dataFile, away);
  expect(await refusalOf(table().then(finish))).toBe('FILE_IS_DATA_FILE');
  fs.renameSync(away, office.dataFile);
  const damaged = path.join(office.folder, '另一个名字.xlsx');
  fs.linkSync(office.dataFile, damaged);
  const descriptor = fs.openSync(office.dataFile, 'r+');
  fs.writeSync(descriptor, Buffer.alloc(100), 0, 100, 0);
  fs.closeSync(descriptor);
  expect(() => assertNotDataFile(damaged, office.dataFile)).toThrow(
    expect.objectContaining({ code: 'FILE_IS_DATA_FILE' }),
  );
});

test('other files are replaced as ever: a workbook, a text, a database of another program', async () => {
  const office = await anOffice();
  for (const [name, content] of [
    ['台账.xlsx', 'PK'],
    ['空.xlsx', ''],
    ['别的.db', `SQLite format 3\0${'\0'.repeat(100)}`],
    ['短.db', 'SQLite format 3\0'],
    ['a-journal', 'x'],
  ] as const) {
    const file = path.join(office.folder, name);
    fs.writeFileSync(file, content);
    expect(() => assertNotDataFile(file, office.dataFile)).not.toThrow();
  }
  expect(() => assertNotDataFile(path.join(office.folder, '还没有.xlsx'), office.dataFile)).not.toThrow();
});

test('the command line refuses with the code, and a new data file is not put where another one keeps its journal', async () => {
  const office = await anOffice();
  await office.close();
  const before = fs.readFileSync(office.dataFile);
  const errors: unknown[] = [];
  const { error } = console;
  onTestFinished(() => {
    console.error = error;
  });
  console.error = (line: unknown) => errors.push(line);
  expect(await runCli(['export', office.dataFile, '--layout', 'ledger', '--out', office.dataFile])).toBe(1);
  expect(await runCli(['init', `${office.dataFile}-journal`])).toBe(1);
  expect(await runCli(['init', office.dataFile])).toBe(1);
  expect(errors.map(String).map((line) => line.split(':')[0])).toEqual([
    'FILE_IS_DATA_FILE',
    'FILE_IS_DATA_FILE',
    'DATA_FILE_EXISTS',
  ]);
  expect(fs.readFileSync(office.dataFile).equals(before)).toBe(true);
});
