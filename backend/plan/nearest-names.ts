import type { AgencyDirectory, DirectoryAgency } from '#shared/domain/agency.ts';
import { nameStem } from './agency-names.ts';
import { isGroupUnit } from './roles/unit-lexicon.ts';

/** How many names are offered; a person reads three at a glance. */
const OFFERED_MAX = 3;
/** Below this two names have little more in common than any two offices. */
const LIKENESS_MIN = 0.6;
/** 市教育局 is hardly 县教育局, but it is the nearest. */
const OTHER_LEVEL = 0.8;
/** Longer names are compared by their beginning; no office is called by more. */
const COMPARED_MAX = 40;

const LEVEL = /^(?:自治区|[省市县区州旗镇乡])(?=.{2})/u;

/** A name taken apart: 县发展和改革局 → 县, 发展改革. */
type Parts = Readonly<{ level: string; core: string }>;

/** The names of a directory taken apart once, for many questions. */
export type NameIndex = readonly Readonly<{ name: string; isGroup: boolean; writings: readonly Parts[] }>[];

export function indexNames(agencies: readonly Omit<DirectoryAgency, 'kind' | 'members'>[]): NameIndex {
  return agencies.map(({ name, shortName, aliases }) => ({
    name,
    isGroup: isGroupUnit(name),
    writings: [name, shortName, ...aliases].map(partsOf),
  }));
}

/**
 * Names of the directory that an unknown unit may mean, the likeliest first.
 * Offices are abbreviated by leaving characters out (县住建局, 县人社局), so the measure is how much of the shorter
 * name stands in the longer one in the same order.
 */
export function nearestNames(name: string, directory: AgencyDirectory): string[] {
  return nearestIn(indexNames(directory.agencies), name);
}

/** As {@link nearestNames}, never the name itself. */
export function nearestIn(index: NameIndex, name: string): string[] {
  const parts = partsOf(name);
  const isGroup = isGroupUnit(name);
  const scored = index
    .filter((entry) => entry.isGroup === isGroup && entry.name !== name)
    .map((entry) => ({ name: entry.name, score: Math.max(...entry.writings.map((other) => likeness(parts, other))) }))
    .filter(({ score }) => score >= LIKENESS_MIN);
  return scored
    .toSorted((left, right) => right.score - left.score)
    .slice(0, OFFERED_MAX)
    .map((entry) => entry.name);
}

function partsOf(name: string): Parts {
  const [level, core] = levelAndCore(name);
  return { level, core };
}

/** Level sign and core of a name: 县发展和改革局 → 县, 发展改革. */
export function levelAndCore(name: string): readonly [level: string, core: string] {
  const level = LEVEL.exec(name)?.[0] ?? '';
  return [level, nameStem(name.slice(level.length, level.length + COMPARED_MAX))];
}

function likeness(left: Parts, right: Parts): number {
  const score = (common: number): number => {
    const shorter = common / Math.min(left.core.length, right.core.length);
    const longer = common / Math.max(left.core.length, right.core.length);
    return 0.7 * shorter + 0.3 * longer;
  };
  // Most pairs of names share no characters at all: counting them is cheap, finding their order is not.
  const shared = sharedLength(left.core, right.core);
  if (shared < 2 || score(shared) < LIKENESS_MIN) return 0;
  const common = commonLength(left.core, right.core);
  if (common < 2) return 0;
  const sameLevel = left.level === '' || right.level === '' || left.level === right.level;
  return score(common) * (sameLevel ? 1 : OTHER_LEVEL);
}

/** How many characters of one stand anywhere in the other: no common subsequence is longer. */
function sharedLength(left: string, right: string): number {
  let shared = 0;
  for (const char of left) if (right.includes(char)) shared += char.length;
  return shared;
}

/** Length of the longest common subsequence. */
function commonLength(left: string, right: string): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const char of left) {
    const next = [0];
    for (let index = 0; index < right.length; index++) {
      next.push(char === right.charAt(index) ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
