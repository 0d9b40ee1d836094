// The ledger as a sheet: what typing, filling, clearing and pasting would change, before anything is changed.
import { describe, expect, it } from 'vitest';
import type { LedgerChanges } from '#renderer/grid/ledger/ledger-changes.ts';
import { ledgerFigures } from '#renderer/grid/ledger/ledger-figures.ts';
import { ledgerModel } from '#renderer/grid/ledger/ledger-model.ts';
import { parseTsv } from '#renderer/grid/sheet/clipboard/tsv.ts';
import { areaBetween } from '#renderer/grid/sheet/selection/geometry.ts';
import type { SheetOrder, SheetPlan } from '#renderer/grid/sheet/sheet-model.ts';
import { PeriodIdSchema, TargetIdSchema } from '#shared/domain/ids.ts';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import { aLedger, aRow, columnOf } from '../../a-ledger.ts';

const PERIOD = PeriodIdSchema.parse(10);
const MODEL = ledgerModel({
  today: () => '2021-10-08',
  periodId: () => PERIOD,
  carryOut: () => Promise.resolve('stored'),
});

const area = (top: number, from: Parameters<typeof columnOf>[0], bottom = top, to = from) =>
  areaBetween({ row: top, column: columnOf(from) }, { row: bottom, column: columnOf(to) });

const ROWS: readonly LedgerRow[] = [
  aRow(1, 1, { status: 'in-progress', percent: 40, narrative: '已开工', reportedOn: '2021-10-01' }),
  aRow(1, 2),
  aRow(2, 1, { narrative: '只有一句' }),
];

/** `1/2 {…}`: what changes of task 1, unit 2; a refusal as its message. */
function planned(order: SheetOrder, rows = ROWS): unknown {
  const plan: SheetPlan<LedgerChanges> = MODEL.plan(aLedger(rows), order);
  if (plan.kind === 'refused') return plan.error.message;
  return Object.fromEntries(
    plan.changes.entries.map(({ taskId, agencyId, patch }) => [`${taskId}/${agencyId}`, patch]),
  );
}

describe('typing', () => {
  it('enters a text into the cell, in the period that is shown', () => {
    const order = { kind: 'text', areas: [area(1, 'narrative')], text: '完成选址' } as const;
    expect(MODEL.plan(aLedger(ROWS), order)).toMatchObject({ changes: { periodId: 10 } });
    expect(planned(order)).toEqual({ '1/2': { narrative: '完成选址' } });
  });

  it('fills every selected cell with Ctrl+Enter and steps over what cannot be written', () => {
    expect(planned({ kind: 'text', areas: [area(0, 'role', 2, 'status')], text: '3' })).toEqual({
      '1/1': { status: 'done' },
      '1/2': { status: 'done' },
      '2/1': { status: 'done' },
    });
  });

  it('of what stands there already changes nothing', () => {
    expect(planned({ kind: 'text', areas: [area(0, 'percent')], text: '40%' })).toEqual({});
  });

  it('of a text the column cannot hold is refused with the place and what can be written', () => {
    const message = planned({ kind: 'text', areas: [area(1, 'status')], text: '也许' });
    expect(message).toContain('第 1 项单位2的“也许”不能填入“状态”');
    expect(message).toContain('推进中（2）');
  });

  it('on whose progress it is, is answered; in its fields it is entered', () => {
    expect(['section', 'number', 'title', 'agency', 'role'].map((id) => MODEL.typing(id))).toEqual(
      Array.from({ length: 5 }, () => 'refused'),
    );
    expect(MODEL.typing('nextSteps')).toBe('edits');
    expect(MODEL.stampOf('reportedOn')).toBe('2021-10-08');
    expect(MODEL.stampOf('narrative')).toBeNull();
  });
});

describe('clearing', () => {
  it('empties the selected fields, and takes an entry away of which nothing is left', () => {
    expect(planned({ kind: 'clear', areas: [area(0, 'percent', 2, 'narrative')] })).toEqual({
      '1/1': { percent: null, narrative: '' },
      '2/1': null,
    });
  });
});

describe('filling', () => {
  it('repeats values down, and texts across into what can hold them', () => {
    const down = { source: area(0, 'status', 0, 'percent'), target: area(1, 'status', 2, 'percent') };
    expect(planned({ kind: 'fill', fills: [down] })).toEqual({
      '1/2': { status: 'in-progress', percent: 40 },
      '2/1': { status: 'in-progress', percent: 40 },
    });
    const right = { source: area(0, 'narrative'), target: area(0, 'problems') };
    expect(planned({ kind: 'fill', fills: [right] })).toEqual({ '1/1': { problems: '已开工' } });
  });
});

describe('pasting', () => {
  const paste = (text: string, at = area(0, 'status')) =>
    ({ kind: 'paste', block: parseTsv(text), areas: [at], cutFrom: [] }) as const;

  it('reads a block of a workbook field by field, with the line breaks inside its cells', () => {
    expect(
      planned(paste('已完成\t100%\t"一、验收\n二、归档"\t\t无\t2021-10-08\r\n受阻\t0.4\t缺地\t审批\t协调\t10.8\r\n')),
    ).toEqual({
      '1/1': {
        status: 'done',
        percent: 100,
        narrative: '一、验收\n二、归档',
        nextSteps: '无',
        reportedOn: '2021-10-08',
      },
      '1/2': {
        status: 'blocked',
        percent: 40,
        narrative: '缺地',
        problems: '审批',
        nextSteps: '协调',
        reportedOn: '2021-10-08',
      },
    });
  });

  it('with one text that cannot be read is refused as a whole, with the place in the block', () => {
    expect(planned(paste('已完成\t100%\r\n受阻\t大半\r\n'))).toContain(
      '第 1 项单位2（粘贴内容的第 2 行第 2 列）的“大半”不能填入“完成比例”',
    );
  });

  it('takes whole lines that were copied here, and counts what cannot be written', () => {
    const plan = MODEL.plan(aLedger(ROWS), paste('1\t任务1\t别的单位\t牵头\t已完成\r\n', area(0, 'number')));
    expect(plan).toMatchObject({ skipped: 1, outside: 0, changes: { entries: [{ patch: { status: 'done' } }] } });
  });

  it('moves what was cut', () => {
    const order = { ...paste('已开工\r\n', area(1, 'narrative')), cutFrom: [area(0, 'narrative')] };
    expect(planned(order)).toEqual({ '1/1': { narrative: '' }, '1/2': { narrative: '已开工' } });
  });
});

it('the status bar counts what is filled and adds up percentages, overlapping ranges once', () => {
  const areas = [area(0, 'percent', 2, 'narrative'), area(0, 'percent')];
  expect(ledgerFigures(aLedger(ROWS), areas)).toEqual({ count: 3, numbers: { sum: 40, average: 40 } });
});

it('a screen reader hears whose cell it is, which column, and what stands there', () => {
  const [line, empty] = aLedger(ROWS).rows;
  expect(line && MODEL.spokenWords(line, 'percent')).toBe('单位1，第1项，完成比例：40%');
  expect(empty && MODEL.spokenWords(empty, 'status')).toBe('单位2，第1项，状态未填');
});

describe('values of targets', () => {
  const grain = {
    id: TargetIdSchema.parse(8),
    name: '粮食监测',
    comparator: '=',
    target: 50,
    unit: '批次',
    accumulates: 'sum',
    value: null,
    given: null,
    cumulative: 12,
    share: 0.24,
    ahead: -10,
  } as const;
  const rate = { ...grain, id: TargetIdSchema.parse(9), name: '合格率', target: 97, unit: '%', value: 96 } as const;
  const rows = [aRow(16, 1, { targets: [grain] }), aRow(15, 1, { targets: [grain, rate] }), aRow(1, 1)];
  const values = (order: SheetOrder): unknown => {
    const plan: SheetPlan<LedgerChanges> = MODEL.plan(aLedger(rows), order);
    return plan.kind === 'refused'
      ? plan.error.message
      : plan.changes.values.map(({ targetId, value }) => [targetId, value]);
  };
  const typed = (row: number, text: string) => values({ kind: 'text', areas: [area(row, 'value')], text });

  it('are typed into the cell, with or without their unit', () => {
    expect(typed(0, '20')).toEqual([[8, 20]]);
    expect(typed(0, '1，200 批次')).toEqual([[8, 1200]]);
    expect(typed(0, '约20')).toContain('不能填入“本期值”');
  });

  it('of several targets are parted as the cell shows them, and one that stands is left alone', () => {
    expect(typed(1, '20；96')).toEqual([[8, 20]]);
    expect(typed(1, '—/98%')).toEqual([[9, 98]]);
    expect(typed(1, '20')).toContain('按顺序用“；”隔开');
  });

  it('are emptied by Delete, and cannot be entered for a task without targets', () => {
    expect(values({ kind: 'clear', areas: [area(0, 'value', 2)] })).toEqual([[9, null]]);
    expect(typed(2, '5')).toContain('没有量化指标的任务不能填');
  });

  it('go with the progress of the same block in one step', () => {
    const block = parseTsv('张三\t20\n李四\t5；97');
    const plan = MODEL.plan(aLedger(rows), { kind: 'paste', block, areas: [area(0, 'reporter')], cutFrom: [] });
    expect(plan).toMatchObject({
      changes: {
        entries: [{ patch: { reporter: '张三' } }, { patch: { reporter: '李四' } }],
        values: [{ value: 20 }, { value: 5 }, { value: 97 }],
      },
    });
  });
});
