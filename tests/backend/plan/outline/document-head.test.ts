import { describe, expect, test } from 'vitest';
import { readPlan } from '#backend/plan/read-plan.ts';

const BODY = '一、任务\n（一）甲。（县教育局）\n（二）乙。（县公安局）\n';

/** Title, number, issuer, date and year of a plan with this above and below its tasks. */
function head(above: string, below = ''): readonly (string | number)[] {
  const { title, documentNumber, issuer, issuedOn, year } = readPlan(`${above}\n${BODY}${below}`);
  return [title, documentNumber, issuer, issuedOn, year];
}

describe('title, number, issuer, date and year', () => {
  test('in a notice with its printed head and signature', () => {
    expect(
      head(
        '某县人民政府办公室文件\n某政办发[2022] 12号\n某县人民政府办公室\n关于印发某县2022年重点工作安排的通知\n各乡镇：\n现印发给你们。\n某县人民政府办公室\n2022年3月1日\n某县2022年重点工作安排',
      ),
    ).toEqual(['某县2022年重点工作安排', '某政办发〔2022〕12号', '某县人民政府办公室', '2022-03-01', 2022]);
  });

  test('in a bracket under the title', () => {
    expect(head('某县2022年工作方案\n（某政办发〔2022〕5号　2022年3月8日）')).toEqual([
      '某县2022年工作方案',
      '某政办发〔2022〕5号',
      '',
      '2022-03-08',
      2022,
    ]);
  });

  test.each([
    [
      'a cited notice is not the title',
      '某市设备更新实施方案\n为落实《某省印发〈设备更新行动方案〉的通知》（某政发〔2024〕7号）精神，制定本方案。',
    ],
    ['nor is one cited whole', '某市设备更新实施方案\n根据《某省关于印发若干政策措施的通知》，制定本方案。'],
    [
      'a line that holds all gives its first words',
      '某市设备更新实施方案 为贯彻落实《某省关于印发若干政策措施的通知》，制定本方案：',
    ],
  ])('%s', (_, above) => {
    expect(head(above)[0]).toBe('某市设备更新实施方案');
  });

  test('offices that get a copy have not issued it', () => {
    expect(
      head('某县工作要点', '抄送：县委办公室，县政协办公室。\n某县安全生产委员会办公室 2024年3月20日印发\n')[2],
    ).toBe('某县安全生产委员会办公室');
  });

  test('in Chinese numerals, signed after the tasks', () => {
    expect(head('某政办发〔二〇二二〕五号\n某县工作方案', '某县人民政府办公室\n二○二二年三月八日\n')).toEqual([
      '某县工作方案',
      '某政办发〔二〇二二〕五号',
      '某县人民政府办公室',
      '2022-03-08',
      2022,
    ]);
  });

  test('of two offices that issue it together', () => {
    expect(
      head(
        '某办字〔2022〕5号\n关于印发《某县2022年改革工作要点》的通知',
        '中共某县委办公室\n某县人民政府办公室\n2022年3月8日\n',
      ),
    ).toEqual([
      '某县2022年改革工作要点',
      '某办字〔2022〕5号',
      '中共某县委办公室 某县人民政府办公室',
      '2022-03-08',
      2022,
    ]);
  });

  test('from the fields of a government web page', () => {
    expect(
      head(
        '索引号：000014349/2022-00012\n发文机关：某县人民政府办公室\n成文日期：2022年03月01日\n标 题：某县人民政府办公室关于印发某县2022年重点工作安排的通知\n发文字号：某政办发〔2022〕12号',
      ),
    ).toEqual(['某县2022年重点工作安排', '某政办发〔2022〕12号', '某县人民政府办公室', '2022-03-01', 2022]);
  });

  test('a number beside the signer, and a number that is only referred to', () => {
    expect(head('某政办发〔2021〕31号 签发人：张三\n某县2021年工作安排').slice(0, 2)).toEqual([
      '某县2021年工作安排',
      '某政办发〔2021〕31号',
    ]);
    expect(head('根据《意见》（国办发〔2020〕5号）要求，制定本方案。')[1]).toBe('');
  });

  test('what the document does not say stays empty', () => {
    expect(head('').slice(1)).toEqual(['', '', '', 0]);
  });
});
