import type { LentIntake } from '#tests/helpers/lend-intake.ts';
import type { Book } from './book.ts';
import type { Damage, WriterName } from './damage.ts';
import { DAMAGES } from './damages/all.ts';
import { fillForm } from './fill-form.ts';
import type { JudgedMutantCell } from './judge.ts';
import { drawThree, type Mutant, mutate, writeMutants } from './mutant.ts';
import { randomFrom } from './random.ts';
import { readForm } from './read-form.ts';
import { tryMutant } from './try-mutant.ts';
import type { World } from './world.ts';

export type TriedMutant = {
  readonly world: string;
  readonly damages: readonly string[];
  readonly writer: WriterName;
  readonly agency: string;
  readonly cells: readonly JudgedMutantCell[];
};

/** How many forms each damage, or how many triples, each writer gets. */
export type Amount = Readonly<Record<WriterName, number>>;

const WRITERS: readonly WriterName[] = ['exceljs', 'SheetJS', 'LibreOffice'];
/** Draws that cannot be done to a form are drawn again so often. */
const DRAWS_MAX = 40;

/** Every damage alone, by every writer that can write it. */
export async function drawSingles(
  world: World,
  amount: Amount,
  seed: number,
  only?: string,
): Promise<readonly Mutant[]> {
  const books = await booksOf(world);
  return DAMAGES.filter(({ name }) => only === undefined || name.includes(only)).flatMap((damage, index) =>
    WRITERS.flatMap((writer, nth) =>
      Array.from({ length: amount[writer] }, (_, turn) =>
        drawOne(world, books, () => [damage], writer, seed + index * 1000 + nth * 100 + turn),
      ),
    ).flatMap((mutant) => mutant ?? []),
  );
}

/** Three damages at once. */
export async function drawTriples(world: World, amount: Amount, seed: number): Promise<readonly Mutant[]> {
  const books = await booksOf(world);
  return WRITERS.flatMap((writer, nth) =>
    Array.from({ length: amount[writer] }, (_, turn) =>
      drawOne(world, books, (random) => drawThree(DAMAGES, random), writer, seed + 500_000 + nth * 100_000 + turn),
    ),
  ).flatMap((mutant) => mutant ?? []);
}

async function booksOf(world: World): Promise<readonly Book[]> {
  return Promise.all(world.forms.map(({ file }) => readForm(file)));
}

function drawOne(
  world: World,
  books: readonly Book[],
  draw: (random: ReturnType<typeof randomFrom>) => readonly Damage[],
  writer: WriterName,
  seed: number,
): Mutant | undefined {
  const random = randomFrom(seed);
  for (let turn = 0; turn < DRAWS_MAX; turn++) {
    const place = random.below(world.forms.length);
    const [form, book] = [world.forms[place], books[place]];
    if (!form || !book) return undefined;
    const next = (place + 1) % world.forms.length;
    const [otherForm, otherBook] = [world.forms[next], books[next]];
    const another =
      otherForm && otherBook && next !== place ? () => fillForm(world, otherForm, otherBook, random) : null;
    const mutant = mutate(world, form, book, draw(random), writer, random, another);
    if (mutant) return mutant;
  }
  return undefined;
}

/** Writes the mutants and takes them in, one after another. */
export async function runMutants(
  mutants: readonly Mutant[],
  intake: LentIntake,
  onTried: (tried: TriedMutant) => void = () => undefined,
): Promise<readonly TriedMutant[]> {
  const tried: TriedMutant[] = [];
  for (const written of await writeMutants(mutants)) {
    const one: TriedMutant = {
      world: written.draft.world.name,
      damages: written.damages.map(({ name }) => name),
      writer: written.writer,
      agency: written.draft.form.agency,
      cells: await tryMutant(written, intake),
    };
    tried.push(one);
    onTried(one);
  }
  return tried;
}
