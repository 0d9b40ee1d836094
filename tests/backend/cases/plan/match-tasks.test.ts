import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, likeness, share } from '#backend/cases/plan/revision/likeness.ts';
import { matchTasks } from '#backend/cases/plan/revision/match-tasks.ts';

const A = '开展校园周边食品安全专项整治，检查覆盖率达到100%。';
const B = '完善冷链运输服务标准规范，督促落实运输工具消毒措施。';
const C = '组织食品安全宣传周活动，印发宣传资料不少于五千份。';

const list = (...texts: readonly string[]) => texts.map((text, index) => ({ ...comparable(text), number: index + 1 }));
const pairs = (before: readonly string[], after: readonly string[]) =>
  matchTasks(list(...before), list(...after)).map((pair) => `${pair.before}→${pair.after}`);

describe('tasks of a newer version', () => {
  test('are found when they changed places', () => {
    expect(pairs([A, B, C], [C, A, B])).toEqual(['2→0', '0→1', '1→2']);
  });

  test('are found when one is taken out or put in', () => {
    expect(pairs([A, B, C], [A, C])).toEqual(['0→0', '2→1']);
    expect(pairs([A, C], [A, B, C])).toEqual(['0→0', '1→2']);
  });

  test('are found when they were reworded or only differ in blanks and points', () => {
    expect(pairs([A, B], [`${A.replace('100%', '98%')}每月通报一次。`, B.replace('，', ' ')])).toEqual(['0→0', '1→1']);
  });

  test('of which two say the same go by their numbers', () => {
    expect(pairs([A, B, A], [B, A, A])).toEqual(['1→0', '0→1', '2→2']);
  });

  test('are not found where nothing is alike, though the number is', () => {
    expect(pairs([A, B], [C, '加强值班值守。'])).toEqual([]);
  });

  test('that were rewritten between neighbours that stayed are the same tasks', () => {
    const rewritten = '健全冷链运输标准规范，抓好车辆消毒措施和台账管理、追溯查询工作。';
    expect(likeness(comparable(B), comparable(rewritten))).toBeLessThan(0.5);
    expect(pairs([A, B, C], [A, rewritten, C])).toEqual(['0→0', '1→1', '2→2']);
  });

  test('half of a split task stands in the whole', () => {
    expect(share(comparable('检查覆盖率达到100%'), comparable(A))).toBeGreaterThan(0.9);
  });

  test('are each in one pair at most, and the same list matches itself', () => {
    const texts = fc.array(fc.constantFrom(A, B, C, '', '甲', `${A}${B}`), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const found = matchTasks(list(...before), list(...after));
        expect(new Set(found.map((pair) => pair.before)).size).toBe(found.length);
        expect(new Set(found.map((pair) => pair.after)).size).toBe(found.length);
        expect(pairs(before, before)).toEqual(before.map((_, index) => `${index}→${index}`));
      }),
    );
  });

  test('are matched by the thousand', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `${A}第${index * 7919}号`);
    expect(matchTasks(list(...many), list(...many.map((text) => `${text}另行通知`)))).toHaveLength(5_000);
  });
});
