// What cannot be filled without risk is refused, with a code; nothing is half done.
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { fillTemplate } from '#backend/excel/template/fill-template.ts';
import type { ErrorCode } from '#shared/error-codes.ts';
import { AppError } from '#shared/errors.ts';
import { makeTemplate } from '#tests/helpers/templates/templates.ts';
import { fillInput, mappingOf, someRows } from './fill-world.ts';

async function refusal(template: Uint8Array, sheet?: string): Promise<ErrorCode> {
  const made = await makeTemplate('plain');
  const mapping = mappingOf(made);
  try {
    await fillTemplate(fillInput(template, sheet === undefined ? mapping : { ...mapping, sheet }));
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  throw new Error('expected a refusal');
}

type Change = (zip: JSZip) => void | Promise<void>;

async function changed(change: Change): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync((await makeTemplate('plain')).bytes);
  await change(zip);
  return zip.generateAsync({ type: 'uint8array' });
}

const replacing =
  (part: string, from: string | RegExp, to: string): Change =>
  async (zip) => {
    const text = (await zip.file(part)?.async('string')) ?? '';
    const next = text.replace(from, to);
    if (next === text) throw new Error(`nothing to replace in ${part}`);
    zip.file(part, next);
  };

const SHEET = 'xl/worksheets/sheet1.xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

it.each<readonly [string, Change]>([
  ['a signature', (zip) => void zip.file('_xmlsignatures/sig1.xml', '<x/>')],
  ['the strict standard', replacing(SHEET, MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')],
  ['rows out of order', replacing(SHEET, '<row r="1"', '<row r="900"')],
  ['a cell of another row', replacing(SHEET, 'r="A1"', 'r="A7"')],
  ['tags that do not nest', replacing(SHEET, '</row>', '')],
  ['a document type', replacing(SHEET, '<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')],
  ['a merged block that is none', replacing(SHEET, 'ref="A1:H1"', 'ref="A1:H"')],
  ['no relationships', (zip) => void zip.remove('_rels/.rels')],
  ['a name that leads elsewhere', (zip) => void zip.file('xl/../../a.xml', '<x/>', { createFolders: false })],
])('a form with %s is refused', async (_, change) => {
  expect(await refusal(await changed(change))).toBe('TEMPLATE_ODD');
});

it('other files, and a sheet that is not there, are refused by name', async () => {
  expect(await refusal(new TextEncoder().encode('序号,任务\n1,甲'))).toBe('TEMPLATE_KIND');
  expect(await refusal((await makeTemplate('plain')).bytes, '没有的表')).toBe('TEMPLATE_SHEET_GONE');
});

it('a form whose bytes are damaged is filled whole or refused, and nothing else ever happens', async () => {
  const template = await makeTemplate('everything');
  let state = 5;
  const roll = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  let refused = 0;
  for (let run = 0; run < 150; run++) {
    const bytes = new Uint8Array(template.bytes);
    for (let flip = 0; flip <= roll(4); flip++) bytes[roll(bytes.length)] = roll(256);
    try {
      await fillTemplate(fillInput(bytes, mappingOf(template), { rows: someRows(6) }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(10);
});

it('a sheet with changed words is filled whole or refused', async () => {
  const template = await makeTemplate('everything with macros');
  const zip = await JSZip.loadAsync(template.bytes);
  const text = (await zip.file(SHEET)?.async('string')) ?? '';
  const words = ['', '<', '>', '"', '<row r="5"/>', '<c r="A1"/>', '<sheetData/>', '<f>A1</f>', '&e;', '<!-- -->', '0'];
  let state = 11;
  const roll = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  let filled = 0;
  for (let run = 0; run < 300; run++) {
    const at = roll(text.length);
    zip.file(SHEET, text.slice(0, at) + (words[roll(words.length)] ?? '') + text.slice(at + roll(6)));
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    try {
      await fillTemplate(fillInput(bytes, mappingOf(template), { rows: someRows(6) }));
      filled++;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  expect(filled).toBeGreaterThan(20);
});
