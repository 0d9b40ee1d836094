// A number was read as it is stored: 25户 came in as 25, 007 as 7, 10月8日 as a date with a year; a formula without a
// result as an empty cell, which wiped out what had been reported before.
import { describe, expect, it, test } from 'vitest';
import { numberFormat } from '#backend/sheets/number-format.ts';
import { cellsOf, firstSheetOf, readRow, xlsxOf } from './xlsx-of.ts';

async function shown(format: string, value: number): Promise<unknown> {
  return (await readRow(`<c r="A1" s="1"><v>${value}</v></c>`, { formats: [format] })).get('A1');
}

describe('a number is read as its format shows it', () => {
  test.each([
    ['0"户"', 25, '25户'],
    ['0户', 25, '25户'],
    ['000', 7, '007'],
    ['0.00"万元"', 12.5, '12.50万元'],
    ['#,##0', 1234567, '1,234,567'],
    ['¥#,##0.00', 1234.5, '¥1,234.50'],
    ['[$¥-804]#,##0.00', 5, '¥5.00'],
    ['_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 1234.5, '¥1,234.50'],
    ['0!.0,"万"', 123456, '12.3万'],
    ['0\\.0,"万"', -123456, '-12.3万'],
    ['0"."00,"万元"', 123456, '1.23万元'],
    ['General"户"', 25.5, '25.5户'],
    ['G/通用格式"户"', -25, '-25户'],
    ['"第"0"批"', 3, '第3批'],
    ['0"%"', 80, '80%'],
    ['[=1]"√";[=0]"×";General', 1, '√'],
    ['#,##0.00;[Red]-#,##0.00', -5, '-5.00'],
    ['[h]:mm', 1.5, '36:00'],
    ['h"时"mm"分"', 0.35, '8时24分'],
    ['General', 98765432101, '98765432101'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 123456789012345, '123456789012345'],
    ['@', 98765432101, '98765432101'],
  ])('%s of %d', async (format, value, text) => {
    expect(await shown(format, value)).toMatchObject({ text, number: value, isoDate: null, trouble: null });
  });

  it('says when it is a percentage, which 0"%" is not', async () => {
    expect(await shown('0.0%', 1 / 3)).toMatchObject({ text: '33.3%', number: 1 / 3, percent: true });
    expect(await shown('0"%"', 80)).toMatchObject({ percent: false });
  });

  test.each([
    ['m"月"d"日"', '10月8日', false],
    ['yyyy"年"m"月"d"日"', '2021年10月8日', false],
    ['[$-804]yyyy"年"m"月"d"日"\\ aaaa;@', '2021年10月8日 星期五', false],
    ['[$-F800]dddd, mmmm dd, yyyy', '2021年10月8日', false],
    ['yyyy年m月d日', '2021年10月8日', false],
    ['yyyy-mm-dd', '2021-10-08', false],
    ['yyyy"年"m"月"', '2021年10月', true],
    ['mmm-yy', 'Oct-21', true],
  ])('a day in %s keeps its words and its date', async (format, text, monthOnly) => {
    expect(await shown(format, 44477)).toMatchObject({ text, isoDate: '2021-10-08', number: null, monthOnly });
  });

  test.each([
    [14, '2021/10/8'],
    [27, '2021年10月'],
    [28, '10月8日'],
    [31, '2021年10月8日'],
    [36, '2021年10月'],
    [57, '2021年10月'],
    [58, '10月8日'],
    [22, '2021/10/8 0:00'],
  ])('number %d of the formats that have no code', async (id, text) => {
    const styles = `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs></styleSheet>`;
    const cells = await readRow('<c r="A1" s="1"><v>44477</v></c>', { parts: { 'xl/styles.xml': styles } });
    expect(cells.get('A1')).toMatchObject({ text, isoDate: '2021-10-08' });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const book = '<workbook><workbookPr date1904="1"/><sheets><sheet name="表" id="rId1"/></sheets></workbook>';
    const more = { formats: ['yyyy-mm-dd'], parts: { 'xl/workbook.xml': book } };
    expect((await readRow('<c r="A1" s="1"><v>43015</v></c>', more)).get('A1')?.isoDate).toBe('2021-10-08');
  });

  it('a day before the first one is an error, as it is shown', async () => {
    expect(await shown('yyyy-mm-dd', -5)).toMatchObject({ error: true, text: '#####' });
  });

  it('keeps the number of a format it does not know, and says so', async () => {
    const sheet = await firstSheetOf(
      xlsxOf('<sheetData><row><c s="1"><v>5</v></c></row></sheetData>', { formats: ['Q0Q'] }),
    );
    expect(cellsOf(sheet).get('A1')).toMatchObject({ text: '5', number: 5 });
    expect(sheet.remarks).toMatchObject([{ kind: 'unread' }]);
  });

  it('gives a format of any length an answer', () => {
    expect(numberFormat(`${'['.repeat(5_000)}0`).show(5, false)).toBeNull();
  });
});

describe('what is in the way of taking a cell is named', () => {
  it('a number hidden by its format can still be asked for', async () => {
    expect(await shown(';;;', 12)).toMatchObject({ text: '12', number: 12, trouble: 'not-shown' });
    expect(await shown('0;-0;;@', 0)).toMatchObject({ number: 0, trouble: 'not-shown' });
  });

  it('words hidden by their format are named', async () => {
    const cells = await readRow('<c r="A1" s="1" t="inlineStr"><is><t>密</t></is></c>', { formats: [';;;'] });
    expect(cells.get('A1')).toMatchObject({ text: '密', trouble: 'not-shown' });
  });

  test.each([
    ['without a value', '<c r="A1"><f>1+1</f></c>'],
    ['with an empty value', '<c r="A1"><f>1+1</f><v></v></c>'],
    ['with an empty value, closed at once', '<c r="A1"><f>1+1</f><v/></c>'],
    ['of words, without a value', '<c r="A1" t="str"><f>A2&amp;"x"</f></c>'],
    ['shared, without a value', '<c r="A1"><f t="shared" si="0"/></c>'],
  ])('a formula %s has no result, and is not empty', async (_, cell) => {
    expect((await readRow(cell)).get('A1')).toMatchObject({ text: '', trouble: 'no-result' });
  });

  it('a formula over several cells has no result in any that holds none', async () => {
    const row = '<c r="A1"><f t="array" ref="A1:C1">B2:D2</f><v>1</v></c><c r="B1" t="str"><v></v></c><c r="C1"/>';
    const cells = await readRow(row);
    expect(cells.get('A1')).toMatchObject({ text: '1', trouble: null });
    expect(cells.has('B1')).toBe(false);
    expect(cells.get('C1')?.trouble).toBe('no-result');
  });

  it('a formula that gives an empty string gives an empty cell', async () => {
    expect((await readRow('<c r="A1" t="str"><f>""</f><v></v></c>')).size).toBe(0);
  });

  it('a formula with its result is its result', async () => {
    const row = '<c r="A1"><f t="shared" si="0"/><v>3</v></c><c r="B1" t="str"><f>X</f><v>已检查5家</v></c>';
    const cells = await readRow(row);
    expect(cells.get('A1')?.number).toBe(3);
    expect(cells.get('B1')).toMatchObject({ text: '已检查5家', trouble: null });
  });

  test.each([
    ['by its style', '<c r="A1" s="1" t="inlineStr"><is><t>旧话</t></is></c>', '旧话'],
    ['a number by its style', '<c r="A1" s="1"><v>12</v></c>', '12'],
    ['every run', '<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>旧</t></r></is></c>', '旧'],
    [
      'some of its words',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>新</t></r><r><rPr><strike val="1"/></rPr><t>旧</t></r></is></c>',
      '新旧',
    ],
    ['words without a font of their own', '<c r="A1" s="1" t="inlineStr"><is><r><t>旧</t></r></is></c>', '旧'],
  ])('words struck out are named: %s', async (_, cell, text) => {
    expect((await readRow(cell)).get('A1')).toMatchObject({ text, trouble: 'struck-out' });
  });

  it('words with a font of their own are not struck out by the cell, nor by a switch that is off', async () => {
    const run = '<r><rPr><strike val="0"/></rPr><t>新话</t></r>';
    expect((await readRow(`<c r="A1" s="1" t="inlineStr"><is>${run}</is></c>`)).get('A1')?.trouble).toBeNull();
  });

  test.each([
    ['of WPS', '<c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'],
    ['of WPS, as words', '<c r="A1" t="inlineStr"><is><t>=DISPIMG("ID_1",1)</t></is></c>'],
    ['of Excel', '<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>'],
  ])('a picture in a cell %s is named', async (_, cell) => {
    expect((await readRow(cell)).get('A1')).toMatchObject({ text: '', trouble: 'picture' });
  });

  test.each(['#N/A', '#DIV/0!', '#####', 'Err:502'])(
    'an error is one, also when it is kept as words: %s',
    async (text) => {
      const row = `<c r="A1" t="e"><v>${text}</v></c><c r="B1" t="inlineStr"><is><t>${text}</t></is></c>`;
      const cells = await readRow(row);
      for (const place of ['A1', 'B1']) expect(cells.get(place)).toMatchObject({ text, error: true });
    },
  );

  it('a number sign before words is no error', async () => {
    expect((await readRow('<c r="A1" t="inlineStr"><is><t>#1 楼已验收</t></is></c>')).get('A1')?.error).toBe(false);
  });
});

describe('the words of a cell', () => {
  it('come from shared strings, in runs, without how they are pronounced', async () => {
    const strings = [
      '<t>普通</t>',
      '<r><t>已检</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 12 户</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
    ];
    const row = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>';
    const cells = await readRow(row, { strings });
    expect([...cells.values()].map(({ text }) => text)).toEqual(['普通', '已检 12 户', '東京']);
  });

  test.each([
    ['第一行_x000D_\n第二行', '第一行\n第二行'],
    ['第一行_x000d_&#10;第二行_x000a_第三行', '第一行\n第二行\n第三行'],
    ['编号_x005F_x0041_不变', '编号_x0041_不变'],
    ['甲\r\n乙', '甲\n乙'],
    ['<![CDATA[a<b&c]]>', 'a<b&c'],
    ['&#x4E2D;&amp;&lt;', '中&<'],
    ['a\u0001b&#11;c', 'abc'],
  ])('%j', async (written, text) => {
    expect((await readRow(`<c r="A1" t="inlineStr"><is><t>${written}</t></is></c>`)).get('A1')?.text).toBe(text);
  });

  it('of every type', async () => {
    const row = [
      '<c r="A1" t="b"><v>1</v></c>',
      '<c r="B1" t="d" s="1"><v>2021-10-08T00:00:00</v></c>',
      '<c r="C1" t="inlineStr"><v>值里的字</v></c>',
      '<c r="D1" t="n"><v>不是数</v></c>',
      '<c r="E1" t="str"><v>直接的字</v></c>',
      '<c r="F1"><v>1.5E3</v></c>',
    ];
    const cells = await readRow(row.join(''), { formats: ['yyyy"年"m"月"d"日"'] });
    const texts = [...cells.values()].map(({ text }) => text);
    expect(texts).toEqual(['TRUE', '2021年10月8日', '值里的字', '不是数', '直接的字', '1500']);
    expect(cells.get('B1')?.isoDate).toBe('2021-10-08');
  });
});
