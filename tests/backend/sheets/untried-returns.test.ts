import { describe, expect, it, test } from 'vitest';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { SheetRead } from '#backend/sheets/sheet.ts';
import { CASES_ABSENT, casesArePresent, filesOf } from './untried-returns.ts';

/** Columns of the form. */
const AT = { number: 1, status: 5, percent: 6, narrative: 7, reportedOn: 10, id: 11 } as const;

async function sheetOf(name: string): Promise<SheetRead> {
  const [file] = filesOf(name);
  if (file === undefined) throw new Error(`case ${name} has no file`);
  const [sheet] = await readSheets(file.bytes, file.file);
  if (sheet === undefined) throw new Error(`case ${name} has no sheet`);
  return sheet;
}

/** A column's cells by the number of their task. */
function columnOf({ rows }: SheetRead, column: number): ReadonlyMap<string, CellRead | undefined> {
  return new Map(rows.map(({ cells }) => [cells.get(AT.number)?.text ?? '', cells.get(column)]));
}

describe.skipIf(!casesArePresent)(casesArePresent ? 'workbooks as they came back' : CASES_ABSENT, () => {
  it('words and numbers are read as the cell shows them', async () => {
    const shown = columnOf(await sheetOf('A19'), AT.narrative);
    const texts = ['1', '3', '4', '8', '9', '11', '12', '13', '20', '23', '24', '26', '27'].map((each) => [
      each,
      shown.get(each)?.text,
    ]);
    expect(Object.fromEntries(texts)).toEqual({
      1: '第一行\n第二行',
      3: '第一行\n第二行',
      4: '等于未完成',
      8: '25户',
      9: '1,234,567',
      11: '33.3%',
      12: '12.50万元',
      13: '10月8日',
      20: 'TRUE',
      23: '正常红字加粗',
      24: '007',
      26: '98765432101',
      27: '¥1,234.50',
    });
  });

  it('percentages keep their number beside what is shown', async () => {
    const percents = columnOf(await sheetOf('A16'), AT.percent);
    expect(percents.get('1')).toMatchObject({ text: '80%', number: 0.8, percent: true });
    expect(percents.get('3')).toMatchObject({ text: '0.8', number: 0.8, percent: false });
    expect(percents.get('12')).toMatchObject({ text: '0.8', number: null });
    expect(percents.get('24')).toMatchObject({ text: '80%', number: 80, percent: false });
    expect(percents.get('30')).toMatchObject({ text: '8000%', number: 80, percent: true });
    expect(percents.get('47')).toMatchObject({ text: '0.80', number: 0.8 });
  });

  it('formulas without a result are not empty', async () => {
    const sheet = await sheetOf('P06');
    for (const column of [AT.narrative, AT.percent]) {
      for (const task of ['5', '7']) expect(columnOf(sheet, column).get(task)?.trouble).toBe('no-result');
    }
  });

  it('line ends in every writing are line ends', async () => {
    const texts = columnOf(await sheetOf('P07'), AT.narrative);
    expect(texts.get('7')?.text).toBe('第一行\n第二行');
    expect(texts.get('10')?.text).toBe('第一行\n第二行\n第三行');
    expect(texts.get('11')?.text).toBe('编号_x0041_不变');
  });

  test.each(['P09', 'P09b'])('remarks are read, wherever their part is kept: %s', async (name) => {
    const { remarks } = await sheetOf(name);
    expect(remarks.map(({ kind, text }) => [kind, text])).toEqual([
      ['comment', '补充：另有 3 家停业，未检查'],
      ['comment', '本项请县林业局填报，我局不牵头'],
    ]);
  });

  test.each(['P00', 'P10c', 'P15', 'P17', 'A43', 'A31', 'A13'])(
    'properties, charts, filters and endings cost nothing: %s',
    async (name) => {
      const sheet = await sheetOf(name);
      expect(sheet.remarks.filter(({ kind }) => kind === 'unread')).toEqual([]);
      expect(columnOf(sheet, AT.percent).get('7')).toMatchObject({ text: '60%', number: 0.6, percent: true });
      expect(columnOf(sheet, AT.reportedOn).get('7')).toMatchObject({ isoDate: '2021-10-08' });
      expect(columnOf(sheet, AT.id).get('7')).toMatchObject({ number: 7 });
      expect([...sheet.hiddenColumns]).toEqual([AT.id]);
    },
  );

  it('rows that a filter hides are read, and known to be hidden', async () => {
    const { rows } = await sheetOf('P17');
    expect(rows.some(({ hidden }) => hidden)).toBe(true);
  });

  it('an error and a formula that shows nothing are told apart', async () => {
    const sheet = await sheetOf('P14');
    expect(columnOf(sheet, AT.narrative).get('7')).toMatchObject({ text: '#N/A', error: true });
    expect(columnOf(sheet, AT.narrative).get('5')?.text).toBe('十月：第二轮 排查');
    expect(columnOf(sheet, 8).get('5')).toBeUndefined();
  });

  test.each(['A27', 'A28'])('a table of commas and a page say the same: %s', async (name) => {
    const sheet = await sheetOf(name);
    expect(columnOf(sheet, AT.narrative).get('7')?.text).toBe('第一行\n第二行 "引号" <尖括号> & 和');
    expect(columnOf(sheet, AT.narrative).get('10')?.text).toBe('已检查5家');
    expect(columnOf(sheet, AT.percent).get('7')?.text).toBe('60%');
    expect(columnOf(sheet, AT.narrative).get('15')).toMatchObject({ text: '#DIV/0!', error: true });
    expect(columnOf(sheet, AT.reportedOn).get('11')?.text).toBe('2021-10-08');
  });

  // LibreOffice did not store what the formula gave: it is asked for, never read as 0.
  it('an old workbook without the words of a formula', async () => {
    expect(columnOf(await sheetOf('A13'), AT.narrative).get('10')).toMatchObject({ text: '', trouble: 'no-result' });
  });
});
