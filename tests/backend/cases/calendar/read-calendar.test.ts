import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCalendarWords } from '#backend/cases/calendar/read-calendar-file.ts';
import { type CalendarYear, WorkCalendarSchema } from '#shared/domain/work-calendar.ts';
import { SEEDS } from '#tests/helpers/an-office.ts';
import { codeOf } from '#tests/helpers/app-error.ts';

const NOTICE = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

const NATIONAL_DAY: Pick<CalendarYear, 'year' | 'holidays' | 'workdays'> = {
  year: 2027,
  holidays: [{ name: '国庆节', from: '2027-10-01', to: '2027-10-07' }],
  workdays: ['2027-09-26', '2027-10-09'],
};

describe('a calendar read from what people have', () => {
  it('reads the notice as it is published: the same as what comes with the program', () => {
    const text = fs.readFileSync(path.join(SEEDS, 'work-calendar.json'), 'utf8');
    const known = WorkCalendarSchema.parse(JSON.parse(text)).years.find(({ year }) => year === 2026);
    const [read, ...more] = readCalendarWords(NOTICE, '粘贴的文字');
    expect(more).toEqual([]);
    expect(read).toMatchObject({ year: 2026, holidays: known?.holidays, workdays: known?.workdays });
  });

  it.each([
    [
      'cells of a sheet',
      '名称\t起\t止\t类型\n国庆节\t2027-10-01\t2027-10-07\t休\n调休\t2027-09-26\t\t班\n调休\t2027-10-09\t\t班',
    ],
    ['commas', '国庆节,2027/10/1,2027/10/7,放假\n,2027/9/26,,上班\n,2027/10/9,,上班\n'],
    [
      'one day a line',
      [1, 2, 3, 4, 5, 6, 7]
        .map((day) => `2027-10-0${day}\t国庆节\t休`)
        .join('\n')
        .concat('\n2027-09-26\t班\n2027-10-09\t班'),
    ],
    ['full-width digits', '２０２７年国庆：１０月１日至７日放假，９月２６日、１０月９日上班'],
    [
      'chinese-days',
      JSON.stringify({
        holidays: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`2027-10-0${day}`, 'National Day,国庆节,3'])),
        workdays: { '2027-09-26': 'National Day,国庆节,3', '2027-10-09': 'National Day,国庆节,3' },
      }),
    ],
    [
      'holiday-cn',
      JSON.stringify({
        year: 2027,
        days: [
          ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ name: '国庆节', date: `2027-10-0${day}`, isOffDay: true })),
          { name: '国庆节', date: '2027-09-26', isOffDay: false },
          { name: '国庆节', date: '2027-10-09', isOffDay: false },
        ],
      }),
    ],
    ['its own form', JSON.stringify([{ ...NATIONAL_DAY, source: '通知' }])],
  ])('reads %s', (_, text) => {
    expect(readCalendarWords(text, '节假日')).toEqual([{ ...NATIONAL_DAY, source: expect.any(String) }]);
  });

  it('takes a stretch over New Year to the year it ends in', () => {
    const [year] = readCalendarWords('2027年元旦：2026年12月31日至2027年1月2日放假', '');
    expect(year).toMatchObject({ year: 2027, holidays: [{ name: '元旦', from: '2026-12-31', to: '2027-01-02' }] });
    expect(readCalendarWords('2026年元旦：12月31日至1月2日放假', '')[0]).toMatchObject({ year: 2027 });
  });

  it.each([
    ['nothing of the kind', '这里没有日期', 'CALENDAR_UNREADABLE'],
    ['a day without any year', '国庆节：10月1日放假', 'CALENDAR_UNREADABLE'],
    ['other JSON', '{"a": 1}', 'CALENDAR_UNREADABLE'],
    ['broken JSON', '[{', 'CALENDAR_UNREADABLE'],
    ['a stretch of half a year', '2027年1月1日至2027年6月1日放假', 'CALENDAR_UNREADABLE'],
    ['a day both off and worked', '2027年10月1日至7日放假，10月3日上班', 'CALENDAR_YEAR_MIXED'],
    ['days that are none', '2027年13月40日放假', 'CALENDAR_UNREADABLE'],
  ])('refuses %s', (_, text, code) => {
    expect(codeOf(() => readCalendarWords(text, ''))).toBe(code);
  });
});
