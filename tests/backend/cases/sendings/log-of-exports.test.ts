// What went out is remembered: which layout, in which state, under which bytes; and it can be made again.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openBackend } from '#backend/backend.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, type Office, refusalOf, SEEDS, TODAY, ticket } from '#tests/helpers/an-office.ts';
import { keptIntake } from '#tests/helpers/kept-intake.ts';

const hash = (file: string) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

async function ledgerOf(office: Office, name: string, layout: 'ledger' | 'matrix' = 'ledger') {
  const { periodId } = await aCell(office, 5, '县农业农村局');
  const file = path.join(office.folder, name);
  const written = await finish(
    await office.client.exports.table({ planId: PLAN, layout, periodId, file: ticket(file) }),
  );
  if (written.sendingId === undefined) throw new Error('not remembered');
  return { file, id: written.sendingId, written };
}

async function report(office: Office, narrative: string) {
  const cell = await aCell(office, 5, '县农业农村局');
  await office.client.progress.set({ entries: [{ ...cell, patch: { narrative, status: 'in-progress' } }] });
}

describe('a table that leaves', () => {
  test('stands in the log of exports with its bytes and the step whose state it shows', async () => {
    const office = await anOffice();
    await report(office, '已排查');
    const [newest] = await office.client.history.list({ limit: 1 });
    const { file, id } = await ledgerOf(office, '台账.xlsx');
    const [sending, ...others] = await office.client.sendings.list();
    expect(others).toEqual([]);
    expect(sending).toMatchObject({
      ...{
        id,
        kind: 'table',
        what: '进展情况台账',
        planId: PLAN,
        period: '2021-10',
        fileName: '台账.xlsx',
        sentTo: '',
      },
      ...{ sha256: hash(file), bytes: fs.statSync(file).size, notices: [], isRemade: true },
      ...{ state: { stepId: newest?.id, on: '2021-10-12' }, stateAt: newest?.at },
    });
    expect(JSON.stringify(sending)).not.toContain(office.folder);
    // It is a step that Ctrl+Z passes over: what left the house cannot be called back.
    expect(await office.client.history.list({ limit: 1 })).toMatchObject([
      { label: '导出进展情况台账', undoable: false },
    ]);
    expect((await office.client.workspace.overview()).undoLabel).not.toContain('导出');
  });

  test('of every kind is remembered: duties, figures, catalogues', async () => {
    const office = await anOffice();
    const { client, folder } = office;
    const [duty] = await client.duty.list({ planId: PLAN });
    if (!duty) throw new Error('the seed has a regular duty');
    const to = (name: string) => ticket(path.join(folder, name));
    await finish(await client.duty.export({ dutyId: duty.id, file: to('信息.xlsx') }));
    await finish(await client.statistics.export({ planId: PLAN, view: 'byAgency', file: to('统计.xlsx') }));
    const days = { view: 'comparison', from: '2021-10-12', to: '2021-10-12' } as const;
    await finish(await client.statistics.export({ planId: PLAN, ...days, file: to('对比.xlsx') }));
    const sendings = await client.sendings.list();
    expect(sendings.map(({ what }) => what)).toEqual(['统计：两日对比', '统计：按单位', `定期报送：${duty.title}`]);
    for (const { id, fileName, sha256 } of sendings) {
      expect(sha256).toBe(hash(path.join(folder, fileName)));
      expect(await client.sendings.compare({ before: id, after: null })).toMatchObject({ same: true });
    }
  });

  test('that is cancelled or refused leaves no entry', async () => {
    const office = await anOffice();
    const call = office.client.exports.table({
      planId: PLAN,
      layout: 'matrix',
      file: ticket(path.join(office.folder, '没有', '矩阵.xlsx')),
    });
    expect(await refusalOf(call.then(finish))).toBe('FOLDER_MISSING');
    expect(await office.client.sendings.list()).toEqual([]);
  });

  test('out of a past is of that moment, and is remembered in the present', async () => {
    const office = await anOffice();
    await report(office, '第一次');
    const [then] = await office.client.history.list({ limit: 1 });
    if (!then) throw new Error('no step');
    await report(office, '第二次');
    const past = office.clientAt({ stepId: then.id, on: '2021-10-11' });
    const { periodId } = await aCell(office, 5, '县农业农村局');
    const file = ticket(path.join(office.folder, '当时.xlsx'));
    await finish(await past.exports.table({ planId: PLAN, layout: 'ledger', periodId, file }));
    const [sending] = await office.client.sendings.list();
    expect(sending?.state).toEqual({ stepId: then.id, on: '2021-10-11' });
    if (!sending) throw new Error('not remembered');
    const { changed } = await office.client.sendings.compare({ before: sending.id, after: null });
    expect(changed).toContainEqual({
      row: '5/县农业农村局',
      column: '进展情况',
      before: '第一次',
      after: '第二次',
    });
  });

  test('leaves even when the data file can no longer be written, and says that it was not remembered', async () => {
    const office = await anOffice();
    const { periodId } = await aCell(office, 5, '县农业农村局');
    // Another program holds the data file.
    const other = new Database(office.dataFile);
    other.exec('BEGIN IMMEDIATE');
    const file = path.join(office.folder, '台账.xlsx');
    const written = await finish(
      await office.client.exports.table({ planId: PLAN, layout: 'ledger', periodId, file: ticket(file) }),
    );
    other.exec('ROLLBACK');
    other.close();
    expect(fs.existsSync(file)).toBe(true);
    expect(written.sendingId).toBeUndefined();
    expect(written.notice).toMatch(/^文件已经生成，但没有记入发出记录：/u);
    expect(await office.client.sendings.list()).toEqual([]);
  }, 30_000);
});

test('of a data file on a protected stick tables can be exported, and steps are refused', async () => {
  const office = await anOffice();
  await report(office, '已排查');
  await office.close();
  const before = fs.readFileSync(office.dataFile);
  const backend = await openBackend({
    ...{ dataFile: office.dataFile, seedsFolder: SEEDS, createIfMissing: false, toRead: 'always' },
    ...{ startIntake: keptIntake, outletWorker: OUTLET_WORKER, clock: () => TODAY, resolveTicket: (asked) => asked },
  });
  try {
    const { client } = backend;
    const cell = await aCell(backend, 5, '县农业农村局');
    const file = path.join(office.folder, '台账.xlsx');
    const table = { planId: PLAN, layout: 'ledger', periodId: cell.periodId, file: ticket(file) } as const;
    const written = await finish(await client.exports.table(table));
    expect(fs.statSync(file).size).toBe(written.bytes);
    expect(written.notice).toMatch(/^文件已经生成，但没有记入发出记录：.*只读/u);
    const step = client.progress.set({ entries: [{ ...cell, patch: { narrative: '不能改' } }] });
    expect(await refusalOf(step)).toBe('DATA_FILE_READ_ONLY');
  } finally {
    await backend.close();
  }
  expect(fs.readFileSync(office.dataFile).equals(before)).toBe(true);
  expect(fs.existsSync(`${office.dataFile}-journal`)).toBe(false);
});

describe('two sendings', () => {
  test('are compared row by row and cell by cell, by what the rows are about', async () => {
    const office = await anOffice();
    const { client } = office;
    await report(office, '已排查');
    const one = await ledgerOf(office, '十月一稿.xlsx');
    await report(office, '已整改');
    const { agencyId, taskId, periodId } = await aCell(office, 5, '县教育局');
    await client.matrix.setRoles({ cells: [{ taskId, agencyId, role: 'cooperating' }] });
    // A task before all others: every row stands elsewhere.
    const [first] = await client.matrix.read({ periodId });
    if (!first) throw new Error('no task');
    await client.task.setText({ edits: [{ taskId: first.id, title: '改过的标题' }] });
    const two = await ledgerOf(office, '十月二稿.xlsx');

    const found = await client.sendings.compare({ before: one.id, after: two.id });
    expect(found.same).toBe(false);
    expect(found.changed).toContainEqual({
      ...{ row: '5/县农业农村局', column: '进展情况', before: '已排查', after: '已整改' },
    });
    expect(found.added).toMatchObject([{ row: '5/县教育局', cells: { 单位: '县教育局', 责任: '配合' } }]);
    expect(found.removed).toEqual([]);
    expect(found.changed.every(({ row, column }) => row.startsWith('1/') || column === '进展情况')).toBe(true);
    expect([found.before.fileName, found.after.fileName]).toEqual(['十月一稿.xlsx', '十月二稿.xlsx']);

    // The other way round, and with itself.
    const back = await client.sendings.compare({ before: two.id, after: one.id });
    expect(back.removed).toMatchObject([{ row: '5/县教育局' }]);
    expect(await client.sendings.compare({ before: one.id, after: one.id })).toMatchObject({
      ...{ same: true, changed: [], added: [], removed: [] },
    });
    // Undone, the present is what the first sending showed.
    for (let count = 0; count < 3; count++) await client.history.undo();
    expect(await client.sendings.compare({ before: one.id, after: null })).toMatchObject({ same: true });
  });

  test('of different layouts are refused', async () => {
    const office = await anOffice();
    const one = await ledgerOf(office, '台账.xlsx');
    const two = await ledgerOf(office, '矩阵.xlsx', 'matrix');
    expect(await refusalOf(office.client.sendings.compare({ before: one.id, after: two.id }))).toBe('SENDINGS_DIFFER');
  });
});

describe('a sending', () => {
  test('is written again as it was, by another entry of the same state', async () => {
    const office = await anOffice();
    await report(office, '已排查');
    const one = await ledgerOf(office, '台账.xlsx');
    await report(office, '已整改');
    const file = path.join(office.folder, '又一份.xlsx');
    const { sendingId } = await finish(
      await office.client.sendings.sendAgain({ sendingId: one.id, file: ticket(file) }),
    );
    if (sendingId === undefined) throw new Error('not remembered');
    expect(await office.client.sendings.compare({ before: one.id, after: sendingId })).toMatchObject({ same: true });
    const [again, first] = await office.client.sendings.list();
    expect(again?.state).toEqual(first?.state);
    expect(again?.rows).toBe(first?.rows);
  });

  test('is told by its bytes whatever it is called, and that it was altered by its name', async () => {
    const office = await anOffice();
    const { client, folder } = office;
    const one = await ledgerOf(office, '台账.xlsx');
    const renamed = path.join(folder, '别的名字.xlsx');
    fs.copyFileSync(one.file, renamed);
    expect(await client.sendings.which({ file: ticket(renamed) })).toMatchObject({
      ...{ fileName: '别的名字.xlsx', state: 'unchanged', sendings: [{ id: one.id }] },
    });
    for (const name of ['台账.xlsx', '台账(1).xlsx', '台账 - 副本.xlsx']) {
      const altered = path.join(folder, name);
      fs.writeFileSync(altered, 'PK altered');
      expect(await client.sendings.which({ file: ticket(altered) })).toMatchObject({
        ...{ fileName: name, state: 'altered', sendings: [{ id: one.id }] },
      });
    }
    const foreign = path.join(folder, '外来.xlsx');
    fs.writeFileSync(foreign, 'PK');
    expect(await refusalOf(client.sendings.which({ file: ticket(foreign) }))).toBe('SENDING_UNKNOWN');
    expect(await refusalOf(client.sendings.which({ file: ticket(path.join(folder, '没有.xlsx')) }))).toBe(
      'FILE_MISSING',
    );
  });

  test('says to whom it went, and that can be undone and done again', async () => {
    const office = await anOffice();
    const { client } = office;
    const { id } = await ledgerOf(office, '台账.xlsx');
    const sentTo = async () => (await client.sendings.list())[0]?.sentTo;
    await client.sendings.setSentTo({ sendingId: id, sentTo: ' 报送市食安办 ' });
    expect(await sentTo()).toBe('报送市食安办');
    await client.history.undo();
    expect(await sentTo()).toBe('');
    await client.history.redo();
    expect(await sentTo()).toBe('报送市食安办');
  });
});
