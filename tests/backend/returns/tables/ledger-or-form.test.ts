// A table with a unit above it and units in its rows: whose words are they?
import { describe, expect, it } from 'vitest';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { ledgerOrForm } from '#backend/returns/tables/ledger-or-form.ts';
import { NO_HINTS } from '#backend/returns/tables/read-return.ts';
import type { FormIds } from '#backend/sheets/form-format.ts';
import { sheetRead, tableOf } from '../returned-sheets.ts';

const TASKS = ['严厉打击食品安全违法犯罪', '开展校园食品安全检查', '开展农产品质量抽检'];

/** A table under a unit line (none when empty), its column of units named so, each row with its unit. */
function sheetOf(unit: string, head: string, units: readonly string[]) {
  return sheetRead([
    [unit === '' ? '2021年10月工作台账' : `填报单位：${unit}`],
    ['序号', '工作任务', head, '进展情况'],
    ...units.map((each, index) => [index + 1, TASKS[index], each, `已开展${index + 3}次`]),
  ]);
}

const read = (unit: string, head: string, units: readonly string[]): ParsedTable => tableOf(sheetOf(unit, head, units));

describe('a table with units in its rows', () => {
  it.each(['责任单位', '牵头单位', '单位', '填报单位'])('and none above it is a ledger: %s', (head) => {
    const table = read('', head, ['县公安局', '县教育局', '县林业局']);
    expect(table).toMatchObject({ kind: 'ledger', doubts: [] });
    expect(table.rows.map(({ agencyText }) => agencyText)).toEqual(['县公安局', '县教育局', '县林业局']);
  });

  it.each(['责任单位', '牵头单位'])('that are the one above is its form, without a doubt: %s', (head) => {
    const table = read('县公安局', head, ['县公安局', '县公安局、县教育局', '县公安局']);
    expect(table).toMatchObject({ kind: 'form', doubts: [] });
    expect(table.rows.map(({ agencyText }) => agencyText)).toEqual(['', '', '']);
  });

  it.each(['单位', '填报单位', '报送部门'])('that report is a ledger, whoever put it together: %s', (head) => {
    expect(read('县食安办', head, ['县公安局', '县教育局', '县林业局'])).toMatchObject({ kind: 'ledger', doubts: [] });
  });

  it('of which the one above is never responsible was put together by it: a ledger, and a person is asked', () => {
    const table = read('县食安办', '责任单位', ['县公安局', '县教育局', '县林业局']);
    expect(table.kind).toBe('ledger');
    expect(table.doubts.join()).toContain('已按各行的“责任单位”逐行对应');
  });

  it('of which the one above is responsible in some, or one other in all, is its form, and a person is asked', () => {
    for (const units of [
      ['县公安局', '县教育局', '县林业局'],
      ['县教育局', '县教育局', '县教育局'],
    ]) {
      const table = read('县公安局', '责任单位', units);
      expect(table.kind).toBe('form');
      expect(table.doubts.join()).toContain('各行又有“责任单位”');
      expect(table.rows.map(({ agencyText }) => agencyText)).toEqual(['', '', '']);
    }
  });

  it.each(['牵头单位', '牵头部门', '主责单位'])(
    'that lead is the form of the one above, which may cooperate: %s',
    (head) => {
      const table = read('县公安局', head, ['县农业农村局', '县教育局', '县林业局']);
      expect(table.kind).toBe('form');
      expect(table.doubts.join()).toContain(`把“${head}”一列指定为单位`);
    },
  );

  it('is a ledger when a person points the column out', () => {
    const sheet = sheetOf('县食安办', '牵头单位', ['县公安局', '县教育局', '县林业局']);
    const columns = (['number', 'task', 'agency', 'narrative'] as const).map((field, at) => ({
      column: at + 1,
      field,
    }));
    const pointed = { sheet: sheet.name, firstHeadRow: 2, lastHeadRow: 2, columns };
    const table = tableOf(sheet, 'x.xlsx', { ...NO_HINTS, pointed });
    expect(table.kind).toBe('ledger');
    expect(table.doubts).toEqual([]);
  });

  it('is a form of ours when it has our ids, whatever its rows name', () => {
    const at = new Map([['agency', { column: 3, head: '单位', filled: 3 }]]) as never;
    expect(ledgerOrForm({ columns: [], at }, {} as FormIds, '', ['县公安局']).isLedger).toBe(false);
  });
});
