import { expect, test } from 'vitest';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { anOffice } from '#tests/helpers/an-office.ts';

test('periods are made by their rules, dated by hand, taken away; tasks are reported by their own kind', async () => {
  const { client } = await anOffice();
  expect(await client.period.rules({ planId: PLAN })).toEqual([
    { kind: 'month', dueDay: 15, dueIn: 'same', onHoliday: 'stays' },
  ]);
  const rules = [{ kind: 'month', dueDay: 5, dueIn: 'next', onHoliday: 'next-workday' }] as const;
  await client.period.make({ planId: PLAN, kinds: ['week'], years: [2021], rules: [...rules] });
  const month = async (label: string) =>
    (await client.period.list({ planId: PLAN })).find((period) => period.label === label);
  expect(await month('2021-09')).toMatchObject({ dueOn: '2021-10-05', dueDay: '2021-10-08', isDueUnsure: false });
  const september = await month('2021-09');
  if (!september) throw new Error('no such month');
  await client.period.setDue({ periodId: september.id, dueOn: '2021-09-30', onHoliday: 'stays' });
  expect(await month('2021-09')).toMatchObject({ dueDay: '2021-09-30' });

  await client.period.addOwn({ planId: PLAN, label: '专项行动', startsOn: '2021-07-01', endsOn: '2021-08-31' });
  const own = await month('专项行动');
  expect(own).toMatchObject({ kind: 'own', dueOn: '2021-08-31', owed: (await month('2021-08'))?.owed });
  if (own) await client.period.remove({ periodId: own.id });
  expect(await month('专项行动')).toBeUndefined();

  const [first] = await client.matrix.read({ periodId: september.id });
  if (!first) throw new Error('no task');
  const owed = september.owed;
  await client.period.setTaskCadence({ taskIds: [first.id], cadence: 'week' });
  expect((await month('2021-09'))?.owed).toBe(owed - first.cells.length);
  expect((await month('2021年第1周'))?.owed).toBe(first.cells.length);
  await client.period.setPlanCadence({ planId: PLAN, cadence: 'week' });
  expect((await month('2021-09'))?.owed).toBe(0);
  const { currentPeriodId, periods } = await client.workspace.overview();
  expect(periods.find(({ id }) => id === currentPeriodId)).toMatchObject({ label: '2021年第41周' });
  const november = await month('2021-11');
  const into = { fromPeriodId: september.id, intoPeriodId: november?.id ?? september.id };
  expect(await client.period.previewCarry({ ...into, fields: ['narrative'] })).toEqual({
    entries: 0,
    kept: 0,
    notOwed: 0,
  });
});
