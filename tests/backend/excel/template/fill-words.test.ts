// What stands beside the table: titles with a period, labels, looks of parts of a text.
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import { periodWords } from '#backend/excel/template/period-words.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { breakLines, countLines } from '#shared/text/text-width.ts';
import { fillInput, someRows } from './fill-world.ts';

const OCTOBER = { kind: 'month', title: '2021年10月', startsOn: '2021-10-01', endsOn: '2021-10-31' };

it.each([
  ['进展情况表（2021年9月）', '进展情况表（2021年10月）'],
  ['2021年09月进展情况', '2021年10月进展情况'],
  ['2021年1-9月完成情况', '2021年1-10月完成情况'],
  ['截至2021年9月30日', '截至2021年10月31日'],
  ['（9月份）', '（10月份）'],
  ['截至9月底工作进展', '截至10月底工作进展'],
  ['请于2021年9月25日前报送', '请于2021年9月25日前报送'],
  ['《关于2021年9月工作的通知》落实情况', '《关于2021年9月工作的通知》落实情况'],
  ['2021年度重点工作', '2021年度重点工作'],
])('%s → %s', (before, after) => {
  expect(periodWords(OCTOBER)(before)).toBe(after);
});

it('quarters and half years are named as quarters and half years', () => {
  const third = { ...OCTOBER, kind: 'quarter', endsOn: '2021-09-30' };
  expect(periodWords(third)('2021年第二季度统计表')).toBe('2021年第三季度统计表');
  const second = { ...OCTOBER, kind: 'half-year', endsOn: '2021-12-31' };
  expect(periodWords(second)('2021年上半年')).toBe('2021年下半年');
});

const MAPPING: TemplateMapping = {
  ...{ sheet: '表', titleCell: 'A1', unitCell: 'A2', headRows: [3, 3], bodyRow: 4 },
  columns: [
    { column: 'A', head: '序号', field: 'number', sure: true },
    { column: 'B', head: '工作任务', field: 'task', sure: true },
    { column: 'C', head: '进展', field: 'narrative', sure: true },
    { column: 'D', head: '上月进展', field: 'earlier', sure: true },
  ],
};

async function filled(draw: (sheet: ExcelJS.Worksheet) => void, mapping: TemplateMapping = MAPPING) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('表');
  sheet.getRow(3).values = ['序号', '工作任务', '9月进展', '8月进展'];
  draw(sheet);
  const other = workbook.addWorksheet('另一张');
  other.getCell('A1').value = sheet.getCell('A1').value;
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const done = await fillTemplate(fillInput(bytes, mapping, { rows: someRows(2) }));
  const read = new ExcelJS.Workbook();
  // The library's own type of a buffer is older than Node's.
  await read.xlsx.load(done.bytes as unknown as ExcelJS.Buffer);
  return { ...done, sheet: read.getWorksheet('表'), other: read.getWorksheet('另一张') };
}

it('heads that tell months apart stay; a single month in a head of progress is this month', async () => {
  const apart = await filled(() => undefined);
  expect(apart.sheet?.getCell('C3').text).toBe('9月进展');
  const one = await filled((sheet) => {
    sheet.getCell('C3').value = '截至9月底进展';
    sheet.getCell('D3').value = '上月进展';
  });
  expect(one.sheet?.getCell('C3').text).toBe('截至10月底进展');
});

it('a text in several looks keeps them; other sheets that share it keep their words', async () => {
  const rich = {
    richText: [
      { font: { bold: true, size: 18 }, text: '{{年' },
      { font: { size: 18 }, text: '度}}年重点工作（' },
      { font: { italic: true }, text: '2021年9月）' },
    ],
  };
  const { sheet, other } = await filled((made) => {
    made.getCell('A1').value = rich;
  });
  expect(sheet?.getCell('A1').text).toBe('2021年重点工作（2021年10月）');
  const value = sheet?.getCell('A1').value;
  const runs = typeof value === 'object' && value !== null && 'richText' in value ? value.richText : [];
  expect(runs[0]?.font?.bold).toBe(true);
  expect(runs.at(-1)?.font?.italic).toBe(true);
  expect(other?.getCell('A1').text).toBe('{{年度}}年重点工作（2021年9月）');
});

it('a label with its answer beside it is left; a free cell beside it gets the answer where the mapping says so', async () => {
  const left = await filled((sheet) => {
    sheet.getCell('A2').value = '填报单位：';
    sheet.getCell('B2').value = '县督查室';
  });
  expect([left.sheet?.getCell('A2').text, left.sheet?.getCell('B2').text]).toEqual(['填报单位：', '县督查室']);
  const labels = [{ asks: 'unit', cell: 'A2', label: '填报单位：', answerCell: 'B2' }] as const;
  const beside = await filled(
    (sheet) => {
      sheet.getCell('A2').value = '填报单位：';
      sheet.getCell('B2').border = { bottom: { style: 'thin' } };
    },
    { ...MAPPING, labels: [...labels] },
  );
  expect([beside.sheet?.getCell('A2').text, beside.sheet?.getCell('B2').text]).toEqual([
    '填报单位：',
    '泽州县人民政府办公室',
  ]);
});

it('lines are counted as they are broken, and never fewer', () => {
  const signs = '检查食品经营户，。、；（）《》“”abc123 XY%12-34\n县市场监督管理局';
  let state = 1;
  const roll = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  for (let run = 0; run < 5_000; run++) {
    const text = Array.from({ length: 1 + roll(60) }, () => signs.charAt(roll(signs.length))).join('');
    const room = 2 + roll(20);
    expect(countLines(text, room), JSON.stringify([text, room])).toBeGreaterThanOrEqual(breakLines(text, room).length);
  }
  const plain = '已排查冷库十二家发现问题三个全部整改到位';
  for (let room = 3; room < 20; room++) expect(countLines(plain, room)).toBe(breakLines(plain, room).length);
});
