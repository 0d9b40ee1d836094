// A form was written into the log first and to disk afterwards: when its workbook could not be written, the log said
// that it had been sent. Forms of one sending were gathered one after another, so that a title changed meanwhile was
// told to one agency and not to the next. Now they are of one moment, and stand together with their log or not at all.
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { runCli } from '#backend/cli/run-cli.ts';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { fromWireError } from '#shared/contract/wire-error.ts';
import { aCell, anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';

const NAMES = ['县农业农村局', '县公安局', '县教育局'] as const;

/** An office where three agencies owe task 5, and a folder for the forms. */
async function aSending() {
  const office = await anOffice();
  const cells = await Promise.all(NAMES.map((name) => aCell(office, 5, name)));
  const [{ taskId, periodId } = await aCell(office, 5, NAMES[0])] = cells;
  const roles = cells.slice(1).map(({ agencyId }) => ({ taskId, agencyId, role: 'cooperating' as const }));
  await office.client.matrix.setRoles({ cells: roles });
  const folder = path.join(office.folder, '发出');
  fs.mkdirSync(folder);
  const agencyIds = cells.map(({ agencyId }) => agencyId);
  const send = (signal?: AbortSignal) =>
    office.client.forms.send({ periodId, agencyIds, folder: ticket(folder) }, signal ? { signal } : {});
  const target = (name: string) => path.join(folder, `${name}—2021年食品安全重点工作安排—2021年10月.xlsx`);
  return { office, folder, send, target, taskId, periodId };
}

async function readForm(file: string) {
  const name = path.basename(file);
  const [table] = readReturn(await readSheets(fs.readFileSync(file), name), name).tables;
  if (!table) throw new Error('no table');
  return table;
}

const sentSteps = async (office: Office) =>
  (await office.client.history.list()).filter(({ code }) => code === 'forms.send').length;

test('forms sent together say the same of a task, though its text is changed while they are written', async () => {
  const { office, folder, send, taskId, periodId } = await aSending();
  for await (const event of await send()) {
    if (event.kind !== 'progress' || event.done !== 1) continue;
    // Saved at once, in the middle of the sending: the forms do not hold it up.
    await office.client.task.setText({ edits: [{ taskId, content: '改过的内容' }] });
  }
  const forms = fs.readdirSync(folder).map((name) => readForm(path.join(folder, name)));
  const texts = (await Promise.all(forms)).flatMap(({ rows }) =>
    rows.filter((row) => row.taskId === taskId).map((row) => row.taskText),
  );
  expect(texts).toHaveLength(3);
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).not.toBe('改过的内容');
  expect((await office.client.matrix.task({ taskId, periodId })).content).toBe('改过的内容');
  // Sent after the change, as the log has it: the forms took their turn when they stood.
  const [newest, ...older] = await office.client.history.list();
  expect(newest?.code).toBe('forms.send');
  expect(older.slice(0, 3).map(({ code }) => code)).toEqual(['forms.send', 'forms.send', 'task.setText']);
});

test('a workbook that cannot take its place leaves no form in the log, and the others of its sending neither', async () => {
  const { office, folder, send, target } = await aSending();
  const before = await office.client.workspace.dump();
  const work = async () => {
    for await (const event of await send()) {
      // While they are written somebody takes two of the names.
      if (event.kind !== 'progress' || event.done !== 2) continue;
      fs.writeFileSync(target(NAMES[0]), '上个月的表');
      fs.mkdirSync(target(NAMES[2]));
    }
  };
  expect(await refusalOf(work())).toBe('FILE_EXISTS');
  expect(await sentSteps(office)).toBe(0);
  expect(await office.client.workspace.dump()).toEqual(before);
  expect(fs.readFileSync(target(NAMES[0]), 'utf8')).toBe('上个月的表');
  expect(fs.readdirSync(folder)).toHaveLength(2);
  fs.rmdirSync(target(NAMES[2]));
  // What is there already is not gone over: the form beside it gets another name.
  expect(await finish(await send())).toHaveLength(3);
  expect(await sentSteps(office)).toBe(3);
  expect(fs.readdirSync(folder)).toHaveLength(4);
  expect(fs.readFileSync(target(NAMES[0]), 'utf8')).toBe('上个月的表');
});

test('a commit that fails takes the workbooks away again and gives the older ones back', async () => {
  const { office, folder, send, target } = await aSending();
  fs.writeFileSync(target(NAMES[1]), '上个月的表');
  const reader = new Database(office.dataFile);
  onTestFinished(() => void reader.close());
  const work = async () => {
    for await (const event of await send()) {
      // Another program reads the data file from now on: the step is written, but cannot be committed.
      if (event.kind === 'progress' && event.done === 1) reader.exec('BEGIN; SELECT * FROM form');
    }
  };
  expect(await refusalOf(work())).toBe('DATA_FILE_BUSY');
  reader.exec('ROLLBACK');
  expect(fs.readdirSync(folder)).toEqual([path.basename(target(NAMES[1]))]);
  expect(fs.readFileSync(target(NAMES[1]), 'utf8')).toBe('上个月的表');
  expect(await sentSteps(office)).toBe(0);
  expect(await office.client.workspace.check()).toEqual([]);
});

test('cancelled among its files, a sending leaves no file and no form', async () => {
  const { office, folder, send } = await aSending();
  for (const at of [0, 1, 2]) {
    const cancel = new AbortController();
    const work = async () => {
      for await (const event of await send(cancel.signal)) {
        if (event.kind === 'progress' && event.done === at) cancel.abort();
      }
    };
    const code = await work().then(
      () => 'sent',
      (error: unknown) => fromWireError(error).code,
    );
    expect([at, code, fs.readdirSync(folder), await sentSteps(office)]).toEqual([at, 'CANCELLED', [], 0]);
  }
  for await (const event of await send()) if (event.kind === 'progress' && event.done === 2) break;
  expect([fs.readdirSync(folder), await sentSteps(office)]).toEqual([[], 0]);
});

test('killed after the workbooks stood and before they were remembered, the program still takes them in', async () => {
  const { office, send, target, taskId } = await aSending();
  const asKilled = `${office.dataFile}.killed`;
  for await (const event of await send()) {
    if (event.kind === 'progress' && event.done === 2) fs.copyFileSync(office.dataFile, asKilled);
  }
  await office.close();
  fs.renameSync(asKilled, office.dataFile);
  const again = await office.reopen();
  expect(await sentSteps(again)).toBe(0);
  const orphan = target(NAMES[0]);
  const review = await finish(
    await again.client.returns.preview({
      planId: (await again.client.workspace.overview()).plan.id,
      files: [{ ticket: ticket(orphan) }],
    }),
  );
  expect(review.files).toMatchObject([{ refusal: null, agencyName: NAMES[0], periodLabel: '2021-10', formId: null }]);
  expect(review.files[0]?.notes.join()).toContain('没有找到发出记录');
  // Its id is not given out again: it is never compared with what another form was sent with.
  const { agencyId, periodId } = await aCell(again, 5, NAMES[0]);
  const { ids: orphanIds } = await readForm(orphan);
  await finish(await again.client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(again.folder) }));
  const next = fs.readdirSync(again.folder).find((name) => name.endsWith('.xlsx')) ?? '';
  const { ids, rows } = await readForm(path.join(again.folder, next));
  expect(ids?.formId).toBeGreaterThan(orphanIds?.formId ?? Number.POSITIVE_INFINITY);
  expect(rows.some((row) => row.taskId === taskId)).toBe(true);
});

test('a form sent from the command line is in the log as sent from there', async () => {
  const { office, folder } = await aSending();
  await office.close();
  const words = ['forms', office.dataFile, '--period', '2021-10', '--out', folder, '--agency', NAMES[0]];
  const print = vi.spyOn(console, 'log').mockReturnValue();
  onTestFinished(() => print.mockRestore());
  expect(await runCli(words)).toBe(0);
  const [newest] = await (await office.reopen()).client.history.list();
  expect(newest).toMatchObject({ code: 'forms.send', client: 'command-line' });
});

test('two agencies whose names make the same file name each get a file of their own', async () => {
  const { office, folder, taskId, periodId } = await aSending();
  const names = ['县一/二局', '县一_二局'];
  await office.client.agency.add({ agencies: names.map((name) => ({ name })) });
  const { agencies } = await office.client.workspace.overview();
  const agencyIds = agencies.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  await office.client.matrix.setRoles({
    cells: agencyIds.map((agencyId) => ({ taskId, agencyId, role: 'cooperating' as const })),
  });
  const files = await finish(await office.client.forms.send({ periodId, agencyIds, folder: ticket(folder) }));
  expect(files.map(({ fileName }) => fileName)).toEqual([
    '县一_二局—2021年食品安全重点工作安排—2021年10月.xlsx',
    '县一_二局—2021年食品安全重点工作安排—2021年10月（2）.xlsx',
  ]);
  expect(fs.readdirSync(folder)).toHaveLength(2);
});
