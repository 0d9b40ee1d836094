// A workbook with a password was refused with the advice to send it without; now it is asked for.
import * as xlsx from '@e965/xlsx';
import officeCrypto from 'officecrypto-tool';
import { describe, expect, it, test } from 'vitest';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { sheetData } from '../files/zip-of.ts';
import { cellsOf, xlsxOf } from './xlsx-of.ts';

const PLAIN = Buffer.from(xlsxOf(sheetData([['序号', '进展情况']])));
const PASSWORD = '泽州 2021';

describe.each([
  ['as office programs do today', officeCrypto.encrypt(PLAIN, { password: PASSWORD })],
  ['as they did before', officeCrypto.encrypt(PLAIN, { password: PASSWORD, type: 'standard' })],
] as const)('a workbook encrypted %s', (_, bytes) => {
  it('opens with its password', async () => {
    const [sheet] = await readSheets(bytes, '回收.xlsx', { password: PASSWORD });
    expect(sheet && [...cellsOf(sheet).values()].map(({ text }) => text)).toEqual(['序号', '进展情况']);
  });

  test.each([
    [undefined, 'WORKBOOK_ENCRYPTED'],
    ['', 'WORKBOOK_ENCRYPTED'],
    ['泽州 2022', 'WORKBOOK_PASSWORD_WRONG'],
  ])('is refused with the password %j', async (password, code) => {
    const error = await refusalOf(readSheets(bytes, '回收.xlsx', { password }));
    expect(error.code).toBe(code);
    expect(error.message).toContain('密码');
  });
});

it('a workbook that asks for the password a million times over is not tried', async () => {
  const bytes = Buffer.from(officeCrypto.encrypt(PLAIN, { password: PASSWORD }));
  const said = 'spinCount="100000"';
  const at = bytes.indexOf(said);
  expect(at).toBeGreaterThan(0);
  bytes.write('spinCount="999999999"'.slice(0, said.length - 1).concat('"'), at, 'latin1');
  bytes.write('spinCount="9999999"', at, 'latin1');
  const error = await refusalOf(readSheets(bytes, '回收.xlsx', { password: PASSWORD }));
  expect(error.code).toBe('WORKBOOK_ENCRYPTION_UNKNOWN');
});

it('a plain workbook opens with any password', async () => {
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([['a', 'b']]), '表');
  const bytes = new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer);
  expect(await readSheets(bytes, '回收.xls', { password: 'x' })).toHaveLength(1);
});
