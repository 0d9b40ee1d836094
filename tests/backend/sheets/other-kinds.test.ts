// Only .xlsx came in; agencies send whatever their programs save, and pages under the ending .xls.
import * as xlsx from '@e965/xlsx';
import { describe, expect, it, test } from 'vitest';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { zipOf } from '../files/zip-of.ts';
import { cellsOf } from './xlsx-of.ts';

async function first(bytes: Uint8Array, file = '县公安局.xls'): Promise<SheetRead> {
  const [sheet] = await readSheets(bytes, file);
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

async function cells(bytes: Uint8Array, file?: string): Promise<ReadonlyMap<string, CellRead>> {
  return cellsOf(await first(bytes, file));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(['xlsx', 'xlsb', 'biff8', 'ods', 'xlml'] as const)('a workbook saved as %s', (bookType) => {
  const sheet: xlsx.WorkSheet = {
    '!ref': 'A1:D3',
    A1: { t: 's', v: '序号' },
    B1: { t: 's', v: '进展情况' },
    A2: { t: 'n', v: 0.5, z: '0%', w: '50%' },
    B2: { t: 's', v: '第一行\n第二行 <尖> & “引号”' },
    C2: { t: 'n', v: 44477, z: 'yyyy"年"m"月"d"日"', w: '2021年10月8日' },
    A3: { t: 's', v: '合并的' },
    D3: { t: 'b', v: true },
    '!merges': [{ s: { r: 2, c: 0 }, e: { r: 2, c: 1 } }],
  };
  const book: xlsx.WorkBook = { SheetNames: ['填报表'], Sheets: { 填报表: sheet } };
  const written: unknown = xlsx.write(book, { type: 'buffer', bookType });
  const bytes = new Uint8Array(written as Buffer);

  it('says the same, cell by cell', async () => {
    const read = await cells(bytes);
    expect(read.get('B1')?.text).toBe('进展情况');
    expect(read.get('A2')).toMatchObject({ text: '50%', number: 0.5, percent: true });
    expect(read.get('B2')?.text).toBe('第一行\n第二行 <尖> & “引号”');
    expect(read.get('C2')).toMatchObject({ text: '2021年10月8日', isoDate: '2021-10-08' });
    expect(read.get('B3')).toMatchObject({ text: '合并的', merged: true, originColumn: 1 });
    expect(read.get('D3')?.text).toBe('TRUE');
  });
});

describe('an old workbook', () => {
  const write = (sheet: xlsx.WorkSheet, bookType: xlsx.BookType): Uint8Array =>
    new Uint8Array(xlsx.write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'buffer', bookType }) as Buffer);

  // LibreOffice keeps 0 where the words of a formula should stand: the cell read as 0.
  it('that keeps no words of a formula has no result there', async () => {
    const sheet: xlsx.WorkSheet = {
      '!ref': 'A1:D1',
      A1: { t: 'n', v: 0, f: '"已检查"&B1&"家"' },
      B1: { t: 'n', v: 0, f: 'C1', z: '@' },
      C1: { t: 'n', v: 0, f: 'SUM(A2:A9)' },
      D1: { t: 'n', v: 5, f: 'LEN("abcde")' },
    };
    const read = await cells(write(sheet, 'xlml'));
    expect(read.get('A1')).toMatchObject({ text: '', trouble: 'no-result' });
    expect(read.get('B1')).toMatchObject({ text: '', trouble: 'no-result' });
    expect(read.get('C1')).toMatchObject({ number: 0, trouble: null });
    expect(read.get('D1')).toMatchObject({ number: 5, trouble: null });
  });

  it('shows numbers by their formats and keeps hidden ones', async () => {
    const read = await cells(
      write({ '!ref': 'A1:B1', A1: { t: 'n', v: 25, z: '0"户"' }, B1: { t: 'n', v: 12, z: ';;;' } }, 'biff8'),
    );
    expect(read.get('A1')).toMatchObject({ text: '25户', number: 25 });
    expect(read.get('B1')).toMatchObject({ number: 12, trouble: 'not-shown' });
  });
});

describe('a table of commas, tabs or semicolons', () => {
  const TABLE = [
    ['填报单位：县公安局', '', ''],
    ['序号', '工作任务', '进展情况'],
    ['1', '冷链, 检查', '第一行\n第二行 "引号"'],
    ['2', '农贸市场', '007'],
  ];
  const written = (separator: string, end: string): string =>
    TABLE.map((row) =>
      row.map((cell) => (/[",\t;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
    ).join(end);
  // 序号,工作任务 in GBK; there is no encoder of it in the language.
  const gbk = Buffer.from('d0f2bac52cb9a4d7f7c8cecef10a312cb2e2cad4', 'hex');

  test.each([
    ['commas in UTF-8', utf8(written(',', '\r\n'))],
    ['commas in UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(written(',', '\n'))])],
    ['tabs in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(written('\t', '\r\n'), 'utf16le')])],
    ['semicolons', utf8(written(';', '\n'))],
    ['semicolons, said in the first line', utf8(`sep=;\r\n${written(';', '\r\n')}`)],
    ['old line ends', utf8(written(',', '\r'))],
  ])('in %s', async (_, bytes) => {
    const sheet = await first(bytes, '县公安局.csv');
    const rows = sheet.rows.slice(-3).map((row) => [...row.cells.values()].map(({ text }) => text));
    expect(rows).toEqual(TABLE.slice(1));
    expect(sheet.name).toBe('县公安局');
  });

  it('in GBK', async () => {
    expect([...(await cells(gbk)).values()].map(({ text }) => text)).toEqual(['序号', '工作任务', '1', '测试']);
  });

  it('keeps what looks like a formula as words, and ="007" as it is meant', async () => {
    const read = await cells(utf8('a,b\n=1+1,="007"\n'));
    expect(read.get('A2')?.text).toBe('=1+1');
    expect(read.get('B2')?.text).toBe('007');
  });

  it('ends with an open quote without losing what stands before', async () => {
    const read = await cells(utf8('序号,情况\n1,"没有结束'));
    expect(read.get('B2')?.text).toBe('没有结束');
  });

  it('is told from a text without a table', async () => {
    const error = await refusalOf(
      readSheets(utf8('一、抓好冷链,严防输入。\n二、抓好校园。\n三、抓好农村。\n四、抓好网络。\n'), '说明.txt'),
    );
    expect(error.code).toBe('WORKBOOK_KIND_UNSUPPORTED');
    expect(error.message).toContain('没有用逗号、制表符或分号隔开的表格');
  });
});

describe('a page with a table, whatever its ending', () => {
  const PAGE =
    '<html><head><title>不读</title><style>td{}</style></head><body><h1>填报表</h1><p>填报单位：县公安局</p>' +
    '<table><col style="display:none"><col span=2><tr><td>标识<th>进展<br>情况<td>完成&nbsp;比例' +
    '<tr style="display:none"><td rowspan=2>5<td>已检查 <b>12</b>\n   户<td>60%' +
    '<tr><td><s>旧话</s><td><img src=a.png></table></body></html>';

  it('is read as a browser shows it', async () => {
    const sheet = await first(utf8(PAGE));
    expect(sheet.rows.map((row) => [...row.cells.values()].map(({ text }) => text))).toEqual([
      ['填报表'],
      ['填报单位：县公安局'],
      ['标识', '进展\n情况', '完成 比例'],
      ['5', '已检查 12 户', '60%'],
      ['5', '旧话', ''],
    ]);
    expect([...sheet.hiddenColumns]).toEqual([1]);
    expect(sheet.rows[3]?.hidden).toBe(true);
    const read = cellsOf(sheet);
    expect(read.get('A5')).toMatchObject({ merged: true, originRow: 4 });
    expect(read.get('B5')?.trouble).toBe('struck-out');
    expect(read.get('C5')?.trouble).toBe('picture');
  });

  it('in GBK when its head says so, and when nothing says anything', async () => {
    const cell = Buffer.concat([Buffer.from('<td>'), Buffer.from('d0f2bac5', 'hex'), Buffer.from('<td>1')]);
    const page = (head: string) => Buffer.concat([Buffer.from(`<html>${head}<table><tr>`), cell]);
    for (const head of ['<meta charset=gb2312>', '']) expect((await cells(page(head))).get('A1')?.text).toBe('序号');
  });

  it('with several tables is several sheets; a table in a cell is words of the cell', async () => {
    const page = '<table><tr><td>甲<table><tr><td>内<td>表</table><td>乙</table><table><tr><td>丙<td>丁</table>';
    const sheets = await readSheets(utf8(`<html>${page}`), '表.xls');
    expect(sheets.map((sheet) => [...cellsOf(sheet).values()].map(({ text }) => text.replace(/\s+/g, '')))).toEqual([
      ['甲内表', '乙'],
      ['丙', '丁'],
    ]);
  });

  it('with comments, as LibreOffice writes them', async () => {
    const sheet = await first(utf8('<html><table><tr><td>甲<comment>另有 3 家</comment><td>乙</table>'));
    expect(sheet.remarks).toEqual([{ kind: 'comment', row: 1, column: 1, text: '另有 3 家' }]);
    expect(cellsOf(sheet).get('A1')?.text).toBe('甲');
  });

  it('in one file with its parts', async () => {
    const part = Buffer.from('<table><tr><td>序号<td>进展=情况</table>').toString('base64');
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\tboundary="----=_b"',
      '',
      '------=_b',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<html><table><tr><td>=E5=BA=8F=E5=8F=B7<td>=\r\n1</table>',
      '------=_b',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: base64',
      '',
      part,
      '------=_b--',
    ].join('\r\n');
    const sheets = await readSheets(utf8(archive), '表.mht');
    expect(sheets.map((sheet) => [...cellsOf(sheet).values()].map(({ text }) => text))).toEqual([
      ['序号', '1'],
      ['序号', '进展=情况'],
    ]);
  });
});

describe('a file without a table is refused with what to do', () => {
  test.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), '图片', '照着手工填写'],
    ['a PDF', utf8('%PDF-1.7\n'), 'PDF 文件', '原件'],
    ['a rar', Buffer.from('526172211a0700', 'hex'), '压缩包', '先解压'],
    ['a zip of files', zipOf([{ name: 'a.txt', content: 'a' }]), '压缩包', '先解压'],
    ['a presentation', zipOf([{ name: 'ppt/presentation.xml', content: '<p/>' }]), '演示文稿', '复制到 Excel'],
    ['an RTF', utf8('{\\rtf1 a}'), 'RTF 文档', '.docx'],
    ['a page without a table', utf8('<html><body>没有'), '网页', '网页里没有表格'],
    ['anything else', Buffer.from([1, 0, 2, 0, 3]), '其他', '请确认选对了文件'],
  ])('%s', async (_, bytes, kind, advice) => {
    const error = await refusalOf(readSheets(bytes, '回收.xlsx'));
    expect(error.code).toBe('WORKBOOK_KIND_UNSUPPORTED');
    expect(error.message).toContain(kind);
    expect(error.message).toContain(advice);
  });
});
