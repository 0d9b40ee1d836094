import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { convertFiles } from '#tests/helpers/office-program.ts';
import type { Book, FileKind } from '../book.ts';
import { withOddParts } from './odd-parts.ts';
import { writeWithExceljs } from './write-exceljs.ts';

/** Converting takes long enough that the program is started once for so many. */
const BATCH = 60;

const TARGETS: Readonly<Partial<Record<FileKind, { readonly to: string; readonly ending: string }>>> = {
  xlsx: { to: 'xlsx:Calc MS Excel 2007 XML', ending: 'xlsx' },
  xls: { to: 'xls:MS Excel 97', ending: 'xls' },
  ods: { to: 'ods', ending: 'ods' },
  html: { to: 'html:HTML (StarCalc)', ending: 'html' },
  // Comma, quotation mark, UTF-8, first line, as shown.
  csv: { to: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true', ending: 'csv' },
};

/**
 * Lets LibreOffice open what exceljs wrote and save it as what each book is to be.
 *
 * @returns bytes in the order of the books; `undefined` where it could not
 */
export async function writeWithOffice(books: readonly Book[]): Promise<readonly (Uint8Array | undefined)[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-office-'));
  try {
    const written = await Promise.all(
      books.map(async (book) => withOddParts(await writeWithExceljs({ ...book, kind: 'xlsx' }), book)),
    );
    const results: (Uint8Array | undefined)[] = books.map(() => undefined);
    for (const [kind, target] of Object.entries(TARGETS)) {
      const places = books.flatMap((book, index) => (book.kind === kind ? [index] : []));
      for (let start = 0; start < places.length; start += BATCH) {
        const batch = places.slice(start, start + BATCH);
        const out = path.join(folder, `${kind}-${start}`);
        const sources = batch.map((place) => {
          const file = path.join(folder, `${place}.xlsx`);
          fs.writeFileSync(file, written[place] ?? new Uint8Array());
          return file;
        });
        await convertFiles(target.to, sources, out, folder);
        for (const place of batch) {
          const file = path.join(out, `${place}.${target.ending}`);
          if (fs.existsSync(file)) results[place] = new Uint8Array(fs.readFileSync(file));
        }
      }
    }
    return results;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
