// A newer version of the plan says its due days anew: regular duties follow the words, and nothing that came in is lost.
import { expect, test } from 'vitest';
import { recordDuties, setDuty } from '#db/commands/duty.commands.ts';
import { revisePlan } from '#db/commands/revise-plan.commands.ts';
import { listDuties, listDutyRecords } from '#db/queries/duty.queries.ts';
import { listTasks } from '#db/queries/plan.queries.ts';
import type { Due } from '#shared/domain/plan-reading.ts';
import { MONTHLY } from '#tests/helpers/a-duty.ts';
import { createTestDb, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const span = { start: 0, end: 1 };
const monthly = (text: string, day: number): Due => ({ kind: 'monthly', text, day, count: 1, span });

/** The first task of the plan with these due days, in a newer version. */
function revise({ db }: TestWorld, content: string, dues: readonly Due[]): void {
  const task = nth(listTasks(db, PLAN), 0);
  const { id, position, number, title } = task;
  const revised = {
    ...{ id, section: null, position, number, title, content, responsibility: '', span: null },
    ...{ assignments: [], facts: { targets: [], dues } },
  };
  revisePlan(
    db,
    {
      planId: PLAN,
      head: { title: '测试县2021年工作安排', documentNumber: '', issuer: '', issuedOn: '2021-01-05' },
      source: { name: '修订.txt', text: content, sha256: '1'.repeat(64) },
      ...{ sections: [], newAgencies: [], newAliases: [], removed: [], label: '按修订版更新', tasks: [revised] },
    },
    MADE,
  );
}

const FIFTEENTH = monthly('每月15日前', 15);
const TENTH = monthly('每月10日前', 10);

test('words that stay leave a duty as a person changed it, and those a person added', () => {
  const world = createTestDb();
  const { db, taskIds } = world;
  revise(world, '每月15日前报送。', [FIFTEENTH]);
  const derived = nth(listDuties(db, PLAN), 0);
  setDuty(db, { dutyId: derived.id }, { ...MONTHLY, title: '简报', needed: 2 }, MADE);
  setDuty(db, { taskId: nth(taskIds, 0) }, { ...MONTHLY, title: '总结', cadence: 'year' }, MADE);
  doUndoRedo(
    db,
    () => revise(world, '每月15日前报送，次月5日前上报。', [FIFTEENTH, monthly('次月5日前', 5)]),
    () =>
      expect(listDuties(db, PLAN)).toMatchObject([
        { id: derived.id, title: '简报', needed: 2 },
        { title: '总结', verbatim: '' },
        { title: '每月报送', dueDay: 5, dueIn: 'next', verbatim: '次月5日前' },
      ]),
  );
});

test('changed words change the duty, which keeps what came in; words that are gone take it away, unless something came', () => {
  const world = createTestDb();
  const { db, agencyIds } = world;
  revise(world, '每月15日前报送。', [FIFTEENTH]);
  const { id: dutyId } = nth(listDuties(db, PLAN), 0);
  doUndoRedo(
    db,
    () => revise(world, '每月10日前报送。', [TENTH]),
    () => expect(listDuties(db, PLAN)).toMatchObject([{ id: dutyId, dueDay: 10, verbatim: '每月10日前' }]),
  );
  doUndoRedo(
    db,
    () => revise(world, '抓好落实。', []),
    () => expect(listDuties(db, PLAN)).toEqual([]),
  );
  revise(world, '每月10日前报送。', [TENTH]);
  const again = nth(listDuties(db, PLAN), 0);
  const piece = { title: '冷链检查', receivedOn: '2021-10-12', pieces: 1, note: '' };
  recordDuties(db, [{ dutyId: again.id, agencyId: nth(agencyIds, 0), period: '2021-10', ...piece }], MADE);
  revise(world, '抓好各项工作。', []);
  expect(listDuties(db, PLAN)).toMatchObject([{ id: again.id }]);
  expect(listDutyRecords(db, PLAN)).toMatchObject([piece]);
});
