// A form that went out again: what was known by then that was not known before.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { aCell, anOffice, finish, type Office, refusalOf, ticket } from '#tests/helpers/an-office.ts';

async function sendForm({ client, folder }: Office, agencyName: string) {
  const { periodId, agencyId } = await aCell({ client } as Office, 5, agencyName);
  await finish(await client.forms.send({ periodId, agencyIds: [agencyId], folder: ticket(folder) }));
  const [sending] = await client.sendings.list({ kind: 'form' });
  if (!sending) throw new Error('not remembered');
  return sending;
}

test('forms are in the log of exports, and two of one agency are compared by their tasks', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const one = await sendForm(office, '县农业农村局');
  expect(one).toMatchObject({ kind: 'form', agency: '县农业农村局', period: '2021-10', isComparable: true });
  const bytes = fs.readFileSync(path.join(folder, one.fileName));
  expect([one.sha256, one.bytes]).toEqual([createHash('sha256').update(bytes).digest('hex'), bytes.byteLength]);
  expect(await client.sendings.which({ file: ticket(path.join(folder, one.fileName)) })).toMatchObject({
    ...{ state: 'unchanged', sendings: [{ id: one.id }] },
  });

  const cell = await aCell(office, 5, '县农业农村局');
  await client.progress.set({ entries: [{ ...cell, patch: { narrative: '已排查', status: 'in-progress' } }] });
  const two = await sendForm(office, '县农业农村局');
  const row = '5/县农业农村局';
  const changed = [
    { row, column: '进展状态', before: '', after: '推进中' },
    { row, column: '进展情况', before: '', after: '已排查' },
  ];
  const found = await client.sendings.compare({ before: one.id, after: two.id });
  expect(found).toMatchObject({ same: false, added: [], removed: [] });
  expect(found.changed).toEqual(changed);
  expect((await client.sendings.compare({ before: one.id, after: null })).changed).toEqual(changed);
  expect(await client.sendings.compare({ before: two.id, after: null })).toMatchObject({ same: true });

  const aim = await aCell(office, 16, '县发展和改革局');
  const { targets } = await client.matrix.task({ taskId: aim.taskId, periodId: aim.periodId });
  const [target] = targets;
  if (!target) throw new Error('task 16 has a target');
  const three = await sendForm(office, '县发展和改革局');
  await client.target.set({
    cells: [{ agencyId: aim.agencyId, periodId: aim.periodId, targetId: target.id, value: 20 }],
  });
  expect((await client.sendings.compare({ before: three.id, after: null })).changed).toMatchObject([
    { row: '16/县发展和改革局', column: '量化指标', before: '', after: expect.stringMatching(/：20$/u) },
  ]);

  const other = await sendForm(office, '县教育局');
  expect(await refusalOf(client.sendings.compare({ before: one.id, after: other.id }))).toBe('SENDINGS_DIFFER');
});
