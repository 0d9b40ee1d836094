import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastStartingAt, sourceLines } from '#renderer/features/plan-review/source/source-lines.ts';
import { marksByLine, marksOf, segmentsOf } from '#renderer/features/plan-review/source/source-marks.ts';
import { nth } from '#tests/helpers/a-plan.ts';
import { aDraft, aPlanReview, SOURCE } from './a-draft.ts';

describe('the lines of the source', () => {
  test('put together give the text again, however long they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('县', '。', '；', '\n', '句'.repeat(90))), (parts) => {
        const text = parts.join('');
        const lines = sourceLines(text);
        const shown = lines.map(({ start, end }) => text.slice(start, end)).join('');
        expect(shown).toBe(text.replaceAll('\n', ''));
        expect(Math.max(0, ...lines.map(({ start, end }) => end - start))).toBeLessThanOrEqual(400);
      }),
    );
  });

  test('are found by an offset', () => {
    const lines = sourceLines(SOURCE);
    for (const [index, line] of lines.entries()) expect(lastStartingAt(lines, line.end)).toBe(index);
    expect(lastStartingAt(lines, -1)).toBe(-1);
  });
});

describe('the coloured source', () => {
  const { reading } = aPlanReview();
  const lines = sourceLines(SOURCE);
  const byLine = marksByLine(lines, marksOf(aDraft(), reading));
  const segments = (index: number, focus = null as null | { start: number; end: number }) =>
    segmentsOf(nth(lines, index), byLine.get(index) ?? [], focus);
  const shown = (index: number, kind: string) =>
    segments(index)
      .filter((segment) => segment.kinds.some((candidate) => candidate === kind))
      .map(({ start, end }) => SOURCE.slice(start, end));

  test('marks each unit by its role, inside of its bracket', () => {
    expect(shown(2, 'lead')).toEqual(['县教育局']);
    expect(shown(2, 'cooperating')).toEqual(['县财政局']);
    expect(shown(2, 'responsibility').join('')).toBe('（县教育局牵头，县财政局配合）');
    expect(shown(3, 'co-responsible')).toEqual(['县公安局', '县农业农村局']);
  });

  test('marks dues and brackets that were left out', () => {
    expect(shown(2, 'due')).toEqual(['6月底前']);
    expect(shown(4, 'look-alike').join('')).toContain('局办公室组织');
  });

  test('the segments of a line are the whole line, also around the highlighted words', () => {
    const start = SOURCE.indexOf('教育');
    for (const index of lines.keys()) {
      const text = segments(index, { start, end: start + 2 }).map((part) => SOURCE.slice(part.start, part.end));
      expect(text.join('')).toBe(SOURCE.slice(nth(lines, index).start, nth(lines, index).end));
    }
    const focused = segments(2, { start, end: start + 2 }).filter((segment) => segment.isFocused);
    expect(focused.map((part) => SOURCE.slice(part.start, part.end))).toEqual(['教育']);
  });
});
