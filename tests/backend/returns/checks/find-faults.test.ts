import { describe, expect, it } from 'vitest';
import { addFaults } from '#backend/returns/checks/add-faults.ts';
import { type FaultGround, type NarrativeOf, prepareFaults } from '#backend/returns/checks/find-faults.ts';
import { type ReturnedEntry, settleItem } from '#backend/returns/comparing/compare-return.ts';
import { entryKey, itemKey } from '#backend/returns/entry-key.ts';
import { NO_PROGRESS, type ProgressTexts } from '#backend/returns/progress-texts.ts';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { ReturnItem } from '#shared/domain/return-review.ts';
import { DEFAULT_RETURN_RULES, RETURN_RULES } from '#shared/domain/return-rules.ts';
import { GOOD_NARRATIVES } from './good-narratives.ts';

const TASK = TaskIdSchema.parse(12);
const FARMS = AgencyIdSchema.parse(1);
const WOODS = AgencyIdSchema.parse(2);
const CONTENT = '开展粮食质量安全检验监测，完成 50 批次粮食质量安全检验监测任务，全面落实属地管理责任。';
const TARGETS: FaultGround['tasks'][number]['targets'] = [
  { name: '粮食质量安全检验监测', comparator: '=', value: 50, unit: '批次' },
  { name: '餐饮服务提供者明厨亮灶覆盖率', comparator: '≥', value: 75, unit: '%' },
];

function anEntry(texts: Partial<ProgressTexts>, fields: readonly ProgressField[] = PROGRESS_FIELDS): ReturnedEntry {
  return {
    task: {
      taskId: TASK,
      number: 12,
      title: '粮食监测',
      content: CONTENT,
      agencyId: FARMS,
      agencyName: '县农业农村局',
    },
    texts: { ...NO_PROGRESS, ...texts },
    places: Object.fromEntries(fields.map((field, index) => [field, { row: 5, column: index + 5 }])),
  };
}

function ground(more: Partial<FaultGround> = {}): FaultGround {
  return {
    tasks: [{ taskId: TASK, content: CONTENT, targets: TARGETS }],
    last: new Map(),
    narratives: [],
    rules: DEFAULT_RETURN_RULES,
    ...more,
  };
}

function rulesHit(texts: Partial<ProgressTexts>, more: Partial<FaultGround> = {}): readonly string[] {
  return prepareFaults(ground(more))([anEntry(texts)]).map(({ rule }) => rule);
}

function lastSaid(narrative: string): Partial<FaultGround> {
  return { last: new Map([[entryKey(TASK, FARMS), { ...NO_PROGRESS, narrative }]]) };
}

function otherSaid(text: string, agencyId = WOODS): Partial<FaultGround> {
  return { narratives: [{ agencyId, agencyName: '县林业局', taskId: TASK, text }] };
}

describe('a good report', () => {
  it.each(GOOD_NARRATIVES)('is let through: %s', (narrative) => {
    const others = GOOD_NARRATIVES.filter((other) => other !== narrative).map(
      (text): NarrativeOf => ({ agencyId: WOODS, agencyName: '县林业局', taskId: TASK, text }),
    );
    const percent = /(?:进度|完成率) (\d+)%/u.exec(narrative)?.[1] ?? '80';
    const last = lastSaid('截至9月底，累计监测农产品 40 批次，累计检查餐饮单位 280 家。');
    expect(rulesHit({ status: '推进中', percent, narrative }, { ...last, narratives: others })).toEqual([]);
  });
});

describe('a report that says nothing', () => {
  it.each([
    '正在推进',
    '按计划开展',
    '按计划有序推进各项工作。',
    '正在积极推进中',
    '稳步推进，进展顺利。',
    '已按要求落实到位',
    '该项工作正常开展。',
    '按序时进度推进',
    '我单位正在按计划认真组织实施',
    '已完成。',
  ])('is named: %s', (narrative) => {
    expect(rulesHit({ status: '推进中', narrative })).toEqual(['words-only']);
  });

  it.each(['尚未开展', '不涉及本单位', '等于未完成', '两项一并推进', '推进 3 家', '', '007', '经费不足，无法推进'])(
    'is not: %s',
    (narrative) => {
      expect(rulesHit({ status: '推进中', narrative })).toEqual([]);
    },
  );

  it('is named where 已完成 stands beside it', () => {
    expect(rulesHit({ status: '已完成' })).toEqual(['done-without-narrative']);
    expect(rulesHit({ status: '推进中' })).toEqual([]);
  });

  it('is not judged by a column that did not come back or could not be read', () => {
    const find = prepareFaults(ground());
    expect(find([anEntry({ status: '已完成' }, ['status'])])).toEqual([]);
  });

  it('is named where 受阻 has no problem', () => {
    expect(rulesHit({ status: '受阻', problems: '无' })).toEqual(['blocked-without-problem']);
    expect(rulesHit({ status: '受阻', problems: '暂无问题。' })).toEqual(['blocked-without-problem']);
    expect(rulesHit({ status: '受阻', problems: '经费无着落' })).toEqual([]);
    expect(rulesHit({ status: '推进中', problems: '无' })).toEqual([]);
  });
});

describe('a copied report', () => {
  const text = '组织开展农资打假专项行动，检查农资门店，规范经营台账。';

  it('is named, word for word or nearly', () => {
    expect(rulesHit({ narrative: text }, lastSaid(text))).toEqual(['same-as-last']);
    expect(rulesHit({ narrative: `${text.slice(0, -1)}了！` }, lastSaid(text))).toEqual(['same-as-last']);
    expect(rulesHit({ narrative: text }, otherSaid(text))).toEqual(['same-as-other']);
    expect(rulesHit({ narrative: text.replace('规范', '规范了') }, otherSaid(text))).toEqual(['same-as-other']);
    expect(rulesHit({ narrative: '开展粮食质量安全检验监测，全面落实属地管理责任' })).toEqual(['same-as-plan']);
  });

  it('is none when the figures are new, when it is short, when it is the agency’s own of this month', () => {
    const counted = '截至9月底累计检查农资门店 40 家，规范经营台账 12 份。';
    const next = counted.replace('9', '10').replace('40', '52');
    expect(rulesHit({ narrative: next }, lastSaid(counted))).toEqual([]);
    expect(rulesHit({ narrative: next }, otherSaid(counted))).toEqual([]);
    expect(rulesHit({ narrative: '已检查 12 家' }, otherSaid('已检查 12 家'))).toEqual([]);
    expect(rulesHit({ narrative: text }, otherSaid(text, FARMS))).toEqual([]);
    expect(rulesHit({ narrative: '开展粮食质量安全检验监测，本月抽样 6 批次，均合格' })).toEqual([]);
  });

  it('tells the agency how alike they are', () => {
    const [fault] = prepareFaults(ground(otherSaid(text)))([anEntry({ narrative: text })]);
    expect(fault?.sentence).toBe('第 12 项：进展情况与县林业局的相同（100%）。');
    expect(fault?.place).toEqual({ row: 5, column: 7 });
  });
});

describe('figures of a report', () => {
  it.each<readonly [string, Partial<ProgressTexts>, readonly string[]]>([
    [
      'short of the target beside 已完成',
      { status: '已完成', narrative: '全年完成监测 30 批次' },
      ['figure-against-target'],
    ],
    ['short of it beside 100%', { percent: '100', narrative: '累计完成监测 30 批次' }, ['figure-against-target']],
    ['short of it while going on', { status: '推进中', percent: '60', narrative: '累计完成监测 30 批次' }, []],
    ['the target reached', { status: '已完成', narrative: '全年完成监测 50 批次' }, []],
    ['more than the target', { status: '已完成', narrative: '全年完成监测 61 批次，其中10月 12 批次' }, []],
    ['parts that add up', { status: '已完成', narrative: '上半年完成 20 批次，下半年完成 30 批次' }, []],
    ['this month alone', { status: '已完成', narrative: '本月完成监测 12 批次，任务全部结束' }, []],
    ['another target', { narrative: '年度目标任务 60 批次，已完成 30 批次' }, ['figure-against-target']],
    ['the right target', { narrative: '年度目标任务 50 批次，已完成 30 批次' }, []],
    [
      'a rate short of the target',
      { status: '已完成', narrative: '明厨亮灶覆盖率达到 60%' },
      ['figure-against-target'],
    ],
    ['another rate', { status: '已完成', narrative: '问题整改率达到 60%' }, []],
    [
      'another percentage than the column',
      { percent: '50', narrative: '总体完成率达 80%，进展顺利' },
      ['figure-against-percent'],
    ],
    ['the same percentage', { percent: '80', narrative: '总体完成 80%。' }, []],
    ['about the same', { percent: '82', narrative: '目前完成约 80%。' }, []],
    ['a percentage of a part', { percent: '50', narrative: '已完成 80% 的门店检查' }, []],
    ['what is planned', { percent: '50', narrative: '预计完成 80%。' }, []],
    ['no percentage in the column', { percent: '', narrative: '总体完成 80%。' }, []],
  ])('are compared: %s', (_, texts, rules) => {
    expect(rulesHit(texts)).toEqual(rules);
  });

  it('cannot go down from last month', () => {
    const last = lastSaid('截至9月底累计检查门店 40 家');
    expect(rulesHit({ narrative: '截至10月底累计检查门店 32 家' }, last)).toEqual(['figure-below-last']);
    expect(rulesHit({ narrative: '截至10月底累计检查门店 52 家' }, last)).toEqual([]);
    expect(rulesHit({ narrative: '截至10月底累计培训企业 12 家' }, last)).toEqual([]);
    expect(rulesHit({ narrative: '本月检查门店 12 家' }, last)).toEqual([]);
  });

  it('are named with both numbers', () => {
    const [fault] = prepareFaults(ground())([anEntry({ status: '已完成', narrative: '共完成 23 批次' })]);
    expect(fault?.sentence).toBe('第 12 项：文中 23 批次，量化指标 50 批次，却填已完成。');
  });
});

describe('the rules', () => {
  it('can each be switched off and on', () => {
    const texts = { status: '已完成', percent: '80', narrative: '正在推进' };
    expect(rulesHit(texts)).toEqual(['words-only']);
    expect(rulesHit(texts, { rules: new Set() })).toEqual([]);
    expect(rulesHit(texts, { rules: new Set(['done-below-hundred']) })).toEqual(['done-below-hundred']);
  });

  it('have names of their own', () => {
    const names = RETURN_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(RETURN_RULES.map(({ label }) => label)).size).toBe(names.length);
  });

  it('take the tick from the cells they are about, and from no other', () => {
    const anItem = (field: ProgressField, theirs: string): ReturnItem => {
      const item = {
        id: 0,
        returnId: null,
        key: itemKey(TASK, FARMS, field),
        taskId: TASK,
        taskNumber: 12,
        taskTitle: '',
        agencyId: FARMS,
        agencyName: '',
        field,
        base: '',
        baseFrom: 'sent',
        theirs,
        ours: '',
        fieldLabel: '进展情况',
        state: 'proposed',
        offers: [],
        retraction: false,
        place: null,
      } as const;
      return settleItem(item, []);
    };
    const items = [anItem('narrative', '正在推进'), anItem('percent', '60')];
    const faults = prepareFaults(ground())([anEntry({ narrative: '正在推进', percent: '60' })]);
    const [narrative, percent] = addFaults(items, faults);
    expect(narrative).toMatchObject({ chosen: false, doubts: [expect.stringContaining('没有具体内容')] });
    expect(percent).toMatchObject({ chosen: true, doubts: [] });
  });

  it('look at a county’s month in a moment', () => {
    const words = '检查抽检培训宣传排查整改督导调度企业门店学校乡镇食堂市场农资粮食'.match(/../g) ?? [];
    const report = (seed: number): string =>
      Array.from({ length: 24 }, (_, index) => words[(seed * (index + 7) + index * index) % words.length]).join('了');
    const narratives = Array.from(
      { length: 26 * 53 },
      (_, index): NarrativeOf => ({
        agencyId: AgencyIdSchema.parse((index % 26) + 1),
        agencyName: `单位${index % 26}`,
        taskId: TASK,
        text: `${report(index)}${index}次`,
      }),
    );
    const entries = narratives.map(({ text }) => anEntry({ narrative: text }));
    const started = performance.now();
    prepareFaults(ground({ narratives }))(entries);
    // A tenth of a second on an idle machine; ten times that tells quadratic work from a slow moment.
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
