// The lights of a period by any set and on any day, and everywhere by the set the plan uses.
import { expect, test } from 'vitest';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, refusalOf } from '#tests/helpers/an-office.ts';

test('lights are asked for another set, and for a day that is still to come', async () => {
  const office = await anOffice();
  const { client } = office;
  const cell = await aCell(office, 5, '县农业农村局');
  const { periodId } = cell;
  const lightOn = async (asked: { rules?: string; on?: string } = {}) =>
    (await client.light.read({ periodId, ...asked })).find(
      ({ task, agencyId }) => task === 5 && agencyId === cell.agencyId,
    );
  expect(await lightOn()).toEqual({
    taskId: cell.taskId,
    agencyId: cell.agencyId,
    task: 5,
    agency: '县农业农村局',
    light: 'due-soon',
    word: '临近时限',
    colour: 'orange',
    because: '尚未报送，时限2021年10月15日，还有3天',
    missing: true,
    counts: true,
    dueOn: '2021-10-15',
  });
  expect(await lightOn({ on: '2021-10-16' })).toMatchObject({ light: 'overdue' });
  expect(await lightOn({ on: '2021-10-16', rules: '五色' })).toMatchObject({ light: 'red', word: '红灯' });
  const patch = { status: 'in-progress', percent: 62.5, reportedOn: '2021-10-12' } as const;
  await client.progress.set({ entries: [{ ...cell, patch }] });
  expect((await lightOn())?.because).toBe('2021年10月12日报送，状态为“推进中”，完成62.5%');
  expect(await refusalOf(client.light.read({ periodId, rules: '没有' }))).toBe('LIGHT_RULES_UNKNOWN');
  expect(await refusalOf(client.light.read({ periodId: 999 as typeof periodId }))).toBe('PERIOD_UNKNOWN');
});

test('matrix, ledger, task, overview and printed table follow the set that was chosen, and undo', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, agencyId, periodId } = await aCell(office, 5, '县农业农村局');
  const shown = async () => {
    const [matrix] = await client.matrix.read({ periodId, taskIds: [taskId] });
    const ledger = await client.ledger.read({ periodId, taskIds: [taskId] });
    const task = await client.matrix.task({ taskId, periodId });
    const { lights } = await client.workspace.overview();
    const table = await client.exports.printTable({
      planId: PLAN,
      layout: 'matrix',
      periodId,
      withLights: true,
      taskIds: [taskId],
      agencyIds: [agencyId],
    });
    const row = table.items.find((item) => item.kind === 'row');
    const keys = [
      matrix?.cells.find((cell) => cell.agencyId === agencyId)?.light,
      ledger.find((each) => each.agencyId === agencyId)?.light,
      task.assignments.find((each) => each.agencyId === agencyId)?.light,
    ];
    return { keys, first: lights[0]?.word, printed: row?.kind === 'row' && row.cells[2], notes: table.notes.join() };
  };
  expect(await shown()).toMatchObject({
    keys: ['due-soon', 'due-soon', 'due-soon'],
    first: '逾期未报',
    printed: '●\n临',
  });
  await client.light.choose({ planId: PLAN, name: '蓝黄红' });
  const chosen = await shown();
  expect(chosen).toMatchObject({ keys: ['blue', 'blue', 'blue'], first: '红色预警', printed: '●\n蓝' });
  expect(chosen.notes).toContain('红 红色预警  黄 黄色预警  蓝 蓝色预警');
  await client.history.undo();
  expect(await shown()).toMatchObject({ keys: ['due-soon', 'due-soon', 'due-soon'], first: '逾期未报' });
});

test('how many duties would show which light is counted before a set is kept, groups not beside their members', async () => {
  const { client } = await anOffice();
  const { currentPeriodId: periodId } = await client.workspace.overview();
  const counted = await client.light.preview({ periodId, set: { ...FIVE_COLOURS_SET, name: '试一试' } });
  expect(counted.map(({ light }) => light)).toEqual(FIVE_COLOURS_SET.lights.map(({ key }) => key));
  const { owed } = await client.period.gaps({ periodId });
  expect(counted.reduce((sum, { duties }) => sum + duties, 0)).toBe(owed);
  expect((await client.light.sets({ planId: PLAN })).sets.map(({ set }) => set.name)).not.toContain('试一试');
});

test('three months without a start are counted from the day the plan was issued, and a start ends them', async () => {
  const office = await anOffice(() => new Date('2021-12-20T09:00:00'));
  const { client } = office;
  const [october, november, december] = await Promise.all(
    ['2021-10', '2021-11', '2021-12'].map((label) => aCell(office, 5, '县农业农村局', label)),
  );
  if (!october || !november || !december) throw new Error('no such months');
  // Months that were due before the plan was issued are no months without a start.
  expect((await client.workspace.overview()).plan.issuedOn > '2021-09-15').toBe(true);
  const because = async ({ periodId, agencyId }: typeof october) => {
    const rows = await client.light.read({ periodId, rules: '红黄绿' });
    return rows.find((row) => row.task === 5 && row.agencyId === agencyId)?.because;
  };
  await client.progress.set({ entries: [{ ...december, patch: { status: 'not-started' } }] });
  expect(await because(december)).toBe('已报送，状态为“未启动”，连续3期未启动');
  await client.progress.set({ entries: [{ ...october, patch: { status: 'in-progress' } }] });
  expect(await because(december)).toBe('已报送，状态为“未启动”');
});
