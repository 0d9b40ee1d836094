// A superior's form that was filled twice: what is said now that was not said then.
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, refusalOf, ticket } from '#tests/helpers/an-office.ts';
import { makeTemplate } from '#tests/helpers/templates/templates.ts';

test('a filled form is remembered with what its columns mean, and compared by tasks and agencies', async () => {
  const office = await anOffice();
  const { client, folder } = office;
  const cell = await aCell(office, 5, '县农业农村局');
  const { bytes, ending } = await makeTemplate('plain');
  const template = path.join(folder, `市局表样.${ending.replace(/^\./u, '')}`);
  fs.writeFileSync(template, bytes);
  const out = path.join(folder, '已填.xlsx');
  const fill = {
    ...{ planId: PLAN, periodId: cell.periodId, scope: 'all' as const },
    ...{ template: { file: ticket(template) }, out: ticket(out) },
  };
  await finish(await client.template.fill(fill));
  const [sending] = await client.sendings.list({ kind: 'template' });
  if (!sending) throw new Error('not remembered');
  expect(sending).toMatchObject({
    kind: 'template',
    what: path.basename(template),
    isRemade: false,
    isComparable: true,
  });
  expect(await client.sendings.compare({ before: sending.id, after: null })).toMatchObject({ same: true });

  await client.progress.set({ entries: [{ ...cell, patch: { narrative: '已排查', status: 'in-progress' } }] });
  const { same, changed, added, removed } = await client.sendings.compare({ before: sending.id, after: null });
  expect([same, added, removed]).toEqual([false, [], []]);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.every(({ row }) => row === '5' || row.startsWith('5/'))).toBe(true);
  expect(changed.some(({ after }) => after.includes('已排查'))).toBe(true);

  // Only its values are known, not the superior's own workbook.
  const again = client.sendings.sendAgain({ sendingId: sending.id, file: ticket(path.join(folder, '又.xlsx')) });
  expect(await refusalOf(again.then(finish))).toBe('SENDING_NOT_REMADE');
});
