import { describe, expect, it } from 'vitest';
import { prepareIdentify } from '#backend/returns/identity/identify.ts';
import {
  aTable,
  FARMS,
  form,
  GROUND,
  identifyIn,
  idsOf,
  MARKET,
  month,
  type Said,
  SHORT_TITLE,
  TASKS_OF,
  WOODS,
} from '../identity-world.ts';

const SENT: Said = { ids: idsOf(1, 10), unit: '县农业农村局', title: `《${SHORT_TITLE}》填报表（2021年10月）` };
const LOST: Said = { ...SENT, ids: null };

function knownOf(said: Said) {
  const { known, held } = identifyIn({}, said);
  return known ? [known.agencyId, known.periodId, known.formId] : held?.sentence;
}

describe('a return whose witnesses agree', () => {
  it.each<readonly [string, Said]>([
    ['as it was sent', SENT],
    ['with a seal and a date beside the unit', { ...SENT, unit: '县农业农村局（盖章）  2021年10月8日' }],
    ['with the county before the unit', { ...SENT, unit: '泽州县农业农村局' }],
    ['with the unit over the county as well', { ...LOST, unit: '晋城市泽州县农业农村局' }],
    ['without 县', { ...LOST, unit: '农业农村局' }],
    ['signed by a section of the unit', { ...LOST, unit: '县农业农村局种植业股' }],
    ['with the unit abbreviated beside its ids', { ...SENT, unit: '县农业农村委' }],
    ['in a file named after another unit', { ...SENT, file: '县林业局 10月（最终版）(2).XLSX' }],
    ['in a new workbook', { ...LOST, file: '新建 Microsoft Excel 工作表.xlsx' }],
    ['without ids and year', { ...LOST, title: '10月填报表' }],
    ['with the month in the name of the file alone', { ...LOST, title: '', file: '10月.xlsx' }],
    ['with the month in the help line alone', { ...LOST, title: '', help: '请于2021年10月15日前填好' }],
    ['with the month in ids and file alone', { ...SENT, title: '', file: '农业农村局10月.xlsx' }],
    ['without a month anywhere, while one form is waiting and today agrees', { ...LOST, title: '' }],
    ['without a unit, in a file with its name and with its tasks', { ...LOST, unit: '', file: '农业农村局.xlsx' }],
    ['with the unit left empty', { ...SENT, unit: '' }],
    ['with tasks of its own written in again and one more', { ...SENT, rows: [...TASKS_OF(1), '其他自选工作若干项'] }],
  ])('is known %s', (_, said) => {
    expect(knownOf(said)).toEqual([FARMS, month(10), form(1, 10)]);
  });

  it('notes a file name that says otherwise', () => {
    const { notes, doubts } = identifyIn({}, { ...SENT, file: '县林业局 10月.xlsx' });
    expect(notes.join()).toContain('县林业局');
    expect(doubts).toEqual([]);
  });

  it('is known by a former name, an alias', () => {
    const woods = { title: '2021年10月', rows: TASKS_OF(2) };
    expect(knownOf({ ...woods, unit: '县林业和草原局' })).toEqual([WOODS, month(10), form(2, 10)]);
    expect(knownOf({ title: '2021年10月', unit: '县市监局', rows: TASKS_OF(3) })).toEqual([
      MARKET,
      month(10),
      form(3, 10),
    ]);
  });

  it.each<readonly [string, Parameters<typeof identifyIn>]>([
    ['none was sent at all', [{ forms: [] }, { ...LOST, title: '2021年3月' }]],
    ['the name of the file agrees', [{}, { ...LOST, title: '2021年3月', file: '县农业农村局3月.xlsx' }]],
    ['nothing is waited for', [{ forms: GROUND.forms.filter(({ returned }) => returned) }, { ...LOST, title: '3月' }]],
  ])('has no form for a month without one: %s', (_, [ground, said]) => {
    const { known, notes } = identifyIn(ground, said);
    expect(known).toMatchObject({ periodId: month(3), formId: null });
    expect(notes.join()).toContain('没有找到发出记录');
  });

  it('says what each witness said', () => {
    const { witnesses } = identifyIn({}, SENT);
    expect(witnesses.filter(({ about }) => about === 'agency').map(({ source, id }) => [source, id])).toEqual([
      ['ids', FARMS],
      ['unit-line', FARMS],
      ['rows', FARMS],
    ]);
    expect(witnesses.filter(({ about }) => about === 'period').map(({ source, id }) => [source, id])).toEqual([
      ['ids', month(10)],
      ['title', month(10)],
    ]);
  });
});

describe('a return whose witnesses disagree, or say too little', () => {
  it.each<readonly [string, Said, string]>([
    ['last month’s form with a new title', { ...SENT, ids: idsOf(1, 9) }, '2021年9月'],
    [
      'last month’s form under a new file name',
      { ...SENT, ids: idsOf(1, 9), title: '2021年9月', file: '10月.xlsx' },
      '10月',
    ],
    ['last month’s form on a renamed sheet', { ...SENT, ids: idsOf(1, 9), title: '', sheet: '10月' }, '10月'],
    ['a title with a quarter, where the plan has months', { ...LOST, title: '2021年第3季度' }, '第3季度'],
    ['a title with a month of another year', { ...SENT, title: '2020年10月填报表' }, '2020年10月'],
    ['another unit in the unit line', { ...SENT, unit: '县林业局' }, '县林业局'],
    ['another county’s unit', { ...SENT, unit: '陵川县农业农村局' }, '陵川县农业农村局'],
    ['another level’s unit', { ...SENT, unit: '市农业农村局' }, '市农业农村局'],
    ['two units in the unit line', { ...SENT, unit: '县农业农村局、县林业局' }, '县农业农村局、县林业局'],
    ['a unit nobody knows', { ...LOST, unit: '县气象局' }, '县气象局'],
    ['no unit at all', { ...LOST, unit: '' }, '没有写明填报单位'],
    ['rows that another unit owes', { ...SENT, rows: TASKS_OF(2) }, '县林业局'],
    ['no unit, and a file name that the rows contradict', { ...LOST, unit: '', file: '林业局.xlsx' }, '林业局'],
    ['ids alone against the name of the file', { ...SENT, unit: '', title: '', file: '县林业局.xlsx' }, '县林业局'],
    [
      'a file and a help line with two months',
      { ...LOST, title: '', help: '9月15日前', file: '10月.xlsx' },
      '9月15日前',
    ],
    ['a title alone with a month that has not begun', { ...LOST, title: '2021年11月' }, '还没有开始'],
    ['a title alone with a month no form went out for', { ...LOST, title: '2021年3月' }, '没有收回的是2021年10月'],
    ['a file name alone with a month to come', { ...LOST, title: '', file: '12月.xlsx' }, '12月'],
    ['a ledger of a month to come', { kind: 'ledger', title: '2021年11月进展台账' }, '还没有开始'],
    ['a help line whose month was never sent', { ...LOST, title: '', help: '请于11月5日前填好' }, '11月'],
  ])('is held: %s', (_, said, words) => {
    const { held, known } = identifyIn({}, said);
    expect(known).toBeNull();
    expect(held?.sentence).toContain(words);
  });

  it('is held when the month would come from the clock alone', () => {
    const nothing = { ...LOST, title: '' };
    expect(identifyIn({ today: '2021-11-20' }, nothing).held?.sentence).toContain('没有写明是哪一期');
    expect(identifyIn({ forms: [] }, nothing).held?.sentence).toContain('没有写明是哪一期');
    const both = GROUND.forms.map((one) => ({ ...one, returned: false }));
    expect(identifyIn({ forms: both }, nothing).held?.periods[0]?.id).toBe(month(10));
  });

  it('offers the likeliest first, and the rest after it', () => {
    const reused = identifyIn({}, { ...SENT, ids: idsOf(1, 9) });
    expect(reused.held?.agencies).toEqual([]);
    expect(reused.held?.periods.slice(0, 2).map(({ label }) => label)).toEqual(['2021年9月', '2021年10月']);
    expect(reused.held?.periods).toHaveLength(12);
    const unknown = identifyIn({}, { ...LOST, unit: '县农林局', rows: [] });
    expect(unknown.held?.agencies).toHaveLength(3);
    const byRows = identifyIn({}, { ...LOST, unit: '县气象局', rows: TASKS_OF(3) });
    expect(byRows.held?.agencies[0]?.id).toBe(MARKET);
    expect(byRows.held?.periods[0]?.id).toBe(month(10));
  });

  it('is what the clerk says', () => {
    const identify = prepareIdentify(GROUND);
    const table = aTable({ ...SENT, ids: idsOf(1, 9) });
    expect(identify(table, '回收.xlsx', { periodId: month(10) }).known).toEqual({
      planId: GROUND.openPlanId,
      agencyId: FARMS,
      periodId: month(10),
      formId: form(1, 10),
    });
    expect(identify(table, '回收.xlsx', { agencyId: WOODS, periodId: month(9) }).known).toMatchObject({
      agencyId: WOODS,
      formId: form(2, 9),
    });
  });
});

describe('the plan of a return', () => {
  const other = { ...idsOf(1, 10), planTitle: '邻县2021年工作安排' };

  it('is refused when this data file does not hold it', () => {
    const lost = { ...LOST, plan: other.planTitle, rows: ['开展河道巡查和清理整治'] };
    for (const said of [{ ...SENT, ids: other }, lost]) {
      expect(() => identifyIn({}, said)).toThrow(expect.objectContaining({ code: 'RETURN_OTHER_PLAN' }));
    }
  });

  it('may be called by its former head', () => {
    const [plan] = GROUND.plans;
    const formerHeads = [{ title: other.planTitle, documentNumber: other.documentNumber }];
    const plans = plan ? [{ ...plan, formerHeads }] : [];
    expect(identifyIn({ plans }, { ...SENT, ids: other }).known).not.toBeNull();
  });

  it('is the one its rows come from, whatever its title', () => {
    expect(knownOf({ ...LOST, plan: '食品安全任务进展' })).toEqual([FARMS, month(10), form(1, 10)]);
  });
});

describe('a ledger', () => {
  const ledger: Said = { kind: 'ledger', title: '2021年10月进展台账', unit: '泽州县人民政府办公室' };

  it('belongs to no one agency', () => {
    expect(knownOf(ledger)).toEqual([null, month(10), null]);
  });

  it('is asked for its month when none is named', () => {
    expect(identifyIn({}, { ...ledger, title: '进展台账' }).held?.agencies).toEqual([]);
  });
});
