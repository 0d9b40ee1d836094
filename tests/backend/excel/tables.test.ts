import type { Worksheet } from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { printTable } from '#backend/excel/print-table.ts';
import { CELL_TEXT_MAX, CUT_NOTICE } from '#backend/sheets/safe-text.ts';
import { buildDecomposition, buildLedger, buildMatrix, ledgerTable } from '#tests/helpers/described-tables.ts';
import { firstSheet, openWorkbook } from '../sheets/altered.ts';
import { decompositionInput, ledgerInput, matrixInput, tasks } from './seed-world.ts';

const A3 = 8;
const A4 = 9;

function texts(sheet: Worksheet, row: number): string[] {
  const values: string[] = [];
  sheet.getRow(row).eachCell((cell) => {
    if (cell.master === cell) values.push(String(cell.value ?? ''));
  });
  return values;
}

function rowWith(sheet: Worksheet, column: number, text: string | number): number {
  for (let row = 1; row <= sheet.rowCount; row++) if (sheet.getCell(row, column).value === text) return row;
  throw new Error(`no row with ${text}`);
}

describe('任务分解表', () => {
  let sheet: Worksheet;
  beforeAll(async () => {
    sheet = firstSheet(await openWorkbook(await buildDecomposition(decompositionInput)));
  });

  it('has the heads of the layout, a title over all columns and a unit line', () => {
    expect(texts(sheet, 1)).toEqual(['泽州县2021年食品安全重点工作安排任务分解表']);
    expect(sheet.getCell('H1').master.address).toBe('A1');
    expect(texts(sheet, 2)).toEqual([
      '填报单位：泽州县人民政府办公室　　文号：泽政办发〔2021〕31号',
      '填报日期：2021年10月16日',
    ]);
    expect(texts(sheet, 3)).toEqual(['序号', '重点任务', '工作任务', '量化指标', '完成时限', '责任分工']);
    expect(texts(sheet, 4)).toEqual(['牵头单位', '责任单位', '配合单位']);
    expect(sheet.getCell('H3').master.address).toBe('F3');
    expect(sheet.getCell('A4').master.address).toBe('A3');
  });

  it('puts a section row before the tasks of each section', () => {
    expect(texts(sheet, 5)).toEqual(['一', '严格进口冷链食品管控']);
    expect(sheet.getCell('H5').master.address).toBe('B5');
    expect(texts(sheet, rowWith(sheet, 1, '二'))).toEqual(['二', '强化突出问题整顿治理']);
  });

  it('writes each task in full, units one below the other, and the number as a number', () => {
    const row = sheet.getRow(6);
    expect(row.getCell(1).value).toBe(1);
    expect(row.getCell(3).value).toBe(tasks[0]?.content);
    expect(row.getCell(6).value).toBe('县市场监督管理局');
    expect(row.getCell(7).value).toBe('县卫生健康和体育局\n县工业和信息化局\n县交通运输局');
  });

  it('has a row for every task and none besides', () => {
    const sections = new Set(tasks.map((task) => task.section.ordinal)).size;
    // Title, unit line, two rows of heads, then a note and the line to sign on.
    expect(sheet.rowCount).toBe(4 + sections + tasks.length + 2);
  });

  it('prints on A4 across, fitted to the width, heads on every page, pages numbered', () => {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:4',
    });
    expect(sheet.headerFooter.oddFooter).toContain('第 &P 页  共 &N 页');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4, xSplit: 2 });
  });

  it('gives every cell of the table thin borders, wrapped text and a Chinese font', () => {
    for (const address of ['A3', 'C6', 'H6', 'H5']) {
      const { border, alignment, font } = sheet.getCell(address);
      expect(border).toMatchObject({ top: { style: 'thin' }, right: { style: 'thin' } });
      expect(alignment?.wrapText).toBe(true);
      expect(font?.name).toMatch(/^[黑楷仿]/);
    }
    expect(sheet.getCell('A1').font).toMatchObject({ name: '方正小标宋简体', size: 20, charset: 134 });
  });

  it('makes rows as tall as their longest cell needs', () => {
    const long = rowWith(sheet, 1, 3);
    const short = rowWith(sheet, 1, 2);
    expect(sheet.getRow(long).height).toBeGreaterThan(sheet.getRow(short).height * 2);
    expect(Math.max(...tasks.map((task) => sheet.getRow(rowWith(sheet, 1, task.number)).height))).toBeLessThan(410);
  });
});

describe('责任矩阵', () => {
  it('groups the agencies by kind under merged heads and stacks their short names', async () => {
    const sheet = firstSheet(await openWorkbook(await buildMatrix(matrixInput(false))));
    expect(sheet.getCell('A3').value).toBe('序号');
    expect(sheet.getCell('A4').master.address).toBe('A3');
    expect(sheet.getCell('C3').value).toBe('县委部门');
    expect(sheet.getCell('D3').master.address).toBe('C3');
    expect(sheet.getCell('E3').value).toBe('县政府部门');
    expect(sheet.getCell('C4').value).toBe('宣传部');
    expect(sheet.getCell('C4').alignment?.textRotation).toBe('vertical');
    expect(sheet.pageSetup).toMatchObject({ paperSize: A3, printTitlesRow: '3:4' });
  });

  it('marks every assignment and totals them by agency and role', async () => {
    const input = matrixInput(false);
    const sheet = firstSheet(await openWorkbook(await buildMatrix(input)));
    const supervision = Array.from({ length: sheet.columnCount }, (_, index) => index + 1).find(
      (column) => sheet.getCell(4, column).value === '市场监管局',
    );
    if (supervision === undefined) throw new Error('no column');
    const cells = tasks.flatMap((task) =>
      task.assignments.filter(({ agencyName }) => agencyName === '县市场监督管理局'),
    );
    const count = (mark: string) => sheet.getColumn(supervision).values.filter((value) => value === mark).length;
    expect(count('●')).toBe(cells.filter(({ role }) => role === 'lead').length);
    expect(count('○')).toBe(cells.filter(({ role }) => role === 'co-responsible').length);
    const total = rowWith(sheet, 1, '合计');
    expect(sheet.getCell(total, supervision).value).toBe(cells.length);
    expect(sheet.getCell(total, sheet.columnCount).value).toBe(tasks.flatMap((task) => task.assignments).length);
    expect(sheet.getCell(total + 1, supervision).value).toBe(cells.filter(({ role }) => role === 'lead').length);
    expect(sheet.getCell(sheet.rowCount - 1, 1).value).toBe('注：● 牵头  ○ 按职责分工负责  △ 配合');
    expect(texts(sheet, sheet.rowCount).map((text) => text.trim())).toEqual(['填报人：', '审核人：', '单位负责人：']);
  });

  it('adds a word for the light under the mark when drawn up for a period, and explains it', async () => {
    const sheet = firstSheet(await openWorkbook(await buildMatrix(matrixInput(true))));
    const marks = tasks.flatMap((task) => texts(sheet, rowWith(sheet, 1, task.number)).slice(2, -1));
    expect(marks.every((mark) => mark === '' || /^[●○△]\n[完推报未待临逾阻免]$/.test(mark))).toBe(true);
    expect(sheet.getCell(sheet.rowCount - 1, 1).text).toContain('逾 逾期未报');
  });
});

describe('进展台账', () => {
  it('merges a task down over its agencies and keeps numbers, percentages and dates as such', async () => {
    const sheet = firstSheet(await openWorkbook(await buildLedger(ledgerInput)));
    const agencies = tasks[0]?.assignments.length ?? 0;
    expect(agencies).toBe(4);
    expect(sheet.getCell('A8').master.address).toBe('A5');
    expect(sheet.getCell('B8').master.address).toBe('B5');
    expect(sheet.getCell('C8').master.address).toBe('C8');
    expect(sheet.getCell('F5').value).toBe(0.1);
    expect(sheet.getCell('F5').numFmt).toBe('0%');
    expect(sheet.getCell('F8').value).toBe(0.625);
    expect(sheet.getCell('F8').numFmt).toBe('0.0%');
    expect(sheet.getCell('J5').value).toEqual(new Date(Date.UTC(2021, 9, 8)));
    // The agency of row 7 has reported 未启动: it has not failed to report.
    expect(sheet.getCell('K7').value).toBe('未启动');
    expect(sheet.getCell('B8').border).toMatchObject({ left: { style: 'thin' }, bottom: { style: 'thin' } });
  });

  // A task nobody was responsible for was left out: the superior who reads the ledger could not see that it is owed.
  it('has a row also for a task without a responsible unit, with the unit empty', async () => {
    const [first, second] = ledgerInput.tasks;
    if (!first || !second) throw new Error('no tasks');
    const input = { ...ledgerInput, tasks: [{ ...first, entries: [] }, second] };
    const sheet = firstSheet(await openWorkbook(await buildLedger(input)));
    const row = sheet.getRow(5);
    expect([1, 2, 3, 4, 5, 11].map((column) => row.getCell(column).value)).toEqual([
      first.number,
      first.text,
      null,
      null,
      null,
      null,
    ]);
    expect(sheet.getCell('A6').value).toBe(second.number);
    const [printed] = printTable(ledgerTable(input)).items.filter((item) => item.kind === 'row');
    expect(printed).toEqual({
      kind: 'row',
      cells: [String(first.number), first.text, ...Array.from({ length: 10 }, () => '')],
      joined: [],
      lights: [],
    });
  });

  it('gives the rows of a merged task together the height its text needs', async () => {
    const text = '长'.repeat(300);
    const [first] = ledgerInput.tasks;
    if (!first) throw new Error('no task');
    const sheet = firstSheet(await openWorkbook(await buildLedger({ ...ledgerInput, tasks: [{ ...first, text }] })));
    const heights = [5, 6, 7, 8].reduce((sum, row) => sum + sheet.getRow(row).height, 0);
    expect(heights).toBeGreaterThan(300);
  });
});

describe('text from outside in a workbook', () => {
  const [task] = ledgerInput.tasks;
  const [entry] = task?.entries ?? [];
  async function written(narrative: string) {
    if (!task || !entry) throw new Error('no entry');
    const progress = {
      status: 'done',
      percent: null,
      narrative,
      problems: '',
      nextSteps: '',
      reportedOn: null,
      reporter: '',
      origin: 'manual',
    } as const;
    const input = { ...ledgerInput, tasks: [{ ...task, entries: [{ ...entry, progress }] }] };
    return firstSheet(await openWorkbook(await buildLedger(input))).getCell('G5');
  }

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '_x0041_', '<b>&"', '1\n2', '𠮷'])(
    'stays text and comes back as it was: %j',
    async (text) => {
      const cell = await written(text);
      expect(cell.value).toBe(text);
      expect(cell.formula).toBeUndefined();
    },
  );

  it('loses only what no workbook can hold', async () => {
    expect((await written('甲\u0000乙\u000B丙\uD800丁\r\n戊')).value).toBe('甲乙丙丁\n戊');
  });

  it('is cut with a notice when a cell cannot hold it', async () => {
    const { value } = await written('字'.repeat(CELL_TEXT_MAX + 1));
    expect(String(value)).toHaveLength(CELL_TEXT_MAX);
    expect(String(value).endsWith(CUT_NOTICE)).toBe(true);
  });
});
