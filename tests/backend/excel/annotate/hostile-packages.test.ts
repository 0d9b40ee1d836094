import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { annotateWorkbook } from '#backend/excel/annotate/annotate-workbook.ts';
import { buildForm } from '#backend/excel/form/form-workbook.ts';
import { walkXml } from '#backend/excel/package/xml-part.ts';
import { formInput } from '../seed-world.ts';

const NOTES = [
  { sheet: '填报表', row: 5, column: 7, texts: ['未填'], highlight: true },
  { sheet: '填报表', row: 90, column: 40, texts: ['多余'], highlight: true },
];

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

async function eachPartIsXml(bytes: Uint8Array): Promise<void> {
  const zip = await JSZip.loadAsync(bytes);
  for (const name of ['xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/comments1.xml', '[Content_Types].xml']) {
    walkXml((await zip.file(name)?.async('string')) ?? '<x/>', {});
  }
}

it('a package with changed bytes is annotated whole or left alone, and nothing else ever happens', async () => {
  const form = await buildForm(formInput('县公安局'));
  const roll = dice(7);
  for (let run = 0; run < 120; run++) {
    const bytes = new Uint8Array(form);
    for (let flip = 0; flip <= roll(4); flip++) bytes[roll(bytes.length)] = roll(256);
    const done = await annotateWorkbook(bytes, '表.xlsx', NOTES);
    if (done) await eachPartIsXml(done.bytes);
  }
});

it('a part with changed words is annotated whole or left alone', async () => {
  const form = await buildForm(formInput('县公安局'));
  const parts = ['xl/worksheets/sheet1.xml', 'xl/styles.xml', 'xl/workbook.xml', '[Content_Types].xml'];
  const texts = await Promise.all(
    parts.map(async (part) => (await (await JSZip.loadAsync(form)).file(part)?.async('string')) ?? ''),
  );
  const words = ['', '<', '>', '"', '<row r="5"/>', '<c r="A1"/>', '<sheetData/>', '<x:y/>', '&e;', '<!-- -->', '0'];
  const roll = dice(11);
  let annotated = 0;
  for (let run = 0; run < 160; run++) {
    const at = roll(parts.length);
    const text = texts[at] ?? '';
    const place = roll(text.length);
    const changed = text.slice(0, place) + (words[roll(words.length)] ?? '') + text.slice(place + roll(6));
    const zip = await JSZip.loadAsync(form);
    zip.file(parts[at] ?? '', changed);
    const done = await annotateWorkbook(await zip.generateAsync({ type: 'uint8array' }), '表.xlsx', NOTES);
    if (!done) continue;
    annotated++;
    await eachPartIsXml(done.bytes);
  }
  expect(annotated).toBeGreaterThan(10);
  expect(annotated).toBeLessThan(160);
});
