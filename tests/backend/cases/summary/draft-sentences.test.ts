import { expect, test } from 'vitest';
import { draftSentences, staleOf } from '#backend/cases/summary/draft-sentences.ts';
import { AgencyIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { Role } from '#shared/domain/role.ts';
import { type SummarySource, textOfPart } from '#shared/domain/summary.ts';

const says = (id: number, role: Role, words: Partial<Pick<SummarySource, 'narrative' | 'problems' | 'nextSteps'>>) => ({
  taskId: TaskIdSchema.parse(1),
  agencyId: AgencyIdSchema.parse(id),
  agency: `县${id}局`,
  shortName: `${id}局`,
  role,
  narrative: '',
  problems: '',
  nextSteps: '',
  ...words,
});

test('sentences are taken word for word, agency by agency, each pointing at its entry', () => {
  const draft = draftSentences([
    says(1, 'lead', { narrative: '总体推进有序。' }),
    says(2, 'co-responsible', { narrative: '检查32户。发现问题3处。', problems: '人手不足。' }),
    says(3, 'cooperating', { nextSteps: '继续检查' }),
  ]);
  expect(
    draft.map(({ part, kind, text, sources }) => [part, kind, text, sources.map(({ agencyId }) => agencyId)]),
  ).toEqual([
    ['narrative', 'quoted', '总体推进有序。', [1]],
    ['narrative', 'program', '2局：', []],
    ['narrative', 'quoted', '检查32户。', [2]],
    ['narrative', 'quoted', '发现问题3处。', [2]],
    ['problems', 'program', '2局：', []],
    ['problems', 'quoted', '人手不足。', [2]],
    ['nextSteps', 'program', '3局：', []],
    ['nextSteps', 'quoted', '继续检查', [3]],
  ]);
  expect(textOfPart(draft, 'narrative')).toBe('总体推进有序。2局：检查32户。发现问题3处。');
  expect(textOfPart(draft, 'nextSteps')).toBe('3局：继续检查。');
});

test('what several say is said once and points at all of them', () => {
  const draft = draftSentences([
    says(2, 'co-responsible', { narrative: '已开展宣传。检查32户。' }),
    says(3, 'co-responsible', { narrative: '已开展宣传！' }),
  ]);
  const quoted = draft.filter(({ kind }) => kind === 'quoted');
  expect(quoted.map(({ text, sources }) => [text, sources.map(({ verbatim }) => verbatim)])).toEqual([
    ['已开展宣传。', ['已开展宣传。', '已开展宣传！']],
    ['检查32户。', ['检查32户。']],
  ]);
});

test('无 is left out where anybody names a problem, and stands once where nobody does', () => {
  const none = [says(2, 'co-responsible', { problems: '无' }), says(3, 'co-responsible', { problems: '无。' })];
  expect(draftSentences(none).map(({ text }) => text)).toEqual(['无']);
  const draft = draftSentences([...none, says(4, 'cooperating', { problems: '经费不足。' })]);
  expect(draft.map(({ text }) => text)).toEqual(['4局：', '经费不足。']);
});

test('nobody has said anything: an empty draft', () => {
  expect(draftSentences([])).toEqual([]);
  expect(textOfPart([], 'narrative')).toBe('');
});

test('a connective that nothing follows is not written', () => {
  const alone = [{ part: 'narrative', kind: 'program', text: '2局：', sources: [] } as const];
  expect(textOfPart(alone, 'narrative')).toBe('');
});

test('a sentence says when its entry was changed after the draft, or is gone', () => {
  const before = says(2, 'co-responsible', { narrative: '检查32户。发现问题3处。' });
  const sentence = draftSentences([before]).find(({ text }) => text === '检查32户。');
  if (!sentence) throw new Error('no sentence');
  expect(staleOf(sentence, [before])).toBe(null);
  expect(staleOf(sentence, [{ ...before, narrative: '检查32户。发现问题5处。' }])).toBe(null);
  expect(staleOf(sentence, [{ ...before, narrative: '检查40户。' }])).toBe('changed');
  expect(staleOf(sentence, [{ ...before, narrative: '' }])).toBe('gone');
  expect(staleOf(sentence, [])).toBe('gone');
  expect(staleOf({ ...sentence, kind: 'own', sources: [] }, [])).toBe(null);
});
