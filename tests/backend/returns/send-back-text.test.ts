import { expect, test } from 'vitest';
import { type SendBackLetter, sendBackText } from '#backend/returns/send-back-text.ts';

const letter: SendBackLetter = {
  agencyName: '县农业农村局',
  planTitle: '泽州县2021年食品安全重点工作安排',
  periodLabel: '2021-10',
  dueOn: '2021-10-15',
  today: '2021-10-12',
  fileName: '县农业农村局-2021年10月填报表.xlsx',
  reasons: ['第 5 项：状态为“已完成”，进展情况未填。', '第 10 项 完成比例：填写的是“八成”，不能识别'],
};

test('the letter says what came, what is to be corrected point by point, how and by when', () => {
  expect(sendBackText(letter)).toBe(
    [
      '县农业农村局：',
      '',
      '贵单位报送的《泽州县2021年食品安全重点工作安排》2021年10月填报表（文件名：县农业农村局-2021年10月填报表.xlsx）收悉。经核对，有以下 2 处需要补充或更正：',
      '1. 第 5 项：状态为“已完成”，进展情况未填。',
      '2. 第 10 项 完成比例：填写的是“八成”，不能识别。',
      '',
      '请逐项核实，在原表上改正（不改动表头，不增删列），于 2021年10月15日前重新报送。随附“退回说明”的，黄色单元格即需改正之处，批注写明原因。如有疑问，请及时联系。',
      '',
      '感谢支持！',
    ].join('\n'),
  );
});

test.each([
  ['2021-10-15', '2021-10-15', '，于今日内重新报送'],
  ['2021-10-15', '2021-10-20', '，尽快（原定 2021年10月15日前）重新报送'],
  ['', '2021-10-20', '，尽快重新报送'],
])('due %s, written on %s: %s', (dueOn, today, words) => {
  expect(sendBackText({ ...letter, dueOn, today })).toContain(words);
});

test.each([
  ['1. 未填', '1. 未填。'],
  ['（2）未填；', '1. 未填。'],
  ['3、未填', '1. 未填。'],
  ['12.5万元与指标不符', '1. 12.5万元与指标不符。'],
  ['两\n行  的话', '1. 两 行 的话。'],
  ['请核实？', '1. 请核实？'],
  ['写作“见附件。”', '1. 写作“见附件。”'],
])('the clerk wrote %j', (reason, point) => {
  const text = sendBackText({ ...letter, reasons: [reason, '  '] });
  expect(text).toContain(`有一处需要补充或更正：\n${point}\n\n`);
});

test('without reasons, period, agency or plan it is still a letter', () => {
  const text = sendBackText({ ...letter, agencyName: '', planTitle: '', periodLabel: '', dueOn: '', reasons: [] });
  expect(text).toContain('有关单位：\n\n贵单位报送的填报表（文件名：');
  expect(text).toContain('经核对，尚需补充完善。\n\n请逐项核实');
});

test('a title in marks, or with a title in it, has them once', () => {
  expect(sendBackText({ ...letter, planTitle: '《关于印发《要点》的通知》' })).toContain(
    '《关于印发〈要点〉的通知》2021年10月',
  );
});
