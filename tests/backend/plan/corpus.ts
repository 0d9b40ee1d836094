import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadRole } from '#shared/domain/plan-reading.ts';

/**
 * The open corpus of public plans lies beside the project and is never copied into it.
 * Where it is absent the tests that need it say so and are skipped.
 */
const PROJECT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const CORPUS = join(dirname(PROJECT), 'shared', 'corpus');

export const corpusIsPresent = existsSync(join(CORPUS, 'phrases.tsv'));
export const CORPUS_ABSENT = '语料目录 ../shared/corpus 不在项目旁边，跳过';

export type Annotation = Readonly<{
  lead: readonly string[];
  co: readonly string[];
  coop: readonly string[];
  scope: string;
}>;
export type AnnotatedPhrase = Readonly<{ phrase: string; source: string; expected: Annotation; unsure: boolean }>;

export function readPhrases(): AnnotatedPhrase[] {
  return rows('phrases.tsv').map(([phrase = '', source = '', json = '', mark = '']) => ({
    phrase,
    source,
    // The corpus's own file format, described in its README; a wrong row fails the comparison.
    expected: JSON.parse(json) as Annotation,
    unsure: mark === 'unsure',
  }));
}

export type LookAlike = Readonly<{ bracket: string; context: string }>;

export function readLookAlikes(): LookAlike[] {
  return rows('not_responsibility.tsv').map(([bracket = '', , context = '']) => ({ bracket, context }));
}

/** Document name → text without the two comment lines that say where it comes from. */
export function readDocuments(): Map<string, string> {
  const folder = join(CORPUS, 'docs');
  return new Map(
    readdirSync(folder)
      .toSorted()
      .map((name) => [
        `docs/${name}`,
        readFileSync(join(folder, name), 'utf8')
          .split('\n')
          .filter((line) => !line.startsWith('# '))
          .join('\n'),
      ]),
  );
}

function rows(file: string): string[][] {
  return readFileSync(join(CORPUS, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

/** The units of each role in order, as the corpus writes them. */
export function byRole(roles: readonly ReadRole[]): Omit<Annotation, 'scope'> {
  const of = (role: ReadRole['role']): string[] =>
    roles.filter((entry) => entry.role === role).map((entry) => entry.agency);
  return { lead: of('lead'), co: of('co-responsible'), coop: of('cooperating') };
}

export function sameRoles(roles: readonly ReadRole[], expected: Annotation): boolean {
  const { lead, co, coop } = expected;
  return JSON.stringify(byRole(roles)) === JSON.stringify({ lead, co, coop });
}

/** 列首位的为牵头单位 in an earlier bracket: the phrase was annotated alone, the document says who leads. */
export function withFirstLeading(expected: Annotation): Annotation {
  const [first, ...rest] = expected.co;
  return expected.lead.length > 0 || first === undefined ? expected : { ...expected, lead: [first], co: rest };
}
