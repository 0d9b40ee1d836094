import { expect, test } from 'vitest';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { pictureOf } from '#backend/sheets/sheet-picture.ts';
import { sheetData } from '../files/zip-of.ts';
import { xlsxOf } from './xlsx-of.ts';

test('a picture shows what the sheet shows: texts, merged blocks, what is hidden', async () => {
  const cells = '<row r="3"><c r="A3" s="1"><v>12</v></c><c r="B3" s="2"><v>25</v></c></row></sheetData>';
  const data = sheetData([
    ['标题', '', ''],
    ['序号', '情况'],
  ]).replace('</sheetData>', cells);
  const merges = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>';
  const cols = '<cols><col min="2" max="2" hidden="1"/></cols>';
  const bytes = xlsxOf(cols + data + merges, { formats: [';;;', '0"户"'] });
  const picture = pictureOf(await readSheets(bytes, '表.xlsx'), '表');
  expect(picture).toMatchObject({ sheet: '表', hiddenColumns: [2], rowsLeftOut: 0 });
  expect(picture.rows[0]?.cells).toEqual([{ column: 1, text: '标题', columnSpan: 3, rowSpan: 1 }]);
  expect(picture.rows[2]?.cells.map(({ text }) => text)).toEqual(['', '25户']);
});

test('a long and wide sheet is shown in part, and what is left out is counted', async () => {
  const wide = Array.from({ length: 80 }, () => '<c><v>1</v></c>').join('');
  const rows = Array.from({ length: 250 }, () => `<row>${wide}</row>`).join('');
  const picture = pictureOf(await readSheets(xlsxOf(`<sheetData>${rows}</sheetData>`), '表.xlsx'), '表');
  expect(picture.rows).toHaveLength(200);
  expect(picture.rows[0]?.cells).toHaveLength(60);
  expect(picture.rowsLeftOut).toBe(50);
});

test('a sheet that is not there has an empty picture', async () => {
  expect(pictureOf(await readSheets(xlsxOf(''), '表.xlsx'), '别的').rows).toEqual([]);
});

test('of a file in which no table was found the fullest sheet is shown, and named', async () => {
  const sheets = await readSheets(xlsxOf('<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'), '表.xlsx');
  const [full] = sheets;
  if (!full) throw new Error('no sheet');
  const picture = pictureOf([{ ...full, name: '空表', rows: [] }, full], '');
  expect(picture).toMatchObject({ sheet: '表', rows: [{ number: 1 }] });
});
