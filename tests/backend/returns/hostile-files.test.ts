import { describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { ZIP_LIMITS } from '#backend/files/zip-limits.ts';
import type { ParsedReturn } from '#backend/returns/parsed-return.ts';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { SHEET_LIMITS } from '#backend/sheets/sheet-builder.ts';
import { AppError } from '#shared/errors.ts';
import { formInput } from '../excel/seed-world.ts';
import { oleWith } from '../files/ole-with.ts';
import { sheetData, workbookParts, zipOf } from '../files/zip-of.ts';
import { sheetOf } from '../sheets/altered.ts';

async function read(bytes: Uint8Array): Promise<ParsedReturn> {
  return readReturn(await readSheets(new Uint8Array(bytes), '回收.xlsx'), '回收.xlsx', {
    mappings: new Map(),
    near: null,
  });
}

/** What a refused file does: a code and a Chinese sentence, nothing else. */
async function refusal(bytes: Uint8Array | Buffer): Promise<AppError> {
  const error: unknown = await read(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error('expected a refusal', { cause: error });
}

const HEADS = ['序号', '工作任务', '进展状态', '进展情况'];

describe('a file that is no workbook', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'FILE_EMPTY', ''],
    ['an old .xls with nothing in it', oleWith('Workbook'), 'WORKBOOK_DAMAGED', '已损坏'],
    ['a Word document of old', oleWith('WordDocument'), 'WORKBOOK_KIND_UNSUPPORTED', '旧版 Office 文档'],
    ['an OLE head with nothing behind it', oleWith('Workbook').subarray(0, 40), 'WORKBOOK_KIND_UNSUPPORTED', '旧版'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'WORKBOOK_KIND_UNSUPPORTED', 'PDF'],
    ['some bytes', Buffer.from([1, 0, 2, 0, 3]), 'WORKBOOK_KIND_UNSUPPORTED', '其他'],
    [
      'a zip of something else',
      zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
      'WORKBOOK_KIND_UNSUPPORTED',
      'Word 文档',
    ],
  ])('is refused by what it is: %s', async (_, bytes, code, words) => {
    const error = await refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
  });

  it('is told apart when it is encrypted', async () => {
    expect((await refusal(oleWith('EncryptedPackage'))).code).toBe('WORKBOOK_ENCRYPTED');
  });
});

describe('a broken workbook', () => {
  it('is refused when its end is missing', async () => {
    const form = await buildForm(formInput('县公安局'));
    expect((await refusal(form.subarray(0, form.byteLength - 400))).code).toBe('WORKBOOK_DAMAGED');
  });

  it('is refused when bytes of its sheet are wrong', async () => {
    const form = await buildForm(formInput('县公安局'));
    const sheet = Buffer.from(form).indexOf('xl/worksheets/sheet1.xml');
    form.fill(0x55, sheet + 60, sheet + 400);
    expect((await refusal(form)).code).toBe('WORKBOOK_DAMAGED');
  });

  it('is refused when its XML does not close', async () => {
    const bytes = zipOf(workbookParts('<sheetData><row r="1"><c r="A1">'));
    expect((await refusal(bytes)).code).toBe('WORKBOOK_DAMAGED');
  });
});

describe('a workbook that unpacks to more than it should', () => {
  const filler = `<!--${' '.repeat(ZIP_LIMITS.xmlBytes)}-->`;
  const ROWS = [HEADS, ['1', '测试任务', '推进中', '已开展']];

  it('is refused by what its directory says, before anything is unpacked', async () => {
    const bytes = zipOf(workbookParts(filler));
    expect(bytes.byteLength).toBeLessThan(100_000);
    expect((await refusal(bytes)).code).toBe('WORKBOOK_BOMB');
  });

  it('is refused when its directory lies about the size', async () => {
    const bytes = zipOf(
      workbookParts(filler).map((part) => ({ ...part, claimedSize: Math.min(part.content.length, 5000) })),
    );
    expect((await refusal(bytes)).code).toBe('WORKBOOK_BOMB');
  });

  it('is refused when it has thousands of parts', async () => {
    const many = Array.from({ length: ZIP_LIMITS.parts }, (_, index) => ({
      name: `xl/x${index}.xml`,
      content: '',
    }));
    expect((await refusal(zipOf([...workbookParts(''), ...many]))).code).toBe('WORKBOOK_BOMB');
  });

  it('is read when borders were drawn far below the table', async () => {
    const below = Array.from({ length: SHEET_LIMITS.rows + 1 }, (_, index) => {
      return `<row r="${index + 100}"><c r="A${index + 100}" s="1"/></row>`;
    });
    const bytes = zipOf(workbookParts(sheetData(ROWS).replace('</sheetData>', `${below.join('')}</sheetData>`)));
    expect((await read(bytes)).tables[0]?.rows).toHaveLength(1);
  });

  it('is refused when rows were filled far down', async () => {
    const rows = Array.from(
      { length: SHEET_LIMITS.rows + 1 },
      (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`,
    );
    expect((await refusal(zipOf(workbookParts(`<sheetData>${rows.join('')}</sheetData>`)))).code).toBe('WORKBOOK_BOMB');
  });

  it.each([
    ['more blocks than any form has', '<mergeCell ref="A1:B1"/>'.repeat(SHEET_LIMITS.merges + 1)],
    ['the same cells again and again', '<mergeCell ref="A1:XFD1048576"/>'.repeat(SHEET_LIMITS.merges)],
  ])('is refused for its merged cells: %s', async (_, merges) => {
    const bytes = zipOf(workbookParts(`${sheetData(ROWS)}<mergeCells>${merges}</mergeCells>`));
    expect((await refusal(bytes)).code).toBe('WORKBOOK_BOMB');
  });

  it('is read when one block below the table reaches to the end of the sheet', async () => {
    const merges = '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>';
    expect((await read(zipOf(workbookParts(sheetData(ROWS) + merges)))).tables[0]?.rows).toHaveLength(1);
  });

  it('is read without its columns and names, however far they reach', async () => {
    const columns = '<cols><col min="1" max="2000000000" width="9"/></cols>';
    const [rels, book, ...rest] = workbookParts(columns + sheetData(ROWS));
    if (!rels || !book) throw new Error('no parts');
    const name = '<definedNames><definedName name="a">表!$A$1:$XFD$1048576</definedName></definedNames></workbook>';
    const named = { ...book, content: String(book.content).replace('</workbook>', name) };
    expect((await read(zipOf([rels, named, ...rest]))).tables[0]?.rows).toHaveLength(1);
  });

  it('is read without what stands in parts nobody asks for, however large', async () => {
    const bytes = zipOf([...workbookParts(sheetData(ROWS)), { name: 'xl/vbaProject.bin', content: filler }]);
    expect((await read(bytes)).tables[0]?.rows).toHaveLength(1);
  });

  it('is refused when entities of its text feed on each other', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const [sheet] = workbookParts(sheetData(ROWS).replace('测试任务', '&b;')).slice(-1);
    if (sheet === undefined) throw new Error('no sheet');
    const parts = workbookParts('').slice(0, -1);
    const bytes = zipOf([...parts, { ...sheet, content: bomb + String(sheet.content) }]);
    expect((await refusal(bytes)).code).toBe('WORKBOOK_DAMAGED');
  });

  it('loses only the words of strings whose entities feed on each other', async () => {
    const shared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><sst><si><t>&a;</t></si></sst>';
    const bytes = zipOf([...workbookParts(sheetData(ROWS)), { name: 'xl/sharedStrings.xml', content: shared }]);
    expect((await read(bytes)).tables[0]?.rows).toHaveLength(1);
  });

  it('is read when only its stated dimension reaches to the last cell of the sheet', async () => {
    const parsed = await read(zipOf(workbookParts(`<dimension ref="A1:XFD1048576"/>${sheetData(ROWS)}`)));
    expect(parsed.tables[0]?.rows).toHaveLength(1);
  });

  it('is answered at once when its shared strings are ten million', async () => {
    const strings = `<sst>${'<si><t/></si>'.repeat(1_000_000)}</sst>`;
    const bytes = zipOf([...workbookParts(sheetData(ROWS)), { name: 'xl/sharedStrings.xml', content: strings }]);
    expect((await refusal(bytes)).code).toBe('WORKBOOK_BOMB');
  });
});

describe('a compound file', () => {
  it('whose sectors lead in a circle is damaged, and answered at once', async () => {
    const bytes = oleWith('Workbook');
    // Sector 1 holds the table: each sector is followed by itself.
    bytes.writeUInt32LE(1, 76);
    for (let sector = 0; sector < 128; sector++) bytes.writeUInt32LE(sector % 3, 512 * 2 + sector * 4);
    expect((await refusal(bytes)).code).toBe('WORKBOOK_DAMAGED');
  });
});

describe('a workbook that is no return', () => {
  it('is refused when it has no heads of a form', async () => {
    expect(
      (
        await refusal(
          await sheetOf([
            ['姓名', '电话'],
            ['某', '1'],
          ]),
        )
      ).code,
    ).toBe('RETURN_NOT_RECOGNIZED');
  });

  it('is refused when no row stands below the heads', async () => {
    expect((await refusal(await sheetOf([HEADS]))).code).toBe('RETURN_NO_ROWS');
  });
});

describe('a page', () => {
  it.each([
    ['nested without end', `<html><table><tr><td>${'<b>'.repeat(100_000)}`],
    ['of more cells than anybody fills in', `<html><table>${'<tr><td>1<td>2'.repeat(SHEET_LIMITS.cells / 2 + 1)}`],
  ])('is answered at once: %s', async (_, page) => {
    expect((await refusal(Buffer.from(page))).code).toBe('WORKBOOK_BOMB');
  });
});

it('a row without end is read as far as anybody writes, and what is left out is named', async () => {
  const wide = `<row r="9">${'<c><v>1</v></c>'.repeat(20_000)}</row></sheetData>`;
  const data = sheetData([HEADS, ['1', '测试任务', '推进中', '已开展']]).replace('</sheetData>', wide);
  const [sheet] = await readSheets(zipOf(workbookParts(data)), '回收.xlsx');
  expect(sheet?.rows.at(-1)?.cells.size).toBe(SHEET_LIMITS.columns);
  expect(sheet?.remarks).toMatchObject([{ kind: 'unread' }]);
});
