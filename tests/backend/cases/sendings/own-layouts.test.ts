// A layout of one's own may be changed or removed after a table went out: the log of exports knows it as it was used.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, ticket } from '#tests/helpers/an-office.ts';

test('a table of an own layout is compared and written again by that layout, though it was changed and removed', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const { periodId, ...cell } = await aCell(office, 5, '县农业农村局');
  const { def: ledger } = await client.layout.get({ layout: 'ledger' });
  const name = '本县台账';
  await client.layout.save({ def: { ...ledger, name } });
  const to = (fileName: string) => ticket(path.join(folder, fileName));
  const table = { planId: PLAN, layout: name, periodId, file: to('一.xlsx') };
  const { sendingId: before } = await finish(await client.exports.table(table));
  if (before === undefined) throw new Error('not remembered');

  await client.progress.set({ entries: [{ ...cell, periodId, patch: { narrative: '已排查' } }] });
  const own = (await client.layout.list({})).find(({ def }) => def.name === name);
  if (!own) throw new Error('not kept');
  await client.layout.save({ def: { ...own.def, columns: own.def.columns.slice(0, 3) }, key: own.key });
  const changed = { row: '5/县农业农村局', column: '进展情况', before: '', after: '已排查' };
  const now = await client.sendings.compare({ before, after: null });
  expect(now).toMatchObject({ what: name, added: [], removed: [], columnsAdded: [], columnsRemoved: [] });
  expect(now.changed).toContainEqual(changed);

  await client.layout.remove({ key: own.key });
  expect(await client.sendings.compare({ before, after: null })).toEqual(now);
  await finish(await client.sendings.sendAgain({ sendingId: before, file: to('又一.xlsx') }));
  expect(fs.existsSync(path.join(folder, '又一.xlsx'))).toBe(true);
});

test('a file for each agency is an entry for each, and compared with that of the same agency', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const { periodId, agencyId, ...cell } = await aCell(office, 5, '县农业农村局');
  const out = path.join(folder, '清单');
  fs.mkdirSync(out);
  const written = await finish(
    await client.exports.tables({ planId: PLAN, layout: 'agency-tasks', periodId, folder: ticket(out) }),
  );
  const sendings = await client.sendings.list();
  expect(sendings.map(({ fileName }) => fileName).toSorted()).toEqual(fs.readdirSync(out).toSorted());
  expect(written.every(({ sendingId }) => sendingId !== undefined)).toBe(true);
  const own = sendings.find((sending) => sending.agencyId === agencyId);
  if (!own) throw new Error('not remembered');
  expect(own).toMatchObject({ what: '单位任务清单', agency: '县农业农村局' });
  // One step for all of them.
  const [last] = await client.history.list({ limit: 1 });
  expect(last?.label).toBe(`导出单位任务清单（${written.length} 个文件）`);
  await client.task.setText({ edits: [{ taskId: cell.taskId, content: '改过的内容' }] });
  const { changed, added, removed } = await client.sendings.compare({ before: own.id, after: null });
  expect([changed.length, added, removed]).toEqual([1, [], []]);
  expect(changed[0]).toMatchObject({ row: expect.stringMatching(/^5\b/u), after: '改过的内容' });
});
