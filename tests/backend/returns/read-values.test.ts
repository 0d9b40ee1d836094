// What people type into the cells of a form. A value that is plain to anybody is sure; where a person would hesitate it
// has a doubt and the other readings; what nobody could tell is shown as it stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readField } from '#backend/returns/read-fields.ts';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';

const NEAR = '2021-10-31';

function cell(given: string | number | Partial<CellRead>): CellRead {
  return {
    text: typeof given === 'object' ? '' : String(given),
    number: typeof given === 'number' ? given : null,
    percent: false,
    isoDate: null,
    monthOnly: false,
    error: false,
    merged: false,
    originRow: 5,
    originColumn: 6,
    trouble: null,
    ...(typeof given === 'object' ? given : {}),
  };
}

const read = (field: ProgressField, given: string | number | Partial<CellRead>, near: string | null = NEAR) =>
  readField(field, cell(given), { near });
const share = (number: number, text: string): Partial<CellRead> => ({ number, text, percent: true });
const day = (isoDate: string, text: string): Partial<CellRead> => ({ isoDate, text });

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
    expect(read('percent', given)).toEqual({ text, readable: true, doubt: '', offers: [] });
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
  ] as const)('is offered both ways as %j', (given, text, offers) => {
    const value = read('percent', given);
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
    const value = read('percent', given);
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
    expect(read('percent', given)).toMatchObject({ text: given, readable: false });
  });

  it('of two decimals reads back as it was, however it is written', () => {
    const percents = fc.integer({ min: 101, max: 10_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(percents, fc.constantFrom('', '%', ' %', '％', '%。'), (percent, sign) => {
        expect(read('percent', `${percent}${sign}`)).toMatchObject({ text: String(percent), doubt: '' });
        expect(read('percent', percent)).toMatchObject({ text: String(percent), doubt: '' });
        expect(read('percent', share(percent / 100, `${Math.round(percent)}%`)).text).toBe(String(percent));
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
    expect(read('reportedOn', given)).toEqual({ text: '2021-10-08', readable: true, doubt: '', offers: [] });
  });

  it('is sure as a number of eight digits, and as a date that shows its day', () => {
    expect(read('reportedOn', 20_211_008)).toMatchObject({ text: '2021-10-08', doubt: '' });
    for (const text of ['2021-10-08', '10月8日', '2021/10/8 17:30', '二〇二一年十月八日', '8-Oct-21']) {
      expect(read('reportedOn', day('2021-10-08', text))).toMatchObject({ text: '2021-10-08', doubt: '' });
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
    const value = read('reportedOn', given);
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
    expect(read('reportedOn', given)).toMatchObject({ text: given, readable: false });
  });

  it('cannot be read from a date that does not show its day, or without its year when no period is known', () => {
    expect(read('reportedOn', { ...day('2021-10-01', '2021年10月'), monthOnly: true }).readable).toBe(false);
    expect(read('reportedOn', day('2021-10-01', '10月'))).toMatchObject({ readable: false });
    expect(read('reportedOn', '10月8日', null)).toMatchObject({ text: '10月8日', doubt: '“10月8日”没有年份' });
  });

  it('of another century is shown with the one that may be meant', () => {
    const value = read('reportedOn', day('1921-10-08', '1921-10-08'));
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
        expect(read('reportedOn', write(y, m, d))).toMatchObject({ text: iso, readable: true, doubt: '' });
      }),
    );
  });
});

describe('a status', () => {
  it.each([
    ['已完成', '已完成'],
    ['办结', '已完成'],
    ['全部完成。', '已完成'],
    ['“已完成”', '已完成'],
    ['进 行 中', '推进中'],
    ['正常推进', '推进中'],
    ['推进中（正常）', '推进中'],
    ['未开展', '未启动'],
    ['受 阻', '受阻'],
    ['不涉及', '不涉及'],
    ['□未启动 ☑推进中 □已完成', '推进中'],
    ['☑已完成', '已完成'],
  ])('is sure as %s', (given, text) => {
    expect(read('status', given)).toEqual({ text, readable: true, doubt: '', offers: [] });
  });

  it.each([
    ['√', '已完成'],
    ['☑', '已完成'],
    ['100%', '已完成'],
    ['进度75%', '推进中'],
    ['0%', '未启动'],
    ['基本完成', '推进中'],
    ['部分完成', '推进中'],
    ['未办结', '推进中'],
    ['力争年底完成', '推进中'],
    ['尚未动工', '未启动'],
    ['按计划推进', '推进中'],
    ['常态化开展', '推进中'],
    ['已启动', '推进中'],
    ['进展缓慢', '受阻'],
    ['无此任务', '不涉及'],
    ['已完成（待验收）', '已完成'],
    ['推进中（资金受阻）', '推进中'],
  ])('is read with a doubt from %s', (given, text) => {
    const value = read('status', given);
    expect(value).toMatchObject({ text, readable: true });
    expect(value.doubt).toContain(given);
  });

  it.each([
    '无',
    '困难',
    '×',
    '？',
    '/',
    '见附件',
    '同上',
    '已完成/推进中',
    '是',
    '已完成对12家企业的检查，下一步将继续推进',
  ])('cannot be read from %s', (given) => {
    expect(read('status', given)).toMatchObject({ text: given, readable: false });
  });

  it('answers yes or no only where the head asks', () => {
    const asked = (text: string) => readField('status', cell(text), { near: null, asksYesOrNo: true });
    expect(asked('是')).toMatchObject({ text: '已完成', doubt: '' });
    expect(asked('否')).toMatchObject({ text: '推进中', offers: ['推进中', '未启动'] });
  });

  it('is never made up', () => {
    expect(read('status', '')).toEqual({ text: '', readable: true, doubt: '', offers: [] });
    expect(readField('status', undefined, { near: null }).text).toBe('');
    const labels: readonly string[] = Object.values(STATUS_LABELS);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'已未完成推进中受阻不涉及启动是否√×%0189（）。，、无困难基本') }),
        (text) => {
          const value = read('status', text);
          // What is no word of ours is told with the value, or is not taken.
          if (value.readable && value.text !== '') expect(labels).toContain(value.text);
          if (!value.readable) expect(value.doubt).not.toBe('');
        },
      ),
    );
  });
});

describe('words', () => {
  it.each([
    ['  前后空白　', '前后空白'],
    ['第一行\r\n第二行', '第一行\n第二行'],
    ['无', '无'],
    ['——', '——'],
    ['007', '007'],
    [{ number: 25, text: '25户' }, '25户'],
    [day('2021-10-08', '10月8日'), '10月8日'],
  ] as const)('are what the cell shows: %j', (given, text) => {
    expect(read('problems', given)).toEqual({ text, readable: true, doubt: '', offers: [] });
  });

  it('that are not there, not seen or struck out are never taken in silence', () => {
    expect(read('narrative', { trouble: 'no-result' })).toMatchObject({
      text: '',
      readable: false,
      doubt: '公式没有结果',
    });
    expect(read('percent', { trouble: 'no-result' }).readable).toBe(false);
    expect(read('narrative', { trouble: 'picture' }).readable).toBe(false);
    expect(read('narrative', { trouble: 'lost' }).readable).toBe(false);
    expect(read('narrative', { text: '已检查', trouble: 'struck-out' })).toMatchObject({
      text: '已检查',
      doubt: '有文字被划去（删除线）',
    });
    expect(read('status', { text: '已完成', trouble: 'not-shown' }).doubt).not.toBe('');
    expect(read('narrative', { text: '#N/A', error: true }).readable).toBe(false);
    for (const field of ['narrative', 'percent', 'reportedOn', 'status'] as const) {
      expect(read(field, '########').readable).toBe(false);
      expect(read(field, '#DIV/0!')).toMatchObject({ readable: false, doubt: '单元格是错误值“#DIV/0!”' });
    }
  });
});
