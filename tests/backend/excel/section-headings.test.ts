// A section whose title brought its own number was printed with two: 一、一、从严整治. It keeps its own, in the workbook, on
// paper and in the window, in every form a plan may number its parts.

import { describe, expect, it } from 'vitest';
import { printTable } from '#backend/excel/print-table.ts';
import { sectionHeading } from '#shared/text/section-heading.ts';
import { buildLedger, type LedgerInput, ledgerTable } from '#tests/helpers/described-tables.ts';
import { firstSheet, openWorkbook } from '../sheets/altered.ts';
import { ledgerInput } from './seed-world.ts';

const HEADINGS = [
  // title, in one line, number and words in the workbook
  ['从严整治', '三、从严整治', '三', '从严整治'],
  ['一、从严整治', '一、从严整治', '一', '从严整治'],
  ['二十一、 从严整治', '二十一、从严整治', '二十一', '从严整治'],
  ['（一）从严整治', '（一）从严整治', '（一）从严整治', null],
  ['(2)从严整治', '(2)从严整治', '(2)从严整治', null],
  ['①从严整治', '①从严整治', '①从严整治', null],
  ['第一部分 从严整治', '第一部分 从严整治', '第一部分 从严整治', null],
  ['第二章从严整治', '第二章从严整治', '第二章从严整治', null],
  ['第三条 从严整治', '第三条 从严整治', '第三条 从严整治', null],
  ['1、从严整治', '1、从严整治', '1、从严整治', null],
  ['1.从严整治', '1.从严整治', '1.从严整治', null],
  ['3.15专项行动', '三、3.15专项行动', '三', '3.15专项行动'],
  ['第二条生产线建设', '三、第二条生产线建设', '三', '第二条生产线建设'],
  ['一体推进', '三、一体推进', '三', '一体推进'],
] as const;

function withTitle(title: string): LedgerInput {
  return {
    ...ledgerInput,
    tasks: ledgerInput.tasks.slice(0, 1).map((task) => ({ ...task, section: { ordinal: 3, title } })),
  };
}

describe('a section', () => {
  it.each(HEADINGS)('called %s reads %s', async (title, line, number, words) => {
    expect(sectionHeading(3, title)).toBe(line);
    expect(printTable(ledgerTable(withTitle(title))).items[0]).toEqual({ kind: 'section', text: line });
    const sheet = firstSheet(await openWorkbook(await buildLedger(withTitle(title))));
    const row = sheet.getRow(4);
    expect(row.getCell(1).value).toBe(number);
    // Where the number has no cell of its own, the whole row is one cell.
    expect(row.getCell(2).isMerged && row.getCell(2).master.address).toBe(words === null ? 'A4' : 'B4');
    if (words !== null) expect(row.getCell(2).value).toBe(words);
  });
});
