// The program stays open over night. What depends on today (lights, reasons, the current period, the date on a table) was
// seen yesterday's until a restart; whoever asks after midnight is told of the new day.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBackend } from '#backend/backend.ts';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import { OUTLET_WORKER } from '#backend/outlet/plain-node.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';

test('what depends on today is that of the new day after midnight, without a restart', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-'));
  let now = new Date('2021-10-15T23:59:59');
  const backend = await openBackend({
    dataFile: path.join(folder, '责任矩阵.db'),
    seedsFolder: SEEDS,
    createIfMissing: true,
    startIntake: forkIntake,
    outletWorker: OUTLET_WORKER,
    clock: () => now,
    resolveTicket: (ticket) => ticket,
  });
  onTestFinished(async () => {
    await backend.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const { client } = backend;
  const { currentPeriodId: periodId, periods } = await client.workspace.overview();
  const seen = async () => {
    const [task] = await client.matrix.read({ periodId });
    if (!task) throw new Error('no task');
    const detail = await client.matrix.task({ taskId: task.id, periodId });
    const ledger = await client.exports.printTable({ planId: PLAN, layout: 'ledger', periodId, withLights: true });
    const { today, currentPeriodId } = await client.workspace.overview();
    return {
      today,
      period: periods.find(({ id }) => id === currentPeriodId)?.label,
      cell: task.cells[0]?.light,
      reason: detail.assignments[0]?.because,
      ledger: ledger.unitLine.right,
    };
  };
  expect(await seen()).toEqual({
    today: '2021-10-15',
    period: '2021-10',
    cell: 'due-soon',
    reason: '尚未报送，时限2021年10月15日，今天到期',
    ledger: '填报日期：2021年10月15日',
  });
  now = new Date('2021-10-16T00:00:01');
  expect(await seen()).toEqual({
    today: '2021-10-16',
    period: '2021-10',
    cell: 'overdue',
    reason: '尚未报送，时限2021年10月15日，已逾期1天',
    ledger: '填报日期：2021年10月16日',
  });
  now = new Date('2021-11-01T08:00:00');
  expect(await seen()).toMatchObject({ today: '2021-11-01', period: '2021-11' });
});
