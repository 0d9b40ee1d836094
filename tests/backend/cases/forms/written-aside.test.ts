// What an agency wrote beside the cells it was asked for, or copied from what was given: read, doubted, or named.
import { expect, test } from 'vitest';
import { anOffice } from '#tests/helpers/an-office.ts';
import { alterForm, fillIn, preview, receive, sendForm, signForm, theirs } from '#tests/helpers/returned-forms.ts';

const EDUCATION = '县教育局';

test('words in columns where nothing is asked for are named; the sentences of the program are not', async () => {
  const office = await anOffice();
  const file = await sendForm(office, '2021-10', EDUCATION);
  expect((await preview(office, file)).files[0]?.notes).toEqual([]);
  await alterForm(file, (sheet, book) => {
    sheet.getCell('M5').value = '已检查学校食堂 120 家';
    sheet.getCell('F6').value = '本月完成方案';
    sheet.getCell('E5').value = '月底前完成';
    const targets = book.getWorksheet('量化指标');
    if (targets) targets.getCell('I4').value = '累计 88%';
  });
  expect((await preview(office, file)).files[0]?.notes).toEqual([
    '工作表“量化指标”的其他列，未读取：第 4 行“累计 88%”。',
    '“还差”一列不用填写，其中写的内容未读取：第 5 行“已检查学校食堂 120 家”。',
    '“上期进展”一列不用填写，其中写的内容未读取：第 6 行“本月完成方案”。',
    '“本期节点”一列不用填写，其中写的内容未读取：第 5 行“月底前完成”。',
  ]);
});

test.each(['〔2021年9月〕推进中，50%。已安装 60 所', '与上月相同', '同上期'])(
  'last period’s words in place of a report are asked about: %s',
  async (words) => {
    const office = await anOffice();
    const file = await sendForm(office, '2021-10', EDUCATION);
    await fillIn(file, 12, { 进展状态: '推进中', 进展情况: words });
    const narrative = (await preview(office, file)).files[0]?.items.find(({ field }) => field === 'narrative');
    expect(narrative).toMatchObject({ theirs: words, chosen: false });
  },
);

test('name and telephone in the telephone’s cell are both read', async () => {
  const office = await anOffice();
  const file = await sendForm(office, '2021-10', EDUCATION);
  await signForm(file, '', '李文：0356-3031234');
  expect((await preview(office, file)).files).toMatchObject([{ reporter: '李文', phone: '0356-3031234' }]);
});

test('a hidden column of values is asked about', async () => {
  const office = await anOffice();
  const file = await sendForm(office, '2021-10', EDUCATION);
  await alterForm(file, (_, book) => {
    const targets = book.getWorksheet('量化指标');
    if (!targets) throw new Error('no targets');
    targets.getCell('H4').value = 0.885;
    targets.getColumn(8).hidden = true;
  });
  expect((await preview(office, file)).files[0]?.items).toMatchObject([
    { field: 'target:1', theirs: '88.5', chosen: false, doubt: '“本期值”一列在表中是隐藏的' },
  ]);
});

test('an older form that comes back after a newer one was sent says so, and is compared with itself', async () => {
  const office = await anOffice();
  const first = await sendForm(office, '2021-10', EDUCATION);
  await fillIn(first, 12, { 进展状态: '推进中' });
  const second = await sendForm(office, '2021-10', EDUCATION);
  const [old] = (await preview(office, first)).files;
  expect(old).toMatchObject({ notes: ['填的不是最近一次发出的填报表，按所填的这一版比较。'] });
  expect(old?.items).toMatchObject([{ field: 'status', chosen: true }]);
  await fillIn(second, 12, { 进展状态: '推进中' });
  const review = await receive(office, second);
  expect(review.files[0]?.notes).toEqual([]);
  await office.client.returns.accept(theirs(review));
});
