import { read as readBySheetJs, utils } from '@e965/xlsx';
import type { Worksheet } from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { tableFonts } from '#backend/excel/fonts.ts';
import { cellStyle } from '#backend/excel/styles.ts';
import { tableSheet } from '#backend/excel/table-sheet.ts';
import { workbookStream, writeWorkbook } from '#backend/excel/write-workbook.ts';
import { openPackage } from '#backend/files/package-parts.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { firstSheet, openWorkbook } from '../sheets/altered.ts';
import { aFullTable, fullRows } from './a-full-table.ts';

describe('a table with everything a table can have', () => {
  let bytes: Uint8Array;
  let sheet: Worksheet;
  beforeAll(async () => {
    bytes = await writeWorkbook([tableSheet(aFullTable(fullRows(6)))]);
    sheet = firstSheet(await openWorkbook(bytes));
  });

  it('breaks no rule that would make Excel offer a repair, also without a row and with very many', async () => {
    expect(await brokenRules(bytes)).toEqual([]);
    for (const count of [0, 1, 300]) {
      expect([count, await brokenRules(await writeWorkbook([tableSheet(aFullTable(fullRows(count)))]))]).toEqual([
        count,
        [],
      ]);
    }
  });

  it('merges heads over three rows: groups across their columns, a column without groups down', () => {
    const heads = [3, 4, 5].map((row) => [1, 2, 3, 4, 5, 6].map((column) => sheet.getCell(row, column).value));
    expect(heads).toEqual([
      ['单位', '承担任务数', '承担任务数', '承担任务数', '完成情况', '完成情况'],
      ['单位', '小计', '小计', '合计', '完成率', '亮灯'],
      ['单位', '牵头', '配合', '合计', '完成率', '亮灯'],
    ]);
    const masters = ['A5', 'D3', 'C4', 'D5', 'F5'].map((address) => sheet.getCell(address).master.address);
    expect(masters).toEqual(['A3', 'B3', 'B4', 'D4', 'F4']);
    expect(sheet.pageSetup.printTitlesRow).toBe('3:5');
  });

  it('shows shares as percentages in rows and sums, lights as words on quiet colours, numbers at the right', () => {
    expect([sheet.getCell('E7').value, sheet.getCell('E7').numFmt]).toEqual([0.355, '0.0%']);
    expect([sheet.getCell('E12').value, sheet.getCell('E12').numFmt]).toEqual([0.5, '0%']);
    expect(sheet.getCell('B12').value).toBe(21);
    expect(sheet.getCell('B6').alignment?.horizontal).toBe('right');
    const light = (address: string) => [sheet.getCell(address).value, sheet.getCell(address).fill];
    expect(light('F6')).toEqual(['正常推进', expect.objectContaining({ fgColor: { argb: 'FFDDF0E2' } })]);
    expect(light('F8')).toEqual(['逾期未报', expect.objectContaining({ fgColor: { argb: 'FFFAD9D5' } })]);
  });

  it('prints upright on A4 with its own margins, centred, pages numbered; the signature stands under the notes', () => {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'portrait', horizontalCentered: true });
    expect(sheet.pageSetup.margins?.left).toBeCloseTo(15 / 25.4);
    expect(sheet.getCell('A13').value).toContain('注：');
    // Who signs stand side by side over the whole width.
    const signing: string[] = [];
    sheet.getRow(14).eachCell((cell) => {
      if (cell.master === cell && cell.text !== '') signing.push(cell.text.trim());
    });
    expect(signing).toEqual(['填报人：', '审核人：', '单位负责人：']);
    expect(sheet.getCell('F14').master.text).toContain('单位负责人：');
  });

  it('is read by SheetJS as by exceljs', () => {
    const book = readBySheetJs(bytes, { type: 'array' });
    expect(book.SheetNames).toEqual(['汇总’统计']);
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets['汇总’统计'] ?? {}, { header: 1, raw: true });
    expect(rows[6]).toEqual(['县公安局', 2, 1, 1, 0.355, '临近时限']);
  });

  it('places a native chart whose bars are the cells of the table, with what they hold beside', async () => {
    const { part } = await openPackage(bytes, 'a.xlsx');
    const textOf = async (name: string) => new TextDecoder().decode(await part(name));
    const chart = await textOf('xl/charts/chart1.xml');
    expect(chart).toContain("<c:f>'汇总’统计'!$A$6:$A$11</c:f>");
    expect(chart).toContain("<c:f>'汇总’统计'!$E$6:$E$11</c:f>");
    expect(chart).toContain('<c:pt idx="1"><c:v>0.355</c:v></c:pt>');
    expect(chart).toContain('<a:t>各单位完成率</a:t>');
    expect(await textOf('xl/worksheets/sheet1.xml')).toContain('<drawing r:id="rId1"/></worksheet>');
    expect(await textOf('xl/drawings/drawing1.xml')).toContain('<xdr:row>15</xdr:row>');
  });
});

it('a table that sections part has a chart of all its stretches', async () => {
  const table = aFullTable(fullRows(4));
  const rows = [...table.items];
  const section = { kind: 'section', ordinal: 1, title: '甲组' } as const;
  const items = [section, ...rows.slice(0, 2), { ...section, ordinal: 2, title: '乙组' }, ...rows.slice(2)];
  const bytes = await writeWorkbook([tableSheet({ ...table, items })]);
  expect(await brokenRules(bytes)).toEqual([]);
  const { part } = await openPackage(bytes, 'a.xlsx');
  const chart = new TextDecoder().decode(await part('xl/charts/chart1.xml'));
  expect(chart).toContain("('汇总’统计'!$A$7:$A$8,'汇总’统计'!$A$10:$A$11)");
});

it('a row is made when it is wanted: a reader that stops taking holds the making up', async () => {
  const ROWS = 50_000;
  const style = cellStyle(tableFonts().body);
  let made = 0;
  function* rows() {
    while (made < ROWS) yield { cells: [{ value: `第 ${++made} 行 ${Math.sin(made)}${'。'.repeat(60)}`, style }] };
  }
  const about = { name: '长表', state: 'visible', columns: [{ width: 60 }], merges: [], validations: [] } as const;
  const stream = await workbookStream([{ ...about, rows: rows() }]);
  let taken = 0;
  for await (const piece of stream) {
    taken += piece.length;
    if (taken > 50_000) break;
  }
  // 64 KB of XML at a time, and a few pieces on their way.
  expect(made).toBeGreaterThan(100);
  expect(made).toBeLessThan(ROWS / 3);
});
