import { expect, test } from 'vitest';
import { runChecks } from '#db/checks/checks.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { listContacts } from '#db/queries/contact.queries.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { listPeriods } from '#db/queries/period.queries.ts';
import { listReturns } from '#db/queries/return.queries.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import { MADE, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';
import { openOldFile } from './old-files.ts';

test('months closed, returns in every state and contacts of the format before stand, are undone and done again', () => {
  const db = openOldFile(40);
  const start = snapshotDb(db);
  const closed = () => listPeriods(db, PLAN).flatMap(({ label, closedOn }) => (closedOn === null ? [] : [label]));
  expect(closed()).toEqual(['2021-08']);
  expect(listReturns(db).map(({ fileName, state }) => [fileName, state])).toEqual([
    ['县农业农村局-2021年10月填报表.xlsx', 'taken'],
    ['县教育局-2021年10月填报表.xlsx', 'sent-back'],
    ['县公安局-2021年10月填报表.xlsx', 'to-review'],
    ['公安局补报.xlsx', 'to-review'],
    ['城关镇10月.xlsx', 'to-review'],
  ]);
  expect(listContacts(db)).toMatchObject([
    { reporter: '张三', phone: '0350-1234567' },
    { reporter: '李四', phone: '0350-7654321' },
  ]);
  const labels: string[] = [];
  for (let left = 12; left > 0; left--) labels.push(undoStep(db, MADE).label);
  // Forms went to the agencies that were added; what was sent cannot be called back.
  expect(codeOf(() => undoStep(db, MADE))).toBe('CHANGED_SINCE');
  expect([labels.at(0), labels.at(-1)]).toEqual(['重新打开2021年9月（原因：补报农药残留抽检）', '修改单位：各乡镇']);
  expect([closed(), listContacts(db)]).toEqual([[], []]);
  expect(listProgress(db, PLAN)).toMatchObject([{ narrative: '抽检蔬菜样品20批次。' }]);
  expect(runChecks(db)).toEqual([]);
  for (const _ of labels) redoStep(db, MADE);
  expect(snapshotDb(db)).toBe(start);
  expect(runChecks(db)).toEqual([]);
});

test('a month that was closed before the upgrade is closed after it, and is known as it was at any step', () => {
  const db = openOldFile(40);
  const [entry] = listProgress(db, PLAN);
  const august = listPeriods(db, PLAN).find(({ label }) => label === '2021-08');
  if (!entry || !august) throw new Error('no progress, no month');
  expect(codeOf(() => setProgress(db, [{ ...entry, periodId: august.id, patch: { percent: 1 } }], MADE))).toBe(
    'PERIOD_CLOSED',
  );
  const closedAsAfter = (step: number) =>
    readAsAfter(db, StepIdSchema.parse(step), (past) =>
      listPeriods(past, PLAN).flatMap(({ label, closedOn }) => (closedOn === null ? [] : [label])),
    );
  expect([closedAsAfter(7), closedAsAfter(8), closedAsAfter(9), closedAsAfter(27)]).toEqual([
    [],
    ['2021-08'],
    ['2021-08', '2021-09'],
    ['2021-08'],
  ]);
});
