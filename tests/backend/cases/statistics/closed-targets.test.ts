import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice } from '#tests/helpers/an-office.ts';

test('targets of a closed period keep the agencies that owed them then', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, agencyId, periodId } = await aCell(office, 14, '县市场监督管理局');
  const other = await aCell(office, 5, '县农业农村局');
  const targets = async () => {
    const figures = await client.statistics.read({ planId: PLAN, periodId });
    return figures.targets.filter(({ task }) => task === 14);
  };
  await client.period.close({ periodId });
  const before = await targets();
  expect(before[0]).toMatchObject({ agencies: 1, reported: 0 });
  await client.matrix.setRoles({
    cells: [
      { taskId, agencyId, role: null },
      { taskId, agencyId: other.agencyId, role: 'lead' },
      { taskId, agencyId: (await aCell(office, 6, '市生态环境局泽州分局')).agencyId, role: 'cooperating' },
    ],
  });
  expect(await targets()).toEqual(before);
  await client.period.reopen({ periodId, reason: '补报' });
  expect((await targets())[0]).toMatchObject({ agencies: 2 });
});
