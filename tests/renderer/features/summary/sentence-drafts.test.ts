import { expect, test } from 'vitest';
import {
  draftsOf,
  movedSentence,
  sentencesOf,
  withAdded,
  withOwn,
  withoutSentence,
  withText,
} from '#renderer/features/summary/sentence-drafts.ts';
import { AgencyIdSchema } from '#shared/domain/ids.ts';
import type { CheckedSentence } from '#shared/domain/summary.ts';

const source = (verbatim: string) => ({ agencyId: AgencyIdSchema.parse(2), field: 'narrative' as const, verbatim });

const quoted = (text: string): CheckedSentence => ({
  part: 'narrative',
  kind: 'quoted',
  text,
  sources: [source(text)],
  stale: null,
});

const drafts = () => draftsOf([quoted('甲。'), quoted('乙。'), { ...quoted('丙。'), part: 'problems' }]);
const words = (all: ReturnType<typeof drafts>) => all.map(({ text }) => text);

test('a changed sentence says so and keeps its entry; changed back it is quoted again', () => {
  const all = drafts();
  const id = all[0]?.id ?? -1;
  const changed = withText(all, id, '甲改。');
  expect(sentencesOf(changed)[0]).toMatchObject({ kind: 'edited', text: '甲改。', sources: [source('甲。')] });
  expect(sentencesOf(withText(changed, id, '甲。'))[0]?.kind).toBe('quoted');
});

test('an own sentence points at nothing, stands where it was asked for, and is left out while it is empty', () => {
  const all = withOwn(drafts(), 'narrative', null);
  const own = all.find(({ kind }) => kind === 'own');
  expect(words(all)).toEqual(['甲。', '乙。', '', '丙。']);
  expect(words(withOwn(drafts(), 'nextSteps', null)).length).toBe(4);
  expect(sentencesOf(all)).toHaveLength(3);
  const written = sentencesOf(withText(all, own?.id ?? -1, '自写。'));
  expect(written[2]).toEqual({ part: 'narrative', kind: 'own', text: '自写。', sources: [] });
});

test('a program’s connective that is changed is the clerk’s own', () => {
  const [connective] = draftsOf([{ part: 'narrative', kind: 'program', text: '二局：', sources: [], stale: null }]);
  if (!connective) throw new Error('no sentence');
  expect(withText([connective], connective.id, '二局方面，')[0]?.kind).toBe('own');
});

test('sentences are moved among their own part, and taken out', () => {
  const all = drafts();
  const [first, second, third] = all.map(({ id }) => id);
  expect(words(movedSentence(all, second ?? -1, -1))).toEqual(['乙。', '甲。', '丙。']);
  expect(words(movedSentence(all, first ?? -1, -1))).toEqual(['甲。', '乙。', '丙。']);
  expect(words(movedSentence(all, second ?? -1, 1))).toEqual(['甲。', '乙。', '丙。']);
  expect(words(movedSentence(all, third ?? -1, -1))).toEqual(['甲。', '乙。', '丙。']);
  expect(words(withoutSentence(all, first ?? -1))).toEqual(['乙。', '丙。']);
});

test('what was written since joins its part', () => {
  const { stale: _, ...fresh } = quoted('新。');
  expect(words(withAdded(drafts(), [fresh]))).toEqual(['甲。', '乙。', '新。', '丙。']);
});
