import { expect, test } from 'vitest';
import type { PeriodId } from '#shared/domain/ids.ts';
import { nth } from '#tests/helpers/a-plan.ts';
import { aWindow, shownMatrix } from '../a-window.ts';

test('before anything is read nothing is on show, and a call that needs the plan says so', async () => {
  await aWindow();
  const { currentPeriodShown, matrixShown, planIdShown } = await import('#renderer/state/queries.ts');
  expect(currentPeriodShown()).toBeUndefined();
  expect(matrixShown()).toBeNull();
  expect(planIdShown).toThrow(expect.objectContaining({ code: 'PLAN_GONE' }));
});

test('the first start asks for the overview alone; the matrix is asked for beside it once it is known which', async () => {
  const { calls } = await aWindow();
  const { askEarly } = await import('#renderer/state/queries.ts');
  askEarly();
  await expect.poll(() => window.localStorage.getItem('zeren:likely-period')).not.toBeNull();
  expect(calls).toEqual(['workspace.overview']);
  askEarly();
  await expect.poll(() => calls).toEqual(['workspace.overview', 'matrix.read']);
});

test('a likely period that this data file does not have harms nothing: the current one is shown', async () => {
  const { calls } = await aWindow();
  const { askEarly, currentPeriodShown, matrixOptions } = await import('#renderer/state/queries.ts');
  const { queryClient } = await import('#renderer/bridge/query-client.ts');
  window.localStorage.setItem('zeren:likely-period', '999');
  askEarly();
  const failed = () => queryClient.getQueryState(matrixOptions(999 as PeriodId).queryKey)?.status;
  await expect.poll(failed).toBe('error');
  await expect.poll(() => currentPeriodShown()?.label).toBe('2021-10');
  expect(calls.toSorted()).toEqual(['matrix.read', 'workspace.overview']);
});

test('another period is shown until the current one is chosen again; one that is not the plan’s changes nothing', async () => {
  await aWindow();
  const { choosePeriod, currentPeriodShown, matrixShown, overview, periodId } = await shownMatrix();
  const march = nth(
    overview.periods.filter(({ label }) => label === '2021-03'),
    0,
  );
  choosePeriod(march.id);
  expect(currentPeriodShown()?.label).toBe('2021-03');
  // Its rows are not there yet, and those of another period are never shown for them.
  expect(matrixShown()).toBeNull();
  choosePeriod(9_999 as PeriodId);
  expect(currentPeriodShown()?.label).toBe('2021-03');
  choosePeriod(periodId);
  expect(currentPeriodShown()?.id).toBe(periodId);
  expect(matrixShown()?.tasks).toHaveLength(53);
});

test('on another day all that was read is out of date', async () => {
  await aWindow();
  const { askForToday, queryClient, overviewOptions, matrixOptions, periodId } = await shownMatrix();
  await askForToday();
  for (const { queryKey } of [overviewOptions(null), matrixOptions(periodId)]) {
    expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true);
  }
});
