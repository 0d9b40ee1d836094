import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { utils, write } from '@e965/xlsx';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '#tests/backend/sheets/altered.ts';
import { convertFiles, OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { makeTemplate, TEMPLATE_NAMES } from '#tests/helpers/templates/templates.ts';
import { BREACHES } from './breaches.ts';
import { brokenRules } from './broken-rules.ts';

/** A part that gets an illegal name of its own length. */
const RENAMED = 'xl/media/zzzzzzzzzzz.png';

let sound: JSZip;
let soundBytes: Uint8Array;
beforeAll(async () => {
  soundBytes = (await makeTemplate('everything with macros')).bytes;
  sound = await JSZip.loadAsync(soundBytes);
});

/** The sound package with one text changed, or a part put beside. */
async function changed(part: string, content: string, name = part): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(soundBytes);
  if (name !== part) zip.remove(part);
  zip.file(name, content, { createFolders: false });
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

describe('a workbook of which Excel would complain', () => {
  it.each(BREACHES)('is found by $part: $title', async ({ part, find, put, says }) => {
    const before = (await sound.file(part)?.async('string')) ?? '';
    const after = before.replace(find, put);
    expect(after).not.toBe(before);
    const broken = await brokenRules(await changed(part, after));
    expect(broken.filter((rule) => says.test(rule))).not.toEqual([]);
  });

  it.each([
    ['a backslash', 'xl\\media\\image1.png', /backslash/],
    ['a place from the root', '/xl/media/image1.png', /absolute/],
    ['steps upwards', 'xl/../media.png', /illegal name/],
  ])('is found by %s in the name of a part', async (_, name, says) => {
    const zip = await JSZip.loadAsync(soundBytes);
    zip.file(RENAMED, 'x', { createFolders: false });
    const bytes = Buffer.from(await zip.generateAsync({ type: 'uint8array' })).toString('latin1');
    const renamed = Buffer.from(bytes.replaceAll(RENAMED, name.padEnd(RENAMED.length, 'z')), 'latin1');
    expect((await brokenRules(renamed)).join('\n')).toMatch(says);
  });

  it('is found by a part that is there twice, by a wrong check sum, by a cut file', async () => {
    const zip = await JSZip.loadAsync(soundBytes);
    zip.file('xl/media/image2.png', 'x', { createFolders: false });
    const bytes = Buffer.from(await zip.generateAsync({ type: 'uint8array' }));
    const twice = Buffer.from(bytes.toString('latin1').replaceAll('image2.png', 'image1.png'), 'latin1');
    expect((await brokenRules(twice)).join('\n')).toMatch(/image1\.png: zip: there twice/);
    const damaged = Buffer.from(bytes);
    // The last stored byte is the picture's; the directory begins behind it.
    const directory = damaged.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    damaged.writeUInt8(0x79, directory - 1);
    expect((await brokenRules(damaged)).join('\n')).toMatch(/check sum/);
    expect((await brokenRules(bytes.subarray(0, bytes.length - 40))).join('\n')).toMatch(/^zip: /);
  });

  it('is found by a part that says how long it is only behind its stored bytes', async () => {
    const zip = await JSZip.loadAsync(soundBytes);
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'STORE', streamFiles: true });
    expect((await brokenRules(bytes)).join('\n')).toMatch(/size behind it/);
  });

  it('is found by a document type', async () => {
    const before = (await sound.file('xl/styles.xml')?.async('string')) ?? '';
    const withType = before.replace('<styleSheet', '<!DOCTYPE styleSheet><styleSheet');
    expect((await brokenRules(await changed('xl/styles.xml', withType))).join('\n')).toMatch(/document type/);
  });
});

describe('a sound workbook', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'matrix-rules-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(TEMPLATE_NAMES)('made for the tests passes: %s', async (name) => {
    expect(await brokenRules((await makeTemplate(name)).bytes)).toEqual([]);
  });

  it('of exceljs passes, with merges, checks, colours, comments, links, pictures and views', async () => {
    expect(await brokenRules(await aLibraryBook())).toEqual([]);
  });

  it('of SheetJS passes', async () => {
    const sheet = utils.aoa_to_sheet([
      ['单位', '比例', '日期'],
      ['县教育局', 0.5, new Date(Date.UTC(2021, 9, 8))],
      ['=1+1', null, '<&>'],
    ]);
    sheet['!merges'] = [utils.decode_range('A4:C4')];
    sheet['!cols'] = [{ wch: 12 }, { wch: 30 }];
    const book = utils.book_new(sheet, '进展');
    for (const bookSST of [true, false]) {
      expect(await brokenRules(new Uint8Array(write(book, { type: 'array', bookSST, compression: true })))).toEqual([]);
    }
  });

  it(
    'of LibreOffice passes, saved from ours and from exceljs',
    async () => {
      const files: string[] = [];
      for (const [name, bytes] of [
        ['all.xlsm', soundBytes],
        ['library.xlsx', await aLibraryBook()],
      ] as const) {
        const file = path.join(folder, name);
        await writeFile(file, bytes);
        files.push(file);
      }
      const saved = path.join(folder, 'saved');
      await convertFiles('xlsx', files, saved, folder);
      for (const name of ['all.xlsx', 'library.xlsx']) {
        expect(await brokenRules(await readFile(path.join(saved, name)))).toEqual([]);
      }
    },
    OFFICE_LIMIT_MS,
  );
});

async function aLibraryBook(): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('进展 台账', { views: [{ state: 'frozen', xSplit: 1, ySplit: 2 }] });
  sheet.addRows([
    ['单位', '比例'],
    ['县教育局', 0.5],
    ['县公安局', { formula: 'B2*2', result: 1 }],
  ]);
  sheet.mergeCells('A5:B6');
  sheet.getCell('A2').note = '按实填写';
  sheet.getCell('A3').value = { text: '通知', hyperlink: 'http://www.zezhou.gov.cn/?a=1&b=2' };
  sheet.getCell('B2').dataValidation = { type: 'list', formulae: ['"是,否"'] };
  sheet.getCell('B2').style = {
    font: { name: '仿宋_GB2312', size: 12 },
    numFmt: '0.0%',
    border: { top: { style: 'thin' } },
  };
  sheet.addConditionalFormatting({
    ref: 'B2:B3',
    rules: [{ type: 'expression', priority: 1, formulae: ['B2<1'], style: { font: { color: { argb: 'FFFF0000' } } } }],
  });
  sheet.pageSetup = { printTitlesRow: '1:1', printArea: 'A1:B6', orientation: 'landscape' };
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  sheet.addImage(book.addImage({ base64: png.toString('base64'), extension: 'png' }), 'D1:E3');
  await sheet.protect('', {});
  return bytesOf(book);
}
