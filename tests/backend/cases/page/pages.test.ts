// The pages of a task, an agency and a leader over the real backend, with the embedded plan.
import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, refusalOf } from '#tests/helpers/an-office.ts';

test('the page of a task: agencies side by side, periods below each other, who wrote what and when', async () => {
  const office = await anOffice();
  const { client } = office;
  const cell = await aCell(office, 5, '县农业农村局');
  const other = await aCell(office, 5, '县教育局', '2021-09');
  const patch = { status: 'in-progress', percent: 40, narrative: '排查12家', reporter: '张三 3512345' } as const;
  await client.progress.set({ entries: [{ ...cell, patch: { ...patch, reportedOn: '2021-10-11' } }] });
  await client.matrix.setRoles({ cells: [{ taskId: cell.taskId, agencyId: other.agencyId, role: 'cooperating' }] });
  await client.progress.set({ entries: [{ ...other, patch: { narrative: '已宣传' } }] });
  await client.matrix.setRoles({ cells: [{ taskId: cell.taskId, agencyId: other.agencyId, role: null }] });
  await client.note.set({ notes: [{ taskId: cell.taskId, agencyId: null, text: '等上级文件' }] });

  const page = await client.page.task({ taskId: cell.taskId });
  expect(page).toMatchObject({ task: 5, notes: [{ agencyId: null, text: '等上级文件' }], lastYear: null });
  expect(page.periods).toHaveLength(12);
  const entry = page.entries.find((each) => each.agencyId === cell.agencyId && each.periodId === cell.periodId);
  expect(entry).toMatchObject({ ...patch, missing: false, dueOn: '2021-10-15' });
  expect(entry?.writtenAt).toMatch(/^\d{4}-\d{2}-\d{2}T/u);
  // What was reported by an agency that no longer owes the task is kept beside the others.
  expect(page.agencies.at(-1)).toMatchObject({ agency: '县教育局', role: null });
  const kept = page.entries.filter(({ agencyId }) => agencyId === other.agencyId);
  expect(kept.map(({ narrative, missing }) => [narrative, missing])).toEqual([['已宣传', false]]);
  const late = page.entries.find(({ missing, because }) => missing && because.includes('逾期'));
  expect(late?.writtenAt).toBe(null);
});

test('the page of an agency: duties by role, how it kept each period, who fills in', async () => {
  const office = await anOffice();
  const { client } = office;
  const cell = await aCell(office, 5, '县农业农村局');
  const september = await aCell(office, 5, '县农业农村局', '2021-09');
  const report = (periodId: typeof cell.periodId, reportedOn: string) =>
    client.progress.set({ entries: [{ ...cell, periodId, patch: { status: 'in-progress', reportedOn } }] });
  await report(september.periodId, '2021-09-20');
  const page = await client.page.agency({ planId: PLAN, agencyId: cell.agencyId });
  expect(page).toMatchObject({ agency: '县农业农村局', period: '2021-10', reminders: [] });
  expect(page.duties.length).toBeGreaterThan(5);
  expect(page.duties.find(({ task }) => task === 5)).toMatchObject({ missing: true, dueOn: '2021-10-15', days: 0 });
  const kept = page.periods.find(({ period }) => period === '2021-09');
  // The plan was issued in October: what is missing of September is asked of nobody, what came late came late.
  expect(kept).toMatchObject({ reported: 1, daysLate: 5, open: false, returnState: 'not-sent' });
  // Eight other months are due in which nobody has reported anything: they say nothing of this agency.
  expect(page.delay).toMatchObject({ periods: 1, late: 1, open: 0 });
  expect(page.delayText).toBe('近1期有1期迟报，平均晚5天');
  const { regularShort } = await client.page.week({ planId: PLAN });
  const [short] = regularShort.filter(({ task }) => task === 52);
  if (!short) throw new Error('nobody owes a piece a month');
  const owing = await client.page.agency({ planId: PLAN, agencyId: short.agencyId });
  expect(owing.regular).toContainEqual(short);
});

test('a task that was removed, an agency that is gone, a plan that is not there are refused', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, agencyId } = await aCell(office, 5, '县农业农村局');
  await client.task.remove({ planId: PLAN, taskIds: [taskId] });
  expect(await refusalOf(client.page.task({ taskId }))).toBe('TASK_GONE');
  await client.agency.merge({ from: agencyId, into: (await aCell(office, 1, '县教育局')).agencyId });
  expect(await refusalOf(client.page.agency({ planId: PLAN, agencyId }))).toBe('AGENCY_GONE');
});

test('a closed period shows what was owed when it was closed, whatever was assigned since', async () => {
  const office = await anOffice();
  const { client } = office;
  const { taskId, agencyId, periodId } = await aCell(office, 5, '县农业农村局', '2021-09');
  const other = await aCell(office, 5, '县教育局', '2021-09');
  await client.period.close({ periodId });
  await client.matrix.setRoles({
    cells: [
      { taskId, agencyId, role: null },
      { taskId, agencyId: other.agencyId, role: 'lead' },
    ],
  });
  const { entries } = await client.page.task({ taskId });
  const owing = (id: typeof periodId) =>
    entries.filter((entry) => entry.periodId === id && entry.missing).map((entry) => entry.agencyId);
  expect(owing(periodId)).toContain(agencyId);
  expect(owing(periodId)).not.toContain(other.agencyId);
  const october = (await aCell(office, 5, '县教育局')).periodId;
  expect(owing(october)).toEqual([other.agencyId]);
});

test('the page of a task says how far each target has come with each agency, against the share of the year', async () => {
  const office = await anOffice();
  const { client } = office;
  const cell = await aCell(office, 12, '县教育局');
  const { targets } = await client.page.task({ taskId: cell.taskId });
  const [target] = targets;
  if (!target) throw new Error('task 12 has no target');
  const { agencyId, periodId } = cell;
  await client.target.set({ cells: [{ agencyId, periodId, targetId: target.id, value: 50 }] });
  const { targetStandings } = await client.page.task({ taskId: cell.taskId });
  expect(targetStandings).toHaveLength(1);
  expect(targetStandings[0]).toMatchObject({
    targetId: target.id,
    agencyId: cell.agencyId,
    cumulative: 50,
    meets: false,
  });
  expect(targetStandings[0]?.share).toBeCloseTo(50 / target.value);
});

test('whoever is named at a task has a page, with or without tasks that are late', async () => {
  const office = await anOffice(() => new Date('2021-10-20T09:00:00'));
  const { client } = office;
  const { taskId } = await aCell(office, 12, '县教育局');
  expect(await client.page.leaders({ planId: PLAN })).toEqual([]);
  await client.people.setOfTasks({ edits: [{ taskId, leadLeader: '张三（副县长）' }] });
  expect(await client.page.leaders({ planId: PLAN })).toMatchObject([
    { name: '张三', tasks: 1, duties: 2, overdue: 2 },
  ]);
  const page = await client.page.leader({ planId: PLAN, name: '张三' });
  expect(page).toMatchObject({ name: '张三', period: '2021-10', tasks: [{ task: 12, places: ['leadLeader'] }] });
  const periodId = (await aCell(office, 12, '县教育局', '2021-12')).periodId;
  const later = await client.page.leader({ planId: PLAN, name: '张三', periodId });
  expect(later).toMatchObject({ period: '2021-12', late: [] });
});
