import { expect, test } from 'vitest';
import { anOffice } from '#tests/helpers/an-office.ts';
import { AGENCY, fillIn, keptId, receive, sendForm, theirs } from '#tests/helpers/returned-forms.ts';

test('what a return has written is told with what stood there before, and one that was turned down comes back', async () => {
  const office = await anOffice();
  const file = await sendForm(office);
  await fillIn(file, 5, { 进展状态: '推进中', 进展情况: '已排查 12 个乡镇' });
  const received = await receive(office, file);
  const returnId = keptId(received);
  expect(await office.client.returns.written({ returnId })).toEqual([]);
  await office.client.returns.refuse({ returnIds: [returnId], reasons: ['错发'] });
  const { agencyId, periodId } = received.files[0] ?? {};
  if (!agencyId || !periodId) throw new Error('the form says whose it is');
  await office.client.returns.identify({ returnId, agencyId, periodId });
  const { files } = await office.client.returns.review({ returnIds: [returnId] });
  expect(files).toMatchObject([{ state: 'to-review', held: null }]);
  expect(files[0]?.items).toHaveLength(2);

  await office.client.returns.accept(theirs(received));
  const written = await office.client.returns.written({ returnId });
  expect(
    written.map(({ taskNumber, agencyName, field, before, written: value }) => [
      taskNumber,
      agencyName,
      field,
      before,
      value,
    ]),
  ).toEqual([
    [5, AGENCY, 'status', '', '推进中'],
    [5, AGENCY, 'narrative', '', '已排查 12 个乡镇'],
  ]);
  await office.client.returns.takeBack({ returnId, includeChanged: false });
  expect(await office.client.returns.written({ returnId })).toEqual([]);
});
