/** What an agency owes a task. Words: design, section 2; the plan itself writes 牵头 / 按职责分工负责 / 配合. */
export const ROLES = ['lead', 'co-responsible', 'cooperating'] as const;

export type Role = (typeof ROLES)[number];

/** Who leads does not merely cooperate: the role that counts when a unit holds two. */
export function strongerRole(one: Role, other: Role): Role {
  return ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other;
}

/** Cells one step may set; a paste larger than this is refused, not split. */
export const MAX_ROLE_CELLS = 200_000;

/** Chinese name of each role, as printed in every table. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  lead: '牵头',
  'co-responsible': '按职责分工负责',
  cooperating: '配合',
};

/** Mark of each role in a matrix cell. A shape, so that it survives a black and white printer. */
export const ROLE_MARKS: Readonly<Record<Role, string>> = {
  lead: '●',
  'co-responsible': '○',
  cooperating: '△',
};

/**
 * Every usual writing of a role in a clerk's workbook, folded by {@link normalizeMark}.
 * Extend it when a returned workbook shows a new habit; nothing else needs to change.
 */
const WRITINGS: Readonly<Record<Role, readonly string[]>> = {
  lead: ['●', '★', '⬤', '◉', '牵头', '牵头单位', '牵头部门', '主', '主办', '主责', '主责单位', 'q', '1'],
  'co-responsible': [
    '○',
    '◯',
    '〇',
    '◎',
    'o',
    '0',
    '责任',
    '责任单位',
    '分工',
    '分工负责',
    '按职责分工负责',
    '负责',
    'f',
    '2',
  ],
  cooperating: ['△', '▲', '配合', '配合单位', '协办', '协办单位', '协同', '参与', 'p', '3'],
};

const ROLE_BY_WRITING = new Map<string, Role>(
  ROLES.flatMap((role) => WRITINGS[role].map((writing) => [writing, role] as const)),
);

/** Writings that mean "no role here". */
const BLANKS = new Set(['', '-', '—', '——', '/', '无', '空', '×', 'x']);

function normalizeMark(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

/**
 * Reads what a person typed or pasted into a matrix cell.
 *
 * @param text the cell's text, in any usual writing (●, 牵头, 主, q …)
 * @returns the role, `null` for an empty cell, or `undefined` when the text means nothing here
 */
export function parseRoleMark(text: string): Role | null | undefined {
  const mark = normalizeMark(text);
  if (BLANKS.has(mark)) return null;
  return ROLE_BY_WRITING.get(mark);
}
