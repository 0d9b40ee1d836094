// Percentages and days as people type them into a form. A value that is plain to anybody is sure; where a person would hesitate it
// has a doubt and the other readings; what nobody could tell is shown as it stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { readTyped, shownDay } from './typed-cell.ts';

const share = (number: number, text: string): Partial<CellRead> => ({ number, text, percent: true });

describe('a percentage', () => {
  it.each([
    ['65%', '65'],
    ['６５％', '65'],
    ['65 %', '65'],
    ['65%。', '65'],
    ['65.5%', '65.5'],
    ['已完成65%', '65'],
    ['完成率：65%', '65'],
    ['进度达到65%', '65'],
    ['百分之六十五', '65'],
    ['百分之百', '100'],
    ['65', '65'],
    [65, '65'],
    [0, '0'],
    ['0%', '0'],
    ['1%', '1'],
    [{ number: 65, text: '65%' }, '65'],
    [{ number: 65, text: '65.00' }, '65'],
    [share(0.655, '66%'), '65.5'],
    [share(1 / 3, '33%'), '33'],
    [share(1, '100%'), '100'],
  ] as const)('is sure as %j', (given, text) => {
    expect(readTyped('percent', given)).toEqual({ text, readable: true, doubt: '', offers: [] });
  });

  it.each([
    [0.65, '65', ['65', '0.65']],
    ['0.65', '65', ['65', '0.65']],
    ['０.６５', '65', ['65', '0.65']],
    [1, '100', ['100', '1']],
    ['1', '100', ['100', '1']],
    [{ number: 0.7, text: '0.70' }, '70', ['70', '0.7']],
    ['0.6%', '0.6', ['0.6', '60']],
    [share(0.006, '0.6%'), '0.6', ['0.6', '60']],
    // A sign that is only a word of the format.
    [{ number: 1, text: '1%' }, '1', ['1', '100']],
    [{ number: 0.3, text: '0%' }, '0', ['0', '30']],
  ] as const)('is offered both ways as %j', (given, text, offers) => {
    const value = readTyped('percent', given);
    expect(value).toMatchObject({ text, readable: true, offers });
    expect(value.doubt).not.toBe('');
  });

  it.each([
    ['约65%', '65'],
    ['65%左右', '65'],
    ['超过65%', '65'],
    ['六成', '60'],
    ['六成五', '65'],
    ['八成半', '85'],
    ['一半', '50'],
    ['65%（下月完成）', '65'],
    ['检查12家，完成65%', '65'],
    ['3/4', '75'],
    ['全部完成', '100'],
    ['尚未开展', '0'],
    [share(65, '6500%'), '65'],
  ] as const)('is read with a doubt from %j', (given, text) => {
    const value = readTyped('percent', given);
    expect(value).toMatchObject({ text, readable: true });
    expect(value.doubt).not.toBe('');
  });

  it.each([
    '50%-65%',
    '50～65',
    '50%至65%',
    '120%',
    '-5%',
    '－5',
    '50%/65%',
    '过半',
    '——',
    '同上',
    '65‰',
    '#DIV/0',
    '一二',
  ])('cannot be read from %s', (given) => {
    expect(readTyped('percent', given)).toMatchObject({ text: given, readable: false });
  });

  it('of two decimals reads back as it was, however it is written', () => {
    const percents = fc.integer({ min: 101, max: 10_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(percents, fc.constantFrom('', '%', ' %', '％', '%。'), (percent, sign) => {
        expect(readTyped('percent', `${percent}${sign}`)).toMatchObject({ text: String(percent), doubt: '' });
        expect(readTyped('percent', percent)).toMatchObject({ text: String(percent), doubt: '' });
        expect(readTyped('percent', share(percent / 100, `${Math.round(percent)}%`)).text).toBe(String(percent));
      }),
    );
  });
});

describe('a day', () => {
  it.each([
    '2021-10-8',
    '2021.10.8',
    '2021/10/08',
    '2021、10、8',
    '2021 10 8',
    '2021。10。8',
    '2021.10.08.',
    '２０２１－１０－８',
    '2021年10月8日',
    '2021 年 10 月 8 日',
    '2021年10月8号',
    '2021年10月8日上午',
    '2021年10月8日（星期五）',
    '2021-10-08 17:30',
    '2021-10-08T09:00:00Z',
    '2021年10月8日17时30分',
    '二〇二一年十月八日',
    '二○二一年十月八日',
    '20211008',
    '10月8日',
    '10 月 8 号下午',
    '十月八日',
  ])('is sure as %s', (given) => {
    expect(readTyped('reportedOn', given)).toEqual({ text: '2021-10-08', readable: true, doubt: '', offers: [] });
  });

  it('is sure as a number of eight digits, and as a date that shows its day', () => {
    expect(readTyped('reportedOn', 20_211_008)).toMatchObject({ text: '2021-10-08', doubt: '' });
    for (const text of ['2021-10-08', '10月8日', '2021/10/8 17:30', '二〇二一年十月八日', '8-Oct-21']) {
      expect(readTyped('reportedOn', shownDay('2021-10-08', text))).toMatchObject({ text: '2021-10-08', doubt: '' });
    }
  });

  it.each([
    ['10.8', ['2021-10-08']],
    ['10/8', ['2021-10-08']],
    [10.8, ['2021-10-08']],
    [10.2, ['2021-10-02', '2021-10-20']],
    [44_477, ['2021-10-08']],
    ['44477', ['2021-10-08']],
    [44_477.73, ['2021-10-08']],
    ['21.10.8', ['2021-10-08', '2008-10-21']],
    ['10/8/2021', ['2021-10-08', '2021-08-10']],
    ['已于2021年10月8日上报', ['2021-10-08']],
    ['10月8日前', ['2021-10-08']],
    ['3月8日', ['2022-03-08', '2021-03-08']],
  ] as const)('is read with a doubt from %j', (given, offers) => {
    const value = readTyped('reportedOn', given);
    expect(value).toMatchObject({ text: offers[0], readable: true, offers: offers.length > 1 ? offers : [] });
    expect(value.doubt).not.toBe('');
  });

  it.each([
    '2021年10月',
    '2021.10',
    '2021.1',
    '2021-10',
    '202110',
    '10月',
    '10月底',
    '本月底',
    '月底前',
    '2021-02-30',
    '2021-10-32',
    '10月8日、10月15日',
    '10月8日至10月15日',
    '2021年国庆节',
    '——',
    '上周五',
  ])('cannot be read from %s', (given) => {
    expect(readTyped('reportedOn', given)).toMatchObject({ text: given, readable: false });
  });

  it('cannot be read from a date that does not show its day, or without its year when no period is known', () => {
    expect(readTyped('reportedOn', { ...shownDay('2021-10-01', '2021年10月'), monthOnly: true }).readable).toBe(false);
    expect(readTyped('reportedOn', shownDay('2021-10-01', '10月'))).toMatchObject({ readable: false });
    expect(readTyped('reportedOn', '10月8日', null)).toMatchObject({ text: '10月8日', doubt: '“10月8日”没有年份' });
  });

  it('of another century is shown with the one that may be meant', () => {
    const value = readTyped('reportedOn', shownDay('1921-10-08', '1921-10-08'));
    expect(value).toMatchObject({ text: '1921-10-08', offers: ['1921-10-08', '2021-10-08'] });
    expect(value.doubt).toContain('1921');
  });

  it('of this century reads back as it was, however it is written', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const seldom: readonly ((y: number, m: number, d: number) => string)[] = [
      (y, m, d) => `${y}.${m}.${d}`,
      (y, m, d) => `${y}年${m}月${d}日`,
      (y, m, d) => `${y}/${String(m).padStart(2, '0')}/${String(d).padStart(2, '0')}`,
      (y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`,
    ];
    fc.assert(
      fc.property(days, fc.constantFrom(...seldom), (date, write) => {
        const iso = date.toISOString().slice(0, 10);
        const [y = 0, m = 0, d = 0] = iso.split('-').map(Number);
        expect(readTyped('reportedOn', write(y, m, d))).toMatchObject({ text: iso, readable: true, doubt: '' });
      }),
    );
  });
});
