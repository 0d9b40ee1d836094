import * as xlsx from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';

// Declared as inside `cptable`; in truth the functions stand beside it.
const { utils } = codePages as unknown as { readonly utils: { encode(page: number, text: string): Uint8Array } };

xlsx.set_cptable(codePages);

const GBK = 936;

export type Rows = readonly (readonly (string | number | null)[])[];

/** Blocks written as A1:C1. */
export type BookOptions = { readonly merges?: readonly string[]; readonly sheets?: Readonly<Record<string, Rows>> };

/**
 * A workbook of plain values as another program writes it: today's kind, that of Excel 97, or that of Excel 95 with
 * its texts in GBK.
 */
export function workbookOf(kind: 'xlsx' | 'biff8' | 'biff5', rows: Rows, options: BookOptions = {}): Uint8Array {
  const placeholders = new Map<string, Buffer>();
  const values = (source: Rows) => source.map((row) => row.map((value) => (kind === 'biff5' ? held(value) : value)));
  const held = (value: string | number | null): string | number | null => {
    if (typeof value !== 'string') return value;
    const bytes: Buffer = Buffer.from(utils.encode(GBK, value));
    const placeholder = String.fromCharCode(0x61 + placeholders.size).repeat(bytes.length);
    placeholders.set(placeholder, bytes);
    return placeholder;
  };
  const book = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet(values(rows));
  sheet['!merges'] = (options.merges ?? []).map((block) => xlsx.utils.decode_range(block));
  xlsx.utils.book_append_sheet(book, sheet, 'Sheet1');
  for (const [name, more] of Object.entries(options.sheets ?? {}))
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(values(more)), name);
  const written: unknown = xlsx.write(book, { type: 'buffer', bookType: kind, codepage: GBK });
  if (!(written instanceof Uint8Array)) throw new Error('the workbook was not written as bytes');
  const bytes = Buffer.from(written);
  // Its record of the code page says Western (1252).
  const page = bytes.indexOf(Buffer.from([0x42, 0, 2, 0, 0xe4, 4]));
  if (kind === 'biff5' && page > 0) bytes.writeUInt16LE(GBK, page + 4);
  // The library writes no Chinese in the oldest kind: letters of the same length hold its place.
  for (const [placeholder, gbk] of placeholders) {
    const at = bytes.indexOf(placeholder, 0, 'latin1');
    if (at < 0) throw new Error(`the placeholder ${placeholder} is not in the workbook`);
    gbk.copy(bytes, at);
  }
  return Uint8Array.from(bytes);
}
