// What a workbook says outside its cells (remarks, text boxes, pictures, what is hidden, what is merged) is named with its
// place, never dropped.
import { describe, expect, it } from 'vitest';
import { sheetData } from '../files/zip-of.ts';
import { cellsOf, firstSheetOf, relations, type XlsxOf, xlsxOf } from './xlsx-of.ts';

const DATA = sheetData([
  ['序号', '进展情况'],
  ['1', '已检查 12 家'],
]);

describe('what stands beside the cells is named', () => {
  const sideParts = (list: readonly (readonly [string, string, string])[]): XlsxOf => ({
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels': relations(list.map(([type, name]) => [type, `../${name}`])),
      ...Object.fromEntries(list.map(([, name, xml]) => [`xl/${name}`, xml])),
    },
  });

  it('comments, wherever their part is kept', async () => {
    const xml =
      '<comments><commentList><comment ref="G6"><text><r><rPr><b/></rPr><t>张某：\n</t></r><r><t>另有 3 家</t></r></text></comment></commentList></comments>';
    const { remarks } = await firstSheetOf(xlsxOf(DATA, sideParts([['comments', 'comments/c7.xml', xml]])));
    expect(remarks).toEqual([{ kind: 'comment', row: 6, column: 7, text: '张某：\n另有 3 家' }]);
  });

  it('threaded comments once', async () => {
    const old =
      '<comments><commentList><comment ref="A1"><text><t>[Threaded comment]\n\nYour version…</t></text></comment></commentList></comments>';
    const threaded =
      '<ThreadedComments><threadedComment ref="A1"><text>请县林业局填报</text></threadedComment></ThreadedComments>';
    const more = sideParts([
      ['comments', 'comments1.xml', old],
      ['threadedComment', 'threadedComments/t1.xml', threaded],
    ]);
    const { remarks } = await firstSheetOf(xlsxOf(DATA, more));
    expect(remarks).toEqual([{ kind: 'comment', row: 1, column: 1, text: '请县林业局填报' }]);
  });

  it('text boxes and pictures, with where they are', async () => {
    const from = (row: number, column: number): string =>
      `<xdr:from><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>`;
    const box =
      '<xdr:sp><xdr:txBody><a:p><a:r><a:t>补充</a:t></a:r></a:p><a:p><a:r><a:t>两行</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
    const xml = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="m"><xdr:twoCellAnchor>${from(4, 6)}${box}</xdr:twoCellAnchor><xdr:oneCellAnchor>${from(1, 2)}<xdr:pic/></xdr:oneCellAnchor><mc:AlternateContent><mc:Choice>${'<xdr:absoluteAnchor><xdr:sp><xdr:txBody/></xdr:sp></xdr:absoluteAnchor>'}</mc:Choice><mc:Fallback><xdr:pic/></mc:Fallback></mc:AlternateContent></xdr:wsDr>`;
    const { remarks } = await firstSheetOf(xlsxOf(DATA, sideParts([['drawing', 'drawings/d.xml', xml]])));
    expect(remarks).toEqual([
      { kind: 'text-box', row: 5, column: 7, text: '补充\n两行' },
      { kind: 'picture', row: 2, column: 3, text: '' },
    ]);
  });

  it('hidden rows, columns and sheets', async () => {
    const cols =
      '<cols><col min="3" max="4" hidden="1"/><col min="6" max="6" width="0"/><col min="8" max="16384" width="9"/></cols>';
    const data = DATA.replace('<row r="2">', '<row r="2" hidden="true">');
    const sheet = await firstSheetOf(xlsxOf(cols + data));
    expect([...sheet.hiddenColumns]).toEqual([3, 4, 6]);
    expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
  });
});

describe('merged blocks', () => {
  it('say in each cell what the first one says, and where that is', async () => {
    const merges = '<mergeCells><mergeCell ref="$B$2:c3"/><mergeCell ref="D9:D9"/></mergeCells>';
    const rows = sheetData([['a'], ['b', '合并', '压在下面'], ['c']]);
    const cells = cellsOf(await firstSheetOf(xlsxOf(rows + merges)));
    for (const place of ['C2', 'B3', 'C3']) {
      expect(cells.get(place)).toMatchObject({ text: '合并', merged: true, originRow: 2, originColumn: 2 });
    }
    expect(cells.get('B2')?.merged).toBe(false);
  });

  it('over whole columns are followed only as far as anything stands', async () => {
    const sheet = await firstSheetOf(xlsxOf(`${DATA}<mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>`));
    expect(sheet.rows).toHaveLength(2);
  });

  it('that cannot be understood are named', async () => {
    const sheet = await firstSheetOf(xlsxOf(`${DATA}<mergeCells><mergeCell ref="二:三"/></mergeCells>`));
    expect(sheet.remarks).toMatchObject([{ kind: 'unread' }]);
  });
});
