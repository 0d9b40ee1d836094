import { describe, expect, it } from 'vitest';
import { isSureDate } from '#backend/returns/values/read-date.ts';
import { readField } from '#backend/returns/values/read-fields.ts';
import { sureStatus } from '#backend/returns/values/read-status.ts';
import { BLANK_CELL } from '#backend/sheets/cell-value.ts';
import { returnHeadOf, usualFieldOf } from '#backend/sheets/read-head.ts';
import { VOCABULARY } from '#backend/sheets/vocabulary.ts';

const cellOf = (text: string) => ({ ...BLANK_CELL, text, merged: false, originRow: 1, originColumn: 1 });
const isSure = (field: 'status' | 'reportedOn', text: string): boolean => {
  const { readable, doubt } = readField(field, cellOf(text), { near: null });
  return readable && doubt === '';
};

describe('what is read beyond doubt is told quickly too, and alike', () => {
  it.each([
    '推进中',
    '已完成（按期）',
    '已完成（验收未过）',
    '完成。',
    '√已完成',
    '√',
    '□未启动 ☑推进中 □已完成',
    '□未启动 □已完成',
    '推进',
    '无',
    '滞后',
    '基本完成',
    '已完成/推进中',
    '100%',
    '是',
    'done',
    '１',
    '已完成检查 12 家',
  ])('status: %s', (text) => {
    expect(sureStatus(text) !== undefined).toBe(isSure('status', text));
  });

  it.each([
    '2021-10-08',
    '2021年10月8日',
    '２０２１年１０月８日',
    '二〇二一年十月八日',
    '“2021.10.8',
    '20211008',
    '2021/10/8 上午10:20',
    '2021年13月8日',
    '1921-10-08',
    '2021年10月',
    '10月8日',
    '21.10.8',
    '8.10.2021',
    '44477',
    '已于2021年10月8日上报',
    '2021年10月8日上报',
  ])('day: %s', (text) => {
    expect(isSureDate(text)).toBe(isSure('reportedOn', text));
  });

  it('heads: every usual word, alone, dressed, and inside a longer one', () => {
    const words = VOCABULARY.flatMap(({ words: usual }) => usual);
    for (const text of words.flatMap((word) => [
      word,
      `本月${word}`,
      `${word}（必填）`,
      `目前${word}说明`,
      `某项${word}等`,
    ])) {
      const reading = returnHeadOf(text);
      const usual = reading === undefined || reading.sureness === 'contained' ? undefined : reading.field;
      expect(usualFieldOf(text), text).toBe(usual);
    }
  });
});
