import { isStrictUnit, meansNoUnit } from '#backend/plan/roles/unit-lexicon.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { ReadRole, Responsibility } from '#shared/domain/plan-reading.ts';
import type { Role } from '#shared/domain/role.ts';
import { readPhrase } from '../../plan/read-phrase.ts';
import type { GridCell } from './grid.ts';

/** Which column a cell with units stands in. */
export type RoleColumn = 'lead' | 'responsible' | 'cooperating';

export type RoleCellContext = {
  readonly column: RoleColumn;
  /** The head over the column, as written. */
  readonly word: string;
  /** The table has a column for leads, so a unit alone in another column is none. */
  readonly hasLeadColumn: boolean;
  /** The table has several columns with units, so a cell's words need their head to be understood. */
  readonly hasSeveralColumns: boolean;
  readonly directory: AgencyDirectory | undefined;
};

/** Words that say who does what: the cell holds a whole phrase, which goes before the column. */
const PHRASE = /牵头|负责|配合|协助|协办|主办|按职责|分工|落实|指导(?!中心|站|办)/u;
const SEPARATOR = /[、，,；;：:／/]/u;
const ROLE_VERB_END = /(?:牵头|负责|配合|协助|协办|主办|落实)$/u;
/** What a table calls a unit that is in no list of endings: 综合科, 各业务科室. */
const PLAIN_NAME = /^[\u4e00-\u9fffA-Za-z0-9（）()“”·]{2,24}$/u;
const NO_NAME = /^(?:等|及|和|与|其他|有关|相关|详见|见附|同上)/u;

/** The cell's words in one line; `offsets` tells for each character where it stands in the document. */
type Phrase = { readonly text: string; readonly offsets: readonly number[] };

/**
 * Reads the units of one cell. The column decides their role unless the words themselves do.
 *
 * @returns `undefined` when the cell names nobody (empty, 无, a dash)
 */
export function readRoleCell(cell: GridCell, context: RoleCellContext): Responsibility | undefined {
  const words = cell.text.trim();
  if (words === '' || meansNoUnit(words)) return undefined;
  const phrase = inOneLine(cell);
  const reading = readPhrase(phrase.text, { directory: context.directory });
  const isPhrase = PHRASE.test(phrase.text);
  const read = isPhrase ? reading.roles : (namesAlone(phrase.text, reading.roles, context.directory) ?? reading.roles);
  const roles = read.map((role) => ({
    ...role,
    role: isPhrase ? phraseRole(role, context, phrase.text) : columnRole(role, context, read.length),
    span: spanIn(phrase, role.span),
  }));
  if (roles.length === 0) return undefined;
  return {
    text: context.hasSeveralColumns ? `${context.word}：${phrase.text}` : phrase.text,
    roles,
    scope: reading.scope,
    span: { start: cell.start, end: cell.start + cell.text.length },
  };
}

/** In a phrase the verbs decide; only who stands alone in a column of helpers does not lead for that. */
function phraseRole(role: ReadRole, context: RoleCellContext, phrase: string): Role {
  return context.column === 'cooperating' && !/牵头|主办/u.test(phrase) ? 'cooperating' : role.role;
}

function columnRole(role: ReadRole, context: RoleCellContext, count: number): Role {
  switch (context.column) {
    case 'lead':
      return 'lead';
    case 'cooperating':
      return 'cooperating';
    case 'responsible':
      // A unit alone leads, a group alone does not: that much the phrase reader already knows.
      return context.hasLeadColumn || count > 1 ? 'co-responsible' : role.role;
  }
}

/**
 * Joins the lines of a cell. A line break between two units stands for the separator nobody typed (layouts, A 1);
 * inside a name it is only the width of the column.
 */
function inOneLine(cell: GridCell): Phrase {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const line of cell.text.split('\n')) {
    const lead = line.length - line.trimStart().length;
    const words = line.trim();
    const mark = words === '' || text === '' ? '' : markBetween(text, words);
    const from = cell.start + at + lead;
    text += mark + words;
    if (mark !== '') offsets.push(from);
    for (let index = 0; index < words.length; index++) offsets.push(from + index);
    at += line.length + 1;
  }
  return { text, offsets };
}

function markBetween(before: string, next: string): string {
  if (
    SEPARATOR.test(before.slice(-1)) ||
    /[（(]$/u.test(before) ||
    SEPARATOR.test(next.charAt(0)) ||
    /^[）)]/u.test(next)
  )
    return '';
  if (ROLE_VERB_END.test(before)) return '；';
  const left = before.split(SEPARATOR).at(-1) ?? '';
  const right = next.split(SEPARATOR)[0] ?? '';
  return !isStrictUnit(left) && !isStrictUnit(right) && isStrictUnit(left + right) ? '' : '、';
}

/** A list of names of which the phrase reader did not know all: each piece is a unit, because its column says so. */
function namesAlone(
  text: string,
  known: readonly ReadRole[],
  directory: AgencyDirectory | undefined,
): readonly ReadRole[] | undefined {
  const pieces = piecesOf(text);
  if (known.length >= pieces.length) return undefined;
  const roles: ReadRole[] = [];
  for (const { start, words } of pieces) {
    const read = readPhrase(words, { directory }).roles;
    if (read.length > 0) {
      for (const role of read)
        roles.push({ ...role, span: { start: start + role.span.start, end: start + role.span.end } });
    } else if (PLAIN_NAME.test(words) && !NO_NAME.test(words) && !meansNoUnit(words)) {
      const role = pieces.length === 1 ? 'lead' : 'co-responsible';
      roles.push({ agency: words, role, span: { start, end: start + words.length } });
    }
  }
  const seen = new Set<string>();
  return roles.filter(({ agency }) => !seen.has(agency) && seen.add(agency));
}

/** The pieces between separators; a separator inside brackets parts nothing. */
function piecesOf(text: string): readonly { readonly start: number; readonly words: string }[] {
  const pieces: { start: number; words: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const char = text.charAt(index);
    if ('（('.includes(char) && char !== '') depth++;
    if ('）)'.includes(char) && char !== '') depth = Math.max(0, depth - 1);
    if (index < text.length && (depth > 0 || !/[、，,；;\s]/u.test(char))) continue;
    const words = text.slice(start, index).replace(/[。.]$/u, '');
    if (words.trim() !== '') pieces.push({ start, words });
    start = index + 1;
  }
  return pieces;
}

function spanIn(phrase: Phrase, span: ReadRole['span']): ReadRole['span'] {
  const start = phrase.offsets[span.start] ?? phrase.offsets[0] ?? 0;
  return { start, end: Math.max(start, (phrase.offsets[span.end - 1] ?? start) + 1) };
}
