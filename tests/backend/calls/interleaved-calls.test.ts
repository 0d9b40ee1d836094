// Writes were meant to run one after another, as the contract said, and did not: every call started when it arrived.
// A revision that waited for its pinyin library gave out the number of a task that was put in meanwhile, and was refused.

import { expect, test } from 'vitest';
import { seedText } from '#tests/backend/plan/seed-reading.ts';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { aCell, anOffice, finish, refusalOf } from '#tests/helpers/an-office.ts';

test('a task put in while a revision is taken in does not get the number of a task that the revision brings', async () => {
  const office = await anOffice();
  const text = seedText().replace(
    /\n\s*二、/u,
    '\n（五十四）建立冷链食品应急处置预案并组织演练。〔县冷链办公室〕\n二、',
  );
  const review = await finish(await office.client.plan.readDocument({ source: { kind: 'text', text } }));
  const agencies = review.agencies.map(({ name, shortName, kind, aliases, members }) => ({
    name,
    shortName,
    kind,
    aliases,
    members,
  }));
  const version = { reviewId: review.reviewId, reading: review.reading, agencies };
  const { changes } = await office.client.plan.compareRevision({ planId: PLAN, ...version });
  const added = changes.filter((change) => change.kind === 'added').map((change) => change.id);
  expect(added).toHaveLength(1);
  const { currentPeriodId: periodId } = await office.client.workspace.overview();
  const [first] = await office.client.matrix.read({ periodId });
  if (!first) throw new Error('a plan without tasks');

  // Both are on their way before either has answered, as two quick hands may send them.
  const [revised, inserted] = await Promise.all([
    office.client.plan.revise({ planId: PLAN, ...version, accept: added }),
    office.client.task.insert({
      planId: PLAN,
      place: { after: first.id },
      tasks: [{ title: '临时任务' }],
      numbering: 'keep',
    }),
  ]);
  expect(revised.stepId).toBeLessThan(inserted.stepId);
  const numbers = (await office.client.matrix.read({ periodId })).map((task) => task.number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers).toHaveLength(55);
});

test('a step that is refused does not hold the next one up, and steps are answered in the order they came', async () => {
  const office = await anOffice();
  const cell = await aCell(office, 5, '县农业农村局');
  const answered: string[] = [];
  const note = (name: string) => () => answered.push(name);
  const refused = refusalOf(office.client.history.redo()).finally(note('refused'));
  const first = office.client.note.set({ notes: [{ ...withoutPeriod(cell), text: '一' }] }).finally(note('first'));
  const second = office.client.note.set({ notes: [{ ...withoutPeriod(cell), text: '二' }] }).finally(note('second'));
  expect(await refused).toBe('NOTHING_TO_REDO');
  await Promise.all([first, second]);
  expect(answered).toEqual(['refused', 'first', 'second']);
});

function withoutPeriod({ taskId, agencyId }: Awaited<ReturnType<typeof aCell>>) {
  return { taskId, agencyId };
}

test('closing waits for the steps that had come before it, and refuses those that come after', async () => {
  const office = await anOffice();
  const cell = await aCell(office, 5, '县农业农村局');
  const steps = ['一', '二', '三'].map((text) => office.client.note.set({ notes: [{ ...withoutPeriod(cell), text }] }));
  await steps[0];
  const closed = office.close();
  expect(await refusalOf(office.client.history.redo())).toBe('CLOSING');
  await Promise.all([...steps, closed]);
  const again = await office.reopen();
  const [last] = await again.client.history.list({ limit: 3 });
  expect(last?.id).toBe((await steps[2])?.stepId);
});
