// Agencies with an older WPS save what they filled in as .xls or .et. It was refused, though the reader of plans had
// read such files for long; now every reader of tables reads the same files.
import * as xlsx from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import type { ParsedReturn, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { MISSING_HEAD } from '#backend/sheets/form-format.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { formInput } from '../excel/seed-world.ts';
import { altered } from '../sheets/altered.ts';

const input = formInput('县公安局');
const FIRST_ROW = 5;
const AT = { status: 7, percent: 8, narrative: 9, problems: 10, reportedOn: 12 };

let form: Uint8Array;
beforeAll(async () => {
  form = await buildForm(input);
});

async function read(bytes: Uint8Array, file: string): Promise<ParsedReturn> {
  return readReturn(await readSheets(bytes, file), file, { mappings: new Map(), near: null });
}

/** A formula without a result counts as filled in one kind of file and not in the other; nobody reads that column. */
function plain({ tables }: ParsedReturn): readonly unknown[] {
  return tables.map((table) => ({ ...table, columns: table.columns.filter(({ head }) => head !== MISSING_HEAD) }));
}

function firstRow(parsed: ParsedReturn): ReturnedRow {
  const row = parsed.tables[0]?.rows[0];
  if (!row) throw new Error('no row');
  return row;
}

describe('a form that was saved as an old workbook', () => {
  const asOld = (bytes: Uint8Array): Uint8Array => {
    const written: unknown = xlsx.write(xlsx.read(bytes, { cellDates: true, cellNF: true }), {
      type: 'buffer',
      bookType: 'biff8',
    });
    if (!(written instanceof Uint8Array)) throw new Error('the workbook was not written as bytes');
    return new Uint8Array(written);
  };

  it('is read like the new one, hidden ids and all', async () => {
    const filled = await altered(form, (sheet) => {
      sheet.getCell(FIRST_ROW, AT.status).value = '已完成';
      sheet.getCell(FIRST_ROW, AT.percent).value = 0.5;
      sheet.getCell(FIRST_ROW, AT.percent).numFmt = '0%';
      sheet.getCell(FIRST_ROW, AT.narrative).value = '第一行\n第二行 “引号” <尖括号>';
      sheet.getCell(FIRST_ROW, AT.problems).value = { error: '#N/A' };
      sheet.getCell(FIRST_ROW, AT.reportedOn).value = new Date(Date.UTC(2021, 9, 8));
      sheet.getCell(FIRST_ROW, AT.reportedOn).numFmt = 'yyyy-mm-dd';
    });
    const old = await read(asOld(filled), '回收');
    expect(firstRow(old).fields).toMatchObject({
      status: { text: '已完成' },
      percent: { text: '50', doubt: '' },
      narrative: { text: '第一行\n第二行 “引号” <尖括号>' },
      problems: { readable: false },
      reportedOn: { text: '2021-10-08', doubt: '' },
    });
    expect(plain(old)).toEqual(plain(await read(filled, '回收')));
  });
});
