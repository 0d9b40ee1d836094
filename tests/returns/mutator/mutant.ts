import type { Book } from './book.ts';
import { DAMAGE_ORDER, type Damage, type WriterName } from './damage.ts';
import { type Draft, weighEvidence } from './draft.ts';
import { fillForm } from './fill-form.ts';
import type { Random } from './random.ts';
import type { SentForm, World } from './world.ts';
import { withOddParts, zipped } from './writers/odd-parts.ts';
import { writeDocument } from './writers/write-document.ts';
import { writeWithExceljs } from './writers/write-exceljs.ts';
import { writeWithOffice } from './writers/write-office.ts';
import { writeWithSheetjs } from './writers/write-sheetjs.ts';

/** A filled form with its damages, and who saves it. */
export type Mutant = {
  readonly draft: Draft;
  readonly damages: readonly Damage[];
  readonly writer: WriterName;
};

export type WrittenFile = { readonly name: string; readonly bytes: Uint8Array };
export type WrittenMutant = Mutant & {
  readonly earlier: readonly WrittenFile[];
  readonly files: readonly WrittenFile[];
};

/**
 * Fills a form in and damages it.
 *
 * @param book the form as sent
 * @returns `undefined` when one of the damages cannot be done to this form or by this writer
 */
export function mutate(
  world: World,
  form: SentForm,
  book: Book,
  damages: readonly Damage[],
  writer: WriterName,
  random: Random,
  another: Draft['another'] = null,
): Mutant | undefined {
  if (damages.some(({ without }) => without?.includes(writer))) return undefined;
  const draft = fillForm(world, form, book, random, another);
  const ordered = damages.toSorted((a, b) => DAMAGE_ORDER.indexOf(a.group) - DAMAGE_ORDER.indexOf(b.group));
  for (const damage of ordered) if (damage.apply(draft, random) === false) return undefined;
  weighEvidence(draft);
  if (writer === 'SheetJS') writeRemarksAsSheetjs(draft);
  return { draft, damages, writer };
}

/** In an .xls SheetJS writes a comment in letters of one byte, and a line for each other letter: told are those lines. */
function writeRemarksAsSheetjs({ book, remarks }: Draft): void {
  if (book.kind !== 'xls') return;
  for (const [index, remark] of remarks.entries()) remarks[index] = remark.replace(/[^ -~]/gu, '_');
}

/** Writes mutants as files. Those that LibreOffice saves go through it together; what it cannot save is left out. */
export async function writeMutants(mutants: readonly Mutant[]): Promise<readonly WrittenMutant[]> {
  const booksOf = ({ draft }: Mutant): readonly Book[] => [...draft.earlier, ...draft.files];
  const forOffice = mutants.filter(({ writer }) => writer === 'LibreOffice').flatMap(booksOf);
  const fromOffice = await writeWithOffice(forOffice);
  const office = new Map(forOffice.map((book, index) => [book, fromOffice[index]] as const));
  const written = await Promise.all(
    mutants.map(async (mutant) => {
      const { draft, writer } = mutant;
      const write = (book: Book): Promise<WrittenFile | undefined> => writeBook(book, writer, office);
      const earlier = await Promise.all(draft.earlier.map(write));
      const files = await Promise.all(draft.files.map(write));
      const all = [...earlier, ...files];
      if (all.includes(undefined)) return undefined;
      const known = files.flatMap((file) => file ?? []);
      const twice = draft.comesTwice ? known.map((file) => ({ ...file, name: `副本-${file.name}` })) : [];
      return { ...mutant, earlier: earlier.flatMap((file) => file ?? []), files: [...known, ...twice] };
    }),
  );
  return written.flatMap((mutant) => mutant ?? []);
}

async function writeBook(
  book: Book,
  writer: WriterName,
  office: ReadonlyMap<Book, Uint8Array | undefined>,
): Promise<WrittenFile | undefined> {
  const bytes = await bytesOf(book, writer, office);
  if (bytes === undefined) return undefined;
  if (!book.isZipped) return { name: book.fileName, bytes };
  return { name: book.fileName.replace(/\.\w+$/u, '.zip'), bytes: await zipped(bytes, book.fileName) };
}

async function bytesOf(
  book: Book,
  writer: WriterName,
  office: ReadonlyMap<Book, Uint8Array | undefined>,
): Promise<Uint8Array | undefined> {
  if (writer === 'LibreOffice') return office.get(book);
  if (book.kind === 'docx') return writeDocument(book);
  const bytes = writer === 'exceljs' ? await writeWithExceljs(book) : writeWithSheetjs(book);
  return book.kind === 'xlsx' ? withOddParts(bytes, book) : bytes;
}

/** Damages of three groups, drawn so that each damage comes about as often as any other. */
export function drawThree(damages: readonly Damage[], random: Random): readonly Damage[] {
  const drawn: Damage[] = [];
  while (drawn.length < 3) {
    const next = random.pick(damages);
    if (drawn.every(({ group }) => group !== next.group)) drawn.push(next);
  }
  return drawn;
}
