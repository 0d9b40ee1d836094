import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableSheet } from '#backend/excel/table-sheet.ts';
import { workbookStream } from '#backend/excel/write-workbook.ts';
import { checkPdf, checkZip } from '#backend/files/read-back.ts';
import { draftBeside, writeDraft } from '#backend/files/save-file.ts';
import { openZip } from '#backend/files/zip-directory.ts';
import { aFullTable, fullRows } from '../excel/a-full-table.ts';

let folder: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), '边写 '));
  target = path.join(folder, '表.xlsx');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const aWorkbook = (rows: number) => workbookStream([tableSheet(aFullTable(fullRows(rows)))]);

async function aDraft(): Promise<string> {
  const draft = draftBeside(target);
  await writeDraft(draft, target, await aWorkbook(50), 'workbook');
  return draft;
}

describe('a workbook that is made while it is written', () => {
  it('is on the disk as it was made, with its size and checksum as read back', async () => {
    const draft = draftBeside(target);
    const { bytes, sha256 } = await writeDraft(draft, target, await aWorkbook(2_000), 'workbook');
    const written = await readFile(draft);
    expect(bytes).toBe(written.byteLength);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', written));
    expect(sha256).toBe(Buffer.from(digest).toString('hex'));
  });

  it('that cannot be made to its end is told as what stopped it, not as a fault of the disk', async () => {
    function* rows() {
      yield* fullRows(3_000);
      throw new RangeError('a row that cannot be laid out');
    }
    const draft = draftBeside(target);
    const work = writeDraft(draft, target, await workbookStream([tableSheet(aFullTable(rows()))]), 'workbook');
    await expect(work).rejects.toThrow(new RangeError('a row that cannot be laid out'));
    await rm(draft);
    expect(await readdir(folder)).toEqual([]);
  });

  it('into a folder that is not there is refused before a row is made', async () => {
    let made = 0;
    function* rows() {
      for (const row of fullRows(10)) {
        made++;
        yield row;
      }
    }
    const away = path.join(folder, '没有', 'a.xlsx');
    const stream = await workbookStream([tableSheet(aFullTable(rows()))]);
    await expect(writeDraft(draftBeside(away), away, stream, 'workbook')).rejects.toMatchObject({
      code: 'FOLDER_MISSING',
    });
    expect(made).toBeLessThanOrEqual(10);
  });
});

describe('reading back', () => {
  it('sees a byte that a bad stick changed inside a part', async () => {
    const draft = await aDraft();
    const bytes = await readFile(draft);
    await checkZip(draft);
    const damaged = path.join(folder, '坏.xlsx');
    const zip = await openZip(new Uint8Array(bytes));
    for await (const entry of zip.eachEntry()) {
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const copy = Buffer.from(bytes);
      const place = fileDataStart + Math.floor(entry.compressedSize / 2);
      copy[place] = (copy[place] ?? 0) ^ 0x10;
      await writeFile(damaged, copy);
      await expect(checkZip(damaged)).rejects.toThrow();
    }
  });

  it('sees a file that ends too early', async () => {
    const draft = await aDraft();
    const bytes = await readFile(draft);
    const short = path.join(folder, '短.xlsx');
    for (const length of [0, 10, bytes.byteLength / 2, bytes.byteLength - 1]) {
      await writeFile(short, bytes.subarray(0, length));
      await expect(checkZip(short)).rejects.toThrow();
    }
  });

  it('knows a whole PDF, of whatever length, from a part of one', async () => {
    const file = path.join(folder, 'a.pdf');
    const whole = `%PDF-1.7\n${'x'.repeat(200_000)}\n%%EOF\n`;
    await writeFile(file, whole);
    await checkPdf(file);
    for (const text of [whole.slice(0, -20), whole.slice(3), '']) {
      await writeFile(file, text);
      await expect(checkPdf(file)).rejects.toThrow('not a whole PDF');
    }
  });
});
