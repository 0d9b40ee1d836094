import { expect, test } from 'vitest';
import {
  chooseChanges,
  looksLikeAnotherPlan,
  takenChanges,
} from '#renderer/features/plan-review/revision/change-choices.ts';
import { wordDiff } from '#renderer/text/word-diff.ts';
import type { PlanChange, PlanComparison } from '#shared/domain/plan-comparison.ts';

const change = (id: string, overridesHand = false): PlanChange => ({
  id,
  kind: 'roles',
  taskId: null,
  number: null,
  title: '',
  before: '',
  after: '',
  note: '',
  overridesHand,
});
const comparison: PlanComparison = {
  changes: [change('roles 1'), change('roles 2', true), change('roles 3')],
  sameYear: true,
  matched: 3,
  tasksBefore: 3,
  tasksAfter: 3,
};

test('changes are taken, but for those that would take back what was set by hand', () => {
  expect(takenChanges(comparison, new Map())).toEqual(['roles 1', 'roles 3']);
});

test('a person decides otherwise, one by one or all at once', () => {
  const one = chooseChanges(new Map(), [change('roles 1')], false);
  expect(takenChanges(comparison, one)).toEqual(['roles 3']);
  expect(takenChanges(comparison, chooseChanges(one, comparison.changes, true))).toEqual([
    'roles 1',
    'roles 2',
    'roles 3',
  ]);
});

test('a document of another year, or with hardly a task in common, is another plan', () => {
  expect(looksLikeAnotherPlan(comparison)).toBe(false);
  expect(looksLikeAnotherPlan({ ...comparison, matched: 1 })).toBe(true);
  expect(looksLikeAnotherPlan({ ...comparison, sameYear: false })).toBe(true);
});

test('changed words are shown word by word', () => {
  expect(wordDiff('每季度开展检查。', '每月开展检查。').filter((part) => part.kind === 'same')).toHaveLength(1);
  const parts = wordDiff('牵头：县教育局', '牵头：县教育局；配合：县公安局');
  expect(parts.map((part) => part.kind)).toEqual(['same', 'new']);
  const text = (kind: string) =>
    parts.filter((part) => part.kind === kind || part.kind === 'same').map((part) => part.text);
  expect(text('gone').join('')).toBe('牵头：县教育局');
  expect(text('new').join('')).toBe('牵头：县教育局；配合：县公安局');
});

test('very long texts are shown one after the other', () => {
  expect(wordDiff('甲'.repeat(15_000), '乙'.repeat(15_000)).map((part) => part.kind)).toEqual(['gone', 'new']);
});
