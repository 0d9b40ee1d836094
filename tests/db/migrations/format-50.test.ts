import { expect, test } from 'vitest';
import { runChecks } from '#db/checks/checks.ts';
import type { ReadableDb } from '#db/handle.ts';
import { redoStep, undoStep } from '#db/log/history.commands.ts';
import { listProgress } from '#db/queries/assignment.queries.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { listReturns } from '#db/queries/return.queries.ts';
import { StepIdSchema } from '#shared/domain/ids.ts';
import { MADE, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { snapshotDb } from '#tests/helpers/snapshot-db.ts';
import { openOldFile } from './old-files.ts';

/** What a year leaves besides progress: how many rows of each. */
function factsOf(db: ReadableDb): Readonly<Record<string, number>> {
  const tables = [
    'extension',
    'closing',
    'target_value',
    'milestone',
    'sub_item',
    'duty_record',
    'evidence',
    'reminder',
    'light_rule_set',
    'form',
    'closed_duty',
  ];
  return Object.fromEntries(
    tables.map((table) => [table, Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
  );
}

const YEAR = {
  extension: 1,
  closing: 1,
  target_value: 2,
  milestone: 1,
  sub_item: 1,
  duty_record: 1,
  evidence: 1,
  reminder: 1,
  light_rule_set: 1,
  form: 5,
  closed_duty: 6,
};

test('a year of the format before stands after the upgrade: what was put off, closed, measured, delivered, proven, sent', () => {
  const db = openOldFile(50);
  expect(factsOf(db)).toEqual(YEAR);
  expect(listReturns(db).map(({ fileName, state }) => [fileName, state])).toEqual([
    ['县公安局-2021年10月填报表.xlsx', 'to-review'],
    ['县农业农村局-2021年10月填报表.xlsx', 'taken'],
    ['县教育局-2021年10月填报表.xlsx', 'sent-back'],
  ]);
  expect(listProgress(db, PLAN)).toHaveLength(3);
  expect(runChecks(db)).toEqual([]);
});

test('its steps are undone after the upgrade down to the forms that were sent, and done again to the last byte', () => {
  const db = openOldFile(50);
  const start = snapshotDb(db);
  const labels: string[] = [];
  for (let left = 20; left > 0; left--) labels.push(undoStep(db, MADE).label);
  // Forms went to the agencies that were added; what was sent cannot be called back.
  expect(codeOf(() => undoStep(db, MADE))).toBe('CHANGED_SINCE');
  expect(labels.slice(0, 2)).toEqual([
    '节点完成：第 2 项 “完成学校排查”',
    '填写指标值：第 1 项 农业农村局 抽检合格率 98.5%',
  ]);
  expect(labels).toContain('延期：第 2 项，延至2021年12月15日（批准人：李县长；原因：学校放假）');
  expect(factsOf(db)).toMatchObject({
    extension: 0,
    closing: 0,
    target_value: 0,
    milestone: 0,
    evidence: 0,
    reminder: 0,
  });
  expect(factsOf(db)).toMatchObject({ form: 5 });
  expect(runChecks(db)).toEqual([]);
  for (const _ of labels) redoStep(db, MADE);
  expect(snapshotDb(db)).toBe(start);
  expect(runChecks(db)).toEqual([]);
});

test('the plan can be seen as it was at any step before the upgrade', () => {
  const db = openOldFile(50);
  const asAfter = (step: number) => readAsAfter(db, StepIdSchema.parse(step), factsOf);
  expect(asAfter(15)).toMatchObject({ evidence: 1, extension: 0, closing: 0, form: 0 });
  expect(asAfter(18)).toMatchObject({ extension: 1, closing: 1, reminder: 1, form: 0 });
  expect(asAfter(30)).toEqual(YEAR);
});
