import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeviceName, safeFileName, safeFileNameWithEnding } from '#shared/text/file-name.ts';
import { anyText } from '#tests/helpers/hostile-texts.ts';

describe('a file name made from text', () => {
  it.each([
    ['县公安局-2021年10月填报表', '县公安局-2021年10月填报表'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['甲/乙\\丙:丁*?"<>|', '甲_乙_丙_丁______'],
    ['甲\n乙　丙', '甲 乙 丙'],
    ['con', '_con'],
    ['..', '未命名'],
    ['a\u0000b\u202Ec', 'abc'],
    ['名. ', '名'],
  ])('is fit for every file system: %j', (text, name) => {
    expect(safeFileName(text)).toBe(name);
  });

  it('is one that Windows and Linux take, whatever it was made of, also with its ending', () => {
    const pieces = fc.constantFrom(
      'CON',
      'nul',
      'com1',
      'LPT¹',
      '.',
      ' ',
      '😀',
      '𠮷',
      '长',
      '\u202e',
      '/',
      '\\',
      ':',
      '.xlsx',
    );
    const texts = fc.oneof(
      anyText(300),
      fc.array(pieces, { maxLength: 120 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 80 }), (text, max) => {
        for (const name of [safeFileName(text), safeFileName(text, max)]) {
          const file = `${name}.xlsx`;
          expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);
          expect(path.basename(file)).toBe(file);
          expect(path.win32.basename(file)).toBe(file);
          expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Surrogate}]|^[. ]|[. ]$/u);
          expect(name).not.toBe('');
          expect(isDeviceName(file)).toBe(false);
        }
      }),
    );
    for (const name of ['CON', 'con.txt', 'aux ', 'nul .xlsx', 'COM¹', 'conin$']) {
      expect([name, isDeviceName(safeFileName(name))]).toEqual([name, false]);
    }
    expect(Buffer.byteLength(safeFileName('😀'.repeat(200)))).toBeLessThanOrEqual(240);
    // Cut down to a device's name.
    expect(safeFileName('console', 3)).toBe('_con');
  });

  it('is not too long for a file system', () => {
    expect(Buffer.byteLength(safeFileName('长'.repeat(300)))).toBeLessThan(250);
    expect(Buffer.byteLength(safeFileNameWithEnding(`${'长'.repeat(300)}.xlsx`))).toBeLessThan(255);
    expect(safeFileNameWithEnding(`${'长'.repeat(300)}.xlsx`)).toMatch(/^长{80}\.xlsx$/);
  });
});

describe('a file name that the window suggests', () => {
  it('stays a name, whatever it tries', () => {
    for (const name of [
      '../../etc/passwd',
      '..\\..\\a.xlsx',
      'C:\\a.xlsx',
      '/etc/cron.d/a',
      '.bashrc',
      'a\u0000b',
      '..',
      ' ',
      'nul.xlsx',
    ]) {
      const safe = safeFileNameWithEnding(name);
      expect(path.basename(safe)).toBe(safe);
      expect(path.win32.basename(safe)).toBe(safe);
      expect(safe).toMatch(/^[^.\s]/);
      expect(safe).not.toMatch(/^nul/i);
    }
  });

  it('is left alone when it is an ordinary Chinese name', () => {
    const name = '泽州县2021年 责任矩阵（10月）.xlsx';
    expect(safeFileNameWithEnding(name)).toBe(name);
  });

  it('loses what Windows forbids', () => {
    expect(safeFileNameWithEnding('10月/11月: "台账"?.xlsx')).toBe('10月_11月_ _台账__.xlsx');
  });
});
