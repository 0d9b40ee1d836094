import { expect, test } from 'vitest';
import { agencyPrint, leaderPrint, taskPrint } from '#renderer/features/pages/print-pages.ts';
import { PrintTableSchema } from '#shared/domain/print-table.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice } from '#tests/helpers/an-office.ts';

/** Every row has a cell for each column, and the print takes the table as it is. */
function expectPrintable(table: ReturnType<typeof taskPrint>): void {
  expect(PrintTableSchema.parse(table)).toEqual(table);
  for (const item of table.items) if (item.kind === 'row') expect(item.cells).toHaveLength(table.columns.length);
}

test('pages are tables on paper: what was reported stands in them', async () => {
  const office = await anOffice();
  const { client } = office;
  const cell = await aCell(office, 12, '县教育局');
  const { taskId, agencyId } = cell;
  await client.progress.set({ entries: [{ ...cell, patch: { status: 'in-progress', narrative: '检查食堂12家' } }] });
  const task = taskPrint(await client.page.task({ taskId }));
  expectPrintable(task);
  expect(task.title).toContain('第12项');
  expect(task.items.flatMap((item) => (item.kind === 'row' ? item.cells : []))).toContain('检查食堂12家');
  // The newest period stands uppermost.
  expect(task.items[0]).toMatchObject({ kind: 'section', text: '2021年12月' });
  const agency = agencyPrint(await client.page.agency({ planId: PLAN, agencyId }));
  expectPrintable(agency);
  expect(agency.title).toBe('县教育局责任档案');
  await client.people.setOfTasks({ edits: [{ taskId, leadLeader: '张三' }] });
  const leader = leaderPrint(await client.page.leader({ planId: PLAN, name: '张三' }));
  expectPrintable(leader);
  expect(leader.items.filter(({ kind }) => kind === 'row').length).toBe(2);
});
