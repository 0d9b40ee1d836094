import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestedFileName } from '#renderer/features/exports/file-name.ts';
import { fitColumns, NUMBER_WIDTH } from '#renderer/grid/matrix/column-widths.ts';
import { chineseOrdinal } from '#shared/text/chinese-ordinal.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';

const SCROLL_BAR = 16;

describe('column widths', () => {
  it.each([
    ['a 1366 screen, panel open', 1366 - 356],
    ['a 1366 screen, panel closed', 1366],
    ['a 1920 screen, panel open', 1920 - 356],
    ['a 1920 screen, panel closed', 1920],
  ])('show 25 agencies without a horizontal scroll bar on %s', (_, width) => {
    const { task, agency } = fitColumns(width, 25);
    expect(NUMBER_WIDTH + task + 25 * agency + SCROLL_BAR).toBeLessThanOrEqual(width);
  });

  it('never leave the bounds in which marks and titles can be read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 300 }), (width, agencies) => {
        const { task, agency } = fitColumns(width, agencies);
        expect(task).toBeGreaterThanOrEqual(196);
        expect(task).toBeLessThanOrEqual(620);
        expect(agency).toBeGreaterThanOrEqual(30);
        expect(agency).toBeLessThanOrEqual(52);
      }),
    );
  });
});

describe('words made from data', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [53, '五十三'],
    [100, '一百'],
  ])('section %i is %s', (value, words) => {
    expect(chineseOrdinal(value)).toBe(words);
  });

  it('a title that brings its own number keeps it', () => {
    expect(sectionHeading(2, '二、强化整治')).toBe('二、强化整治');
    expect(sectionHeading(2, '强化整治')).toBe('二、强化整治');
  });

  it('a suggested file name holds nothing Windows forbids, and names the period of a ledger', () => {
    expect(suggestedFileName('泽州县2021年食品安全重点工作安排', '责任矩阵', null)).toBe(
      '泽州县2021年食品安全重点工作安排-责任矩阵.xlsx',
    );
    expect(suggestedFileName('甲/乙:丙\n丁', '进展台账', '2021-10')).toBe('甲_乙_丙 丁-进展台账-2021年10月.xlsx');
    expect(suggestedFileName('', '责任矩阵', null)).toBe('责任矩阵.xlsx');
  });

  // A title of 80 characters was kept whole, and with table and period the name had more than the 255 bytes that
  // Linux takes: the file could not be saved under the name the program itself had proposed.
  it('a suggested file name is never too long, and its end is never cut', () => {
    const name = suggestedFileName('长'.repeat(200), '进展台账', '2021-10');
    expect(Buffer.byteLength(name)).toBeLessThan(256);
    expect(name).toMatch(/^长+-进展台账-2021年10月\.xlsx$/);
  });
});
