import { describe, expect, it } from 'vitest';
import { readField, readPercent, readStatus } from '#renderer/grid/ledger/read-field.ts';

const TODAY = '2021-10-08';

describe('a status', () => {
  it.each([
    ['推进中', 'in-progress'],
    ['推', 'in-progress'],
    ['2', 'in-progress'],
    ['２', 'in-progress'],
    ['未', 'not-started'],
    ['1', 'not-started'],
    ['已', 'done'],
    ['办结', 'done'],
    ['受', 'blocked'],
    ['不', 'not-applicable'],
    ['5', 'not-applicable'],
    [' 已完成 ', 'done'],
    ['', null],
    ['6', undefined],
    ['也许', undefined],
  ])('written %j is %j', (text, status) => {
    expect(readStatus(text)).toBe(status);
  });
});

describe('a percentage', () => {
  it.each([
    ['40', 40],
    ['40%', 40],
    ['４０％', 40],
    ['0.4', 40],
    ['0.405', 40.5],
    ['0.07', 7],
    ['0.4%', 0.4],
    ['1', 1],
    ['100', 100],
    ['0', 0],
    ['66.67%', 66.67],
    ['', null],
    ['101', undefined],
    ['-1', undefined],
    ['一半', undefined],
    ['4 0', 40],
  ])('written %j is %j', (text, percent) => {
    expect(readPercent(text)).toBe(percent);
  });
});

describe('a field', () => {
  it('takes dates in the usual writings, in the year of today, and nothing that is no date', () => {
    expect(readField('reportedOn', '10.15', TODAY)).toEqual({ reportedOn: '2021-10-15' });
    expect(readField('reportedOn', '2021/9/30', TODAY)).toEqual({ reportedOn: '2021-09-30' });
    expect(readField('reportedOn', '12.28', '2022-01-05')).toEqual({ reportedOn: '2021-12-28' });
    expect(readField('reportedOn', '1.5', '2022-01-05')).toEqual({ reportedOn: '2022-01-05' });
    expect(readField('reportedOn', '2022-12-28', '2022-01-05')).toEqual({ reportedOn: '2022-12-28' });
    expect(readField('reportedOn', '', TODAY)).toEqual({ reportedOn: null });
    expect(readField('reportedOn', '上周', TODAY)).toBeUndefined();
  });

  it('keeps the line breaks of a text, drops those behind it, and refuses more than a workbook cell holds', () => {
    expect(readField('narrative', '第一行\r\n第二行\r\n', TODAY)).toEqual({ narrative: '第一行\n第二行' });
    expect(readField('problems', '长'.repeat(32_768), TODAY)).toBeUndefined();
  });
});
