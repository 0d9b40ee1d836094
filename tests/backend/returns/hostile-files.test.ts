import { describe, expect, it } from 'vitest';
import { buildForm } from '#backend/excel/form.ts';
import { SHEET_BOUNDS } from '#backend/files/sheet-bounds.ts';
import { ZIP_LIMITS } from '#backend/files/zip-check.ts';
import { readReturn } from '#backend/returns/read-return.ts';
import { AppError } from '#shared/errors.ts';
import { formInput } from '../excel/seed-world.ts';
import { oleWith } from '../files/ole-with.ts';
import { sheetData, workbookParts, zipOf } from '../files/zip-of.ts';
import { sheetOf } from '../sheets/altered.ts';

/** What a refused file does: a code and a Chinese sentence, nothing else. */
async function refusal(bytes: Uint8Array | Buffer): Promise<AppError> {
  const error: unknown = await readReturn(new Uint8Array(bytes), '回收.xlsx').then(
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
    [
      'a web page with another ending',
      Buffer.from('﻿ <html><table><tr><td>1</table>'),
      'WORKBOOK_KIND_UNSUPPORTED',
      '网页',
    ],
    [
      'commas in GBK',
      Buffer.from('d0f2bac52cb9a4d7f7c8cecef10a312cb2e2cad4', 'hex'),
      'WORKBOOK_KIND_UNSUPPORTED',
      'CSV',
    ],
    ['commas in UTF-8', Buffer.from('序号,工作任务\n1,测试'), 'WORKBOOK_KIND_UNSUPPORTED', 'CSV'],
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

  it('is refused when bytes in its middle are wrong', async () => {
    const form = await buildForm(formInput('县公安局'));
    form.fill(0x55, 300, 900);
    expect((await refusal(form)).code).toBe('WORKBOOK_DAMAGED');
  });

  it('is refused when its XML does not close', async () => {
    const bytes = zipOf(workbookParts('<sheetData><row r="1"><c r="A1">'));
    expect((await refusal(bytes)).code).toBe('WORKBOOK_DAMAGED');
  });

  it('is refused when a part has a path out of the file', async () => {
    const bytes = zipOf([...workbookParts(sheetData([HEADS])), { name: '../../evil.xml', content: 'x' }]);
    expect((await refusal(bytes)).code).toBe('WORKBOOK_DAMAGED');
  });
});

describe('a workbook that unpacks to more than it should', () => {
  const filler = `<!--${' '.repeat(ZIP_LIMITS.xmlBytes)}-->`;

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
    const many = Array.from({ length: ZIP_LIMITS.entries }, (_, index) => ({
      name: `xl/x${index}.xml`,
      content: '',
    }));
    expect((await refusal(zipOf([...workbookParts(''), ...many]))).code).toBe('WORKBOOK_BOMB');
  });

  it('is refused when empty rows were drawn far down', async () => {
    const rows = Array.from({ length: SHEET_BOUNDS.rows + 1 }, (_, index) => `<row r="${index + 1}"/>`);
    expect((await refusal(zipOf(workbookParts(`<sheetData>${rows.join('')}</sheetData>`)))).code).toBe('WORKBOOK_BOMB');
  });

  it.each([
    ['one block over the whole sheet', '<mergeCell ref="A2:XFD1048576"/>'],
    ['the same, its range in disguise', '<mergeCell ref="&#65;2:XFD1048576"/>'],
    ['the same, upside down', '<mergeCell ref="XFD1048576:A2"/>'],
    ['more blocks than any form has', '<mergeCell ref="A1:B1"/>'.repeat(SHEET_BOUNDS.merges + 1)],
  ])('is refused for its merged cells: %s', async (_, merges) => {
    const bytes = zipOf(workbookParts(`${sheetData([HEADS])}<mergeCells>${merges}</mergeCells>`));
    expect((await refusal(bytes)).code).toBe('WORKBOOK_BOMB');
  });

  it('is read without its columns and names, however far they reach', async () => {
    const columns = '<cols><col min="1" max="2000000000" width="9"/></cols>';
    const [rels, book, ...rest] = workbookParts(columns + sheetData([HEADS, ['1', '测试任务', '推进中', '已开展']]));
    if (!rels || !book) throw new Error('no parts');
    const name = '<definedNames><definedName name="a">表!$A$1:$XFD$1048576</definedName></definedNames></workbook>';
    const named = { ...book, content: String(book.content).replace('</workbook>', name) };
    expect((await readReturn(zipOf([rels, named, ...rest]), 'x.xlsx')).rows).toHaveLength(1);
  });

  it('is refused when entities of its text feed on each other', async () => {
    const shared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
    const bytes = zipOf([...workbookParts(sheetData([HEADS])), { name: 'xl/sharedStrings.xml', content: shared }]);
    expect((await refusal(bytes)).code).toBe('WORKBOOK_DAMAGED');
  });

  it('is read when only its stated dimension reaches to the last cell of the sheet', async () => {
    const data = sheetData([HEADS, ['1', '测试任务', '推进中', '已开展']]);
    const parsed = await readReturn(zipOf(workbookParts(`<dimension ref="A1:XFD1048576"/>${data}`)), 'x.xlsx');
    expect(parsed.rows).toHaveLength(1);
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
