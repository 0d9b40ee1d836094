// Paper and workbook counted lines by two models: the workbook took every character as one square and one line in ten as
// spare, the print broke by the rules of punctuation. One model (shared/text/text-width.ts) now serves both.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenLines, heightOf, linesOf, ROW_HEIGHT_MAX } from '#backend/excel/text-metrics.ts';

/** Six characters of 11 points stand in such a cell. */
const SIX = { units: 13, size: 11 };

describe('the height of a row', () => {
  it('counts the lines that are printed: no line begins with a comma, no number is torn apart', () => {
    expect(linesOf('排查整治完成继续推进', SIX.units, SIX.size)).toBe(2);
    expect(linesOf('排查整治完成，继续推进中', SIX.units, SIX.size)).toBe(3);
    expect(linesOf('共检查企业12345.6789家', SIX.units, SIX.size)).toBe(3);
    expect(linesOf('县公安局\n县教育局', SIX.units, SIX.size)).toBe(2);
    expect(linesOf('', SIX.units, SIX.size)).toBe(1);
  });

  it('is never less than the text needs, and never more than Excel allows', () => {
    const text = fc.string({
      unit: fc.constantFrom('食', '品', '，', '（', '）', '1', 'a', '。', '\n'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 13, max: 60 }), (given, units) => {
        const squares = (units * 7) / (11 * (96 / 72));
        const wide = given.split('\n').map((line) => [...line].filter((character) => !/[1a]/.test(character)).length);
        const least = wide.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / squares)), 0);
        expect(linesOf(given, units, 11)).toBeGreaterThanOrEqual(least);
        expect(heightOf(linesOf(given, units, 11), 11)).toBeLessThanOrEqual(ROW_HEIGHT_MAX);
      }),
    );
  });

  it('breaks a short name over a narrow column without losing a character', () => {
    expect(brokenLines('县直各个部门（单位）', SIX.units, SIX.size)).toBe('县直各个部门\n（单位）');
  });
});
