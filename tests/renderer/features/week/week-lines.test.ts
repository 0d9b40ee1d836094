import { expect, test } from 'vitest';
import { weekParts } from '#renderer/features/week/week-lines.ts';
import { weekPrint } from '#renderer/features/week/week-print.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, ReturnIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { delayOf } from '#shared/domain/likely-late.ts';
import { type WeekCard, weekCount } from '#shared/domain/week-card.ts';

const agencyId = AgencyIdSchema.parse(7);
const periodId = PeriodIdSchema.parse(11);
const taskIds = [TaskIdSchema.parse(50), TaskIdSchema.parse(51)];

const NOTHING: WeekCard = {
  planId: PlanIdSchema.parse(1),
  today: '2021-10-12',
  weekStartsOn: '2021-10-11',
  weekEndsOn: '2021-10-17',
  dueThisWeek: [],
  notReported: [],
  toReview: [],
  toSendBack: [],
  promises: [],
  regularShort: [],
  deadlines: [],
  nextPeriods: [{ periodId, period: '2021-11', dueOn: '2021-11-15' }],
  likelyLate: [],
};

const duty = {
  ...{ agencyId, agency: '县农业农村局', periodId, period: '2021-10', dueOn: '2021-10-15', days: -3 },
  ...{ taskIds, tasks: [5, 6], because: '2021年10月还有2项未报，时限10月15日，还有3天' },
};

test('a week with nothing to do has no parts and no count', () => {
  expect(weekParts(NOTHING)).toEqual([]);
  expect(weekCount(NOTHING)).toBe(0);
});

test('each line leads to its place', () => {
  const returnId = ReturnIdSchema.parse(3);
  const week: WeekCard = {
    ...NOTHING,
    dueThisWeek: [duty],
    toSendBack: [
      {
        returnId,
        fileName: '一局.xlsx',
        agency: '',
        period: '2021-10',
        state: 'to-review',
        because: '待退回：第5项未填',
      },
    ],
    likelyLate: [
      {
        ...{ agencyId, agency: '县农业农村局', periodId, period: '2021-11', dueOn: '2021-11-15', tasks: [5], taskIds },
        ...{ delay: delayOf([]), because: '近6期有4期迟报，平均晚5天' },
      },
    ],
    deadlines: [
      {
        ...{ dueOn: '2021-10-20', kind: 'period', what: '2021年10月进展报送' },
        ...{ taskId: null, task: null, agencyId: null, agency: '', periodId },
      },
    ],
  };
  const parts = weekParts(week);
  expect(parts.map(({ name, title, urgent }) => [name, title, urgent])).toEqual([
    ['due', '本周到期', true],
    ['send-back', '待退回、已退回未重报', true],
    ['likely', '下期可能迟报（2021年11月，11月15日截止）', false],
    ['deadlines', '两周内的时限', false],
  ]);
  expect(parts.map(({ lines }) => lines[0]?.goal)).toEqual([
    { kind: 'cell', taskId: taskIds[0], agencyId, periodId },
    { kind: 'return', returnId },
    { kind: 'agency', agencyId },
    { kind: 'period', periodId },
  ]);
  expect(parts[1]?.lines[0]?.who).toBe('一局.xlsx');
  expect(weekCount(week)).toBe(2);
  const printed = weekPrint(week).items.filter(({ kind }) => kind === 'row');
  expect(printed).toHaveLength(4);
});
