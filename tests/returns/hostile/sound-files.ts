import type { Book, FileKind } from '../mutator/book.ts';
import { fillForm } from '../mutator/fill-form.ts';
import { randomFrom } from '../mutator/random.ts';
import { readForm } from '../mutator/read-form.ts';
import type { World } from '../mutator/world.ts';
import { zipped } from '../mutator/writers/odd-parts.ts';
import { writeWithExceljs } from '../mutator/writers/write-exceljs.ts';
import { writeWithSheetjs } from '../mutator/writers/write-sheetjs.ts';
import type { SoundFile } from './hostile-files.ts';

const KINDS: readonly (readonly [FileKind, string])[] = [
  ['xlsx', 'xlsx'],
  ['xlsb', 'xlsb'],
  ['xls', 'xls'],
  ['ods', 'ods'],
  ['html', 'html'],
  ['csv', 'csv'],
  ['csv-gb18030', 'csv'],
];

/** One filled form as a file of every kind. The first is the .xlsx that exceljs writes. */
export async function soundFiles(world: World): Promise<readonly SoundFile[]> {
  const [form] = world.forms;
  if (!form) throw new Error('a world has forms');
  const { book } = fillForm(world, form, await readForm(form.file), randomFrom(1));
  const file = (ending: string, bytes: Uint8Array): SoundFile => ({ name: nameOf(book, ending), ending, bytes });
  const xlsx = await writeWithExceljs(book);
  return [
    file('xlsx', xlsx),
    ...KINDS.map(([kind, ending]) => file(ending, writeWithSheetjs({ ...book, kind }))),
    file('zip', await zipped(xlsx, book.fileName)),
  ];
}

function nameOf(book: Book, ending: string): string {
  return book.fileName.replace(/\.\w+$/u, `.${ending}`);
}
