import { describe, expect, test } from 'vitest';
import { setContact } from '#db/commands/contact.commands.ts';
import { removeLeader, setLeader, setTaskPeople, succeedLeader } from '#db/commands/people.commands.ts';
import { archivePlan } from '#db/commands/plan.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { contactsOf, findContact } from '#db/queries/contact.queries.ts';
import { listLeaders } from '#db/queries/leader.queries.ts';
import { getTask, listTasks } from '#db/queries/plan.queries.ts';
import { createTestDb, MADE, nth, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';

function thereAndBack({ db }: ReturnType<typeof createTestDb>, change: () => unknown) {
  const start = snapshotDb(db);
  change();
  const done = snapshotDb(db);
  undoStep(db, MADE);
  expect(snapshotDb(db)).toBe(start);
  redoStep(db, MADE);
  expect(snapshotDb(db)).toBe(done);
}

describe('牵头领导, 分管领导 and 责任人 of tasks', () => {
  test('are set for several tasks at once, parted by 、, and undone as one step', () => {
    const world = createTestDb();
    const { db, taskIds } = world;
    thereAndBack(world, () => {
      const step = setTaskPeople(
        db,
        taskIds.map((taskId) => ({ taskId, leadLeader: ' 张三，李 四\n', personInCharge: '王五 赵六' })),
        MADE,
      );
      expect(step.label).toBe('修改 3 项任务的领导和责任人');
    });
    expect(listTasks(db, PLAN)).toMatchObject(
      taskIds.map(() => ({ leadLeader: '张三、李四', leaderInCharge: '', personInCharge: '王五、赵六' })),
    );
    expect(setTaskPeople(db, [{ taskId: nth(taskIds, 0), leadLeader: '' }], MADE).label).toBe('修改牵头领导：第 1 项');
    expect(getTask(db, nth(taskIds, 0))).toMatchObject({ leadLeader: '', personInCharge: '王五、赵六' });
    expect(codeOf(() => setTaskPeople(db, [{ taskId: nth(taskIds, 0), leadLeader: ' ' }], MADE))).toBe(
      'NOTHING_TO_CHANGE',
    );
  });
});

describe('the directory of leaders', () => {
  test('职务接替: the tasks name the new holder, who it was before stays as history; one step', () => {
    const world = createTestDb();
    const { db, taskIds } = world;
    setLeader(db, { name: '张三', post: '副县长', since: '2020-05-01' }, 2021, MADE);
    setTaskPeople(
      db,
      [{ taskId: nth(taskIds, 0), leadLeader: '张三（副县长）、李四', leaderInCharge: '张三丰' }],
      MADE,
    );
    setTaskPeople(db, [{ taskId: nth(taskIds, 1), leaderInCharge: '张三' }], MADE);
    const leaderId = nth(listLeaders(db), 0).id;
    thereAndBack(world, () => {
      const step = succeedLeader(db, { leaderId, name: '王五', on: '2021-11-01' }, MADE);
      expect(step.label).toBe('职务接替（自 2021-11-01 起）：张三 → 王五，2 项任务');
    });
    expect(getTask(db, nth(taskIds, 0))).toMatchObject({
      leadLeader: '王五（副县长）、李四',
      leaderInCharge: '张三丰',
    });
    expect(getTask(db, nth(taskIds, 1)).leaderInCharge).toBe('王五');
    expect(listLeaders(db)).toMatchObject([
      { name: '王五', post: '副县长', since: '2021-11-01', until: null },
      { name: '张三', post: '副县长', since: '2020-05-01', until: '2021-10-31' },
    ]);
    expect(codeOf(() => succeedLeader(db, { leaderId, name: '赵六', on: '2021-12-01' }, MADE))).toBe('LEADER_LEFT');
  });

  test('a plan that was put aside, and one of a year before unless it is on show, keep the names of their time', () => {
    const { db, taskIds } = createTestDb();
    setLeader(db, { name: '张三', post: '' }, 2021, MADE);
    setTaskPeople(db, [{ taskId: nth(taskIds, 0), leadLeader: '张三' }], MADE);
    const leaderId = nth(listLeaders(db), 0).id;
    succeedLeader(db, { leaderId, name: '王五', on: '2022-02-01' }, MADE);
    expect(getTask(db, nth(taskIds, 0)).leadLeader).toBe('张三');
    undoStep(db, MADE);
    succeedLeader(db, { leaderId, name: '王五', on: '2022-02-01', planId: PLAN }, MADE);
    expect(getTask(db, nth(taskIds, 0)).leadLeader).toBe('王五');
    undoStep(db, MADE);
    archivePlan(db, PLAN, '2021-12-31', MADE);
    succeedLeader(db, { leaderId, name: '王五', on: '2021-11-01' }, MADE);
    expect(getTask(db, nth(taskIds, 0)).leadLeader).toBe('张三');
  });

  test('a corrected name is corrected in the tasks; a leader taken off leaves them as they are', () => {
    const world = createTestDb();
    const { db, taskIds } = world;
    setLeader(db, { name: '张山', post: '副县长' }, 2021, MADE);
    setTaskPeople(db, [{ taskId: nth(taskIds, 0), leadLeader: '张山' }], MADE);
    const leaderId = nth(listLeaders(db), 0).id;
    thereAndBack(world, () => setLeader(db, { leaderId, name: '张三', post: '副县长' }, 2021, MADE));
    expect(getTask(db, nth(taskIds, 0)).leadLeader).toBe('张三');
    thereAndBack(world, () => removeLeader(db, leaderId, MADE));
    expect(getTask(db, nth(taskIds, 0)).leadLeader).toBe('张三');
    expect(codeOf(() => removeLeader(db, leaderId, MADE))).toBe('LEADER_GONE');
  });

  test('nobody leaves before coming', () => {
    const { db } = createTestDb();
    const dates = { since: '2021-03-01', until: '2021-02-01' };
    expect(codeOf(() => setLeader(db, { name: '张三', post: '', ...dates }, 2021, MADE))).toBe('LEADER_DATES_CROSS');
    setLeader(db, { name: '张三', post: '', since: '2021-03-01' }, 2021, MADE);
    const leaderId = nth(listLeaders(db), 0).id;
    expect(codeOf(() => succeedLeader(db, { leaderId, name: '王五', on: '2021-01-01' }, MADE))).toBe(
      'LEADER_DATES_CROSS',
    );
  });
});

describe('联络员 of an agency', () => {
  const person = { reporter: '张三', phone: '0356-1234567', post: '办公室主任', note: '' };

  test('a new one takes over, the last stands, the earlier ones are its history', () => {
    const world = createTestDb();
    const { db, agencyIds } = world;
    const agencyId = nth(agencyIds, 0);
    thereAndBack(world, () => setContact(db, { agencyId, ...person }, '2021-10-08', MADE));
    thereAndBack(world, () => {
      const next = { ...person, reporter: '李四', since: '2021-11-01' };
      expect(setContact(db, { agencyId, ...next }, '2021-10-08', MADE).label).toBe('联络员接替：测试1 张三 → 李四');
    });
    expect(findContact(db, agencyId)).toMatchObject({ reporter: '李四', since: '2021-11-01', returnId: null });
    expect(contactsOf(db, agencyId).map(({ reporter, since }) => [reporter, since])).toEqual([
      ['李四', '2021-11-01'],
      ['张三', '2021-10-08'],
    ]);
  });

  test('one is corrected in place; the same again, nothing at all and one of another agency are refused', () => {
    const world = createTestDb();
    const { db, agencyIds } = world;
    const agencyId = nth(agencyIds, 0);
    setContact(db, { agencyId, ...person }, '2021-10-08', MADE);
    const contactId = nth(contactsOf(db, agencyId), 0).id;
    thereAndBack(world, () => setContact(db, { agencyId, contactId, ...person, phone: '139' }, '2021-10-09', MADE));
    expect(contactsOf(db, agencyId)).toMatchObject([{ phone: '139', since: '2021-10-08' }]);
    const again = { agencyId, ...person, phone: '139' };
    expect(codeOf(() => setContact(db, again, '2021-10-09', MADE))).toBe('NOTHING_TO_CHANGE');
    expect(codeOf(() => setContact(db, { ...again, reporter: '', phone: '' }, '2021-10-09', MADE))).toBe(
      'CONTACT_EMPTY',
    );
    const other = { ...again, agencyId: nth(agencyIds, 1), contactId };
    expect(codeOf(() => setContact(db, other, '2021-10-09', MADE))).toBe('CONTACT_GONE');
  });
});
