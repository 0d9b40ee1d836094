import { describe, expect, test } from 'vitest';
import { applyEdit } from '#renderer/features/plan-review/draft/apply-edit.ts';
import { planDraftOf, planOf } from '#renderer/features/plan-review/draft/draft.ts';
import { beginHistory, stepBack, stepForth, stepTo } from '#renderer/features/plan-review/draft/review-history.ts';
import { PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { nth } from '#tests/helpers/a-plan.ts';
import { aDraft, aPlanReview, roleTexts, SOURCE } from './a-draft.ts';

const PLACE = { responsibility: 0, index: 1 };

describe('roles under review', () => {
  test('a role is changed, taken away, or given to another unit', () => {
    expect(roleTexts(aDraft(), 0)).toEqual(['lead 县教育局', 'cooperating 县财政局']);
    const changed = aDraft({ kind: 'set-role', key: 1, place: PLACE, role: 'co-responsible' });
    expect(roleTexts(changed, 0)).toEqual(['lead 县教育局', 'co-responsible 县财政局']);
    expect(roleTexts(aDraft({ kind: 'remove-role', key: 1, place: PLACE }), 0)).toEqual(['lead 县教育局']);
    const added = aDraft({ kind: 'add-role', key: 1, agency: '县审计局', role: 'cooperating' });
    expect(roleTexts(added, 0).at(-1)).toBe('cooperating 县审计局');
    expect(added.agencies.find((agency) => agency.name === '县审计局')).toMatchObject({ isKnown: true });
  });

  test('a unit that is named already gets another role and keeps its words', () => {
    const draft = aDraft({ kind: 'add-role', key: 1, agency: '县财政局', role: 'lead' });
    expect(roleTexts(draft, 0)).toEqual(['lead 县教育局', 'lead 县财政局']);
    const { span } = nth(nth(draft.tasks[0]?.responsibilities ?? [], 0).roles, 1);
    expect(SOURCE.slice(span.start, span.end)).toBe('县财政局');
  });

  test('choosing one lead makes the other leads co-responsible', () => {
    const draft = aDraft(
      { kind: 'add-role', key: 1, agency: '县财政局', role: 'lead' },
      { kind: 'choose-lead', key: 1, agency: '县财政局' },
    );
    expect(roleTexts(draft, 0)).toEqual(['co-responsible 县教育局', 'lead 县财政局']);
  });

  test('a task without a bracket gets its first unit by hand', () => {
    expect(roleTexts(aDraft({ kind: 'add-role', key: 3, agency: '县公安局', role: 'lead' }), 2)).toEqual([
      'lead 县公安局',
    ]);
  });
});

describe('tasks under review', () => {
  test('a task is cut in two, later numbers move up, and each half keeps its own targets', () => {
    const at = aDraft().tasks[0]?.content.indexOf('改造') ?? 0;
    const draft = aDraft({ kind: 'split-task', key: 1, at, source: SOURCE });
    expect(draft.tasks.map((task) => task.number)).toEqual([1, 2, 3, 4, 5]);
    expect(draft.tasks.map((task) => task.content).slice(0, 2)).toEqual([
      '新建3所幼儿园，6月底前完成。',
      '改造老旧小区5个。',
    ]);
    expect(roleTexts(draft, 1)).toEqual(roleTexts(draft, 0));
    expect(draft.tasks[0]?.dues).toHaveLength(1);
    expect(draft.tasks[1]?.dues).toHaveLength(0);
    const { start } = nth(draft.tasks, 1).span;
    expect(SOURCE.slice(start, start + 2)).toBe('改造');
  });

  test('cutting at the beginning or the end cuts nothing', () => {
    const before = aDraft();
    expect(applyEdit(before, { kind: 'split-task', key: 1, at: 0, source: SOURCE }, aPlanReview())).toBe(before);
  });

  test('a task joins the one before it with all that it has', () => {
    const draft = aDraft({ kind: 'merge-task', key: 2 });
    expect(draft.tasks).toHaveLength(3);
    expect(draft.tasks[0]?.content).toBe('新建3所幼儿园，6月底前完成。改造老旧小区5个。加强监管。');
    expect(roleTexts(draft, 0)).toHaveLength(4);
  });

  test('a removed task leaves its number free until the tasks are numbered again', () => {
    const draft = aDraft({ kind: 'remove-task', key: 2 });
    expect(draft.tasks.map((task) => task.number)).toEqual([1, 3, 4]);
    expect(aDraft({ kind: 'remove-task', key: 2 }, { kind: 'renumber' }).tasks.map((task) => task.number)).toEqual([
      1, 2, 3,
    ]);
  });

  test('a passage of the source becomes a task where it stands', () => {
    const start = SOURCE.indexOf('二、产业');
    const task = { ...nth(aDraft().tasks, 0), title: '新增', span: { start, end: start + 4 } };
    const draft = aDraft({ kind: 'add-tasks', tasks: [task] });
    expect(draft.tasks.map(({ number, title }) => `${number} ${title}`)).toContain('4 新增');
    expect(draft.tasks.map((item) => item.number)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(draft.tasks.map((item) => item.key)).size).toBe(5);
  });
});

describe('units under review', () => {
  test('a name that is confirmed as an alias is one unit with the other from then on', () => {
    const draft = aDraft({ kind: 'merge-agency', name: '县农业和农村局', into: '县农业农村局' });
    expect(draft.agencies.find((agency) => agency.name === '县农业农村局')?.aliases).toEqual(['县农业和农村局']);
    expect(planOf(draft).agencies.map((agency) => agency.name)).not.toContain('县农业和农村局');
    const apart = applyEdit(
      draft,
      { kind: 'separate-alias', name: '县农业农村局', alias: '县农业和农村局' },
      aPlanReview(),
    );
    expect(apart.agencies.map((agency) => agency.name)).toContain('县农业和农村局');
  });

  test('a unit of the directory can be chosen though the document does not name it', () => {
    const draft = aDraft({ kind: 'merge-agency', name: '县财政局', into: '县审计局' });
    expect(draft.agencies.find((agency) => agency.name === '县审计局')).toMatchObject({
      aliases: ['县财政局'],
      isKnown: true,
    });
  });

  test('a renamed unit is still meant by its words, and no two units get one name', () => {
    const draft = aDraft({ kind: 'set-agency', name: '县财政局', patch: { name: '县财政事务局' } });
    expect(draft.agencies.find((agency) => agency.name === '县财政事务局')?.aliases).toEqual(['县财政局']);
    const before = aDraft();
    const taken = { kind: 'set-agency', name: '县财政局', patch: { name: '县公安局' } } as const;
    expect(applyEdit(before, taken, aPlanReview())).toBe(before);
  });
});

test('what is created fits the schema of a plan and holds the units that have a role', () => {
  const { reading, agencies } = planOf(aDraft({ kind: 'remove-task', key: 2 }));
  expect(PlanReadingSchema.safeParse(reading).success).toBe(true);
  expect(agencies.map((agency) => agency.name)).toEqual(['县教育局', '县财政局', '县农业和农村局']);
});

test('every edit can be taken back and done again, and a new edit ends what could be done again', () => {
  const first = planDraftOf(aPlanReview());
  const second = applyEdit(first, { kind: 'remove-task', key: 1 }, aPlanReview());
  const history = stepTo(beginHistory(first), second);
  expect(stepBack(history).present).toBe(first);
  expect(stepForth(stepBack(history)).present).toBe(second);
  expect(stepForth(stepTo(stepBack(history), { ...first })).future).toEqual([]);
  expect(stepTo(history, second)).toBe(history);
});

test('reading a task again takes what the reader says anew, and keeps what a person corrected', () => {
  const before = aDraft({ kind: 'set-task', key: 1, patch: { title: '新建幼儿园' } });
  const { reading } = aPlanReview();
  const first = nth(reading.tasks, 0);
  const fresh = { ...first, title: '按原文', content: '按原文读的内容。' };
  const again = { ...reading, tasks: [fresh] };
  const draft = applyEdit(before, { kind: 'take-reading', reading: again, span: first.span }, aPlanReview());
  expect(draft.tasks[0]).toMatchObject({ title: '新建幼儿园', content: '按原文读的内容。', number: 1 });
  expect(draft.tasks[1]).toBe(before.tasks[1]);
});

test('a field of a task that is gone by now changes nothing', () => {
  const before = aDraft({ kind: 'remove-task', key: 2 });
  expect(applyEdit(before, { kind: 'set-task', key: 2, patch: { title: '迟到' } }, aPlanReview())).toBe(before);
});
