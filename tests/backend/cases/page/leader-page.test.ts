import { expect, test } from 'vitest';
import { readLeaderPage, summarizeLeaders } from '#backend/cases/page/read-leader-page.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { commitStep } from '#db/log/commit-step.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';

/** Three tasks, two of them with names, as of five days after October was due. */
function world() {
  const { db, taskIds, agencyIds, periodIds } = createTestDb();
  const [first, second] = [nth(taskIds, 0), nth(taskIds, 1)];
  const name = (id: number, values: Record<string, string>) => ({ table: 'task' as const, id, values });
  commitStep(db, { code: 'people.set', label: '责任人', ...MADE }, [
    name(first, { lead_leader: '张三（副县长）', person_in_charge: '李四、张三' }),
    name(second, { leader_in_charge: '张三' }),
    { table: 'leader', id: null, values: { name: '李四', post: '县委常委', position: 1, since: null, until: null } },
  ]);
  const context = { db, today: () => '2021-10-20', calendar: WEEKENDS_ONLY };
  const place = { taskId: first, agencyId: nth(agencyIds, 0), periodId: nth(periodIds, 9) };
  return { db, context, place };
}

test('everybody who is named, those with a post first', () => {
  const { context } = world();
  expect(summarizeLeaders(context, PLAN)).toEqual([
    { name: '李四', post: '县委常委', tasks: 1, duties: 2, overdue: 2 },
    { name: '张三', post: '', tasks: 2, duties: 4, overdue: 4 },
  ]);
});

test('the tasks that name one, as what, and who is late with them', () => {
  const { db, context, place } = world();
  const page = readLeaderPage(context, PLAN, '张三');
  expect(page.tasks.map(({ task, places }) => [task, places])).toEqual([
    [1, ['leadLeader', 'personInCharge']],
    [2, ['leaderInCharge']],
  ]);
  expect(page.late[0]).toEqual({ agencyId: place.agencyId, agency: '县测试1局', tasks: [1, 2], days: 5 });
  setProgress(db, [{ ...place, patch: { status: 'done' } }], MADE);
  expect(readLeaderPage(context, PLAN, '张三').late.find(({ agency }) => agency === '县测试1局')?.tasks).toEqual([2]);
});

test('nobody of that name: a page without tasks', () => {
  const { context } = world();
  expect(readLeaderPage(context, PLAN, '张')).toMatchObject({ tasks: [], late: [], posts: [] });
  expect(readLeaderPage(context, PLAN, '李四').posts).toMatchObject([{ post: '县委常委' }]);
});
