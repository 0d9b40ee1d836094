import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines, widthInEms } from '#shared/text/text-width.ts';

describe('breaking a text into the lines of a cell', () => {
  it('fills a line with as many characters as stand in it', () => {
    expect(breakLines('建立进口冷链食品全链条追溯体系', 6)).toEqual(['建立进口冷链', '食品全链条追', '溯体系']);
  });

  it('keeps the line breaks a person made, and an empty text as one empty line', () => {
    expect(breakLines('县公安局\n县教育局', 10)).toEqual(['县公安局', '县教育局']);
    expect(breakLines('', 10)).toEqual(['']);
  });

  it('begins no line with a comma and ends none with an opening bracket', () => {
    expect(breakLines('排查整治完成，继续推进', 6)).toEqual(['排查整治完', '成，继续推进']);
    expect(breakLines('执行登记制度（含备案）', 7)).toEqual(['执行登记制度', '（含备案）']);
  });

  it('does not tear numbers and Latin words apart while they fit', () => {
    expect(breakLines('达到1.5批次每千人', 4)).toEqual(['达到1.5', '批次每千', '人']);
    expect(breakLines('ABCDEFGHIJ', 3).join('')).toBe('ABCDEFGHIJ');
  });

  it('never loses a character and never makes a line wider than its cell', () => {
    const text = fc.string({ unit: fc.constantFrom('食', '品', '，', '（', '）', '1', 'a', '“', '。'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (given, room) => {
        const lines = breakLines(given, room);
        expect(lines.join('')).toBe(given);
        for (const line of lines) expect(widthInEms(line)).toBeLessThanOrEqual(room + 0.01);
      }),
    );
  });

  it('marks that would fill the next line by themselves do not go down with the character after them', () => {
    expect(
      breakLines('食（“（品', 2)
        .map(widthInEms)
        .every((width) => width <= 2),
    ).toBe(true);
    expect(breakLines('食（“（品', 3).join('')).toBe('食（“（品');
  });
});
