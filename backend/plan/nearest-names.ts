import type { AgencyDirectory } from '#shared/domain/agency.ts';
import { nameStem } from './agency-names.ts';
import { isGroupUnit } from './unit-lexicon.ts';

/** How many names are offered; a person reads three at a glance. */
const OFFERED_MAX = 3;
/** Below this two names have little more in common than any two offices. */
const LIKENESS_MIN = 0.6;
/** 市教育局 is hardly 县教育局, but it is the nearest. */
const OTHER_LEVEL = 0.8;
/** Longer names are compared by their beginning; no office is called by more. */
const COMPARED_MAX = 40;

const LEVEL = /^(?:自治区|[省市县区州旗镇乡])(?=.{2})/u;

/**
 * Names of the directory that an unknown unit may mean, the likeliest first.
 * Offices are abbreviated by leaving characters out (县住建局, 县人社局), so the measure is how much of the shorter
 * name stands in the longer one in the same order.
 */
export function nearestNames(name: string, directory: AgencyDirectory): string[] {
  const scored = directory.agencies
    .filter((agency) => isGroupUnit(agency.name) === isGroupUnit(name))
    .map((agency) => {
      const writings = [agency.name, agency.shortName, ...agency.aliases];
      return { name: agency.name, score: Math.max(...writings.map((writing) => likeness(name, writing))) };
    })
    .filter(({ score }) => score >= LIKENESS_MIN);
  return scored
    .toSorted((left, right) => right.score - left.score)
    .slice(0, OFFERED_MAX)
    .map((entry) => entry.name);
}

/** Level sign and core of a name: 县发展和改革局 → 县, 发展改革. */
export function levelAndCore(name: string): readonly [level: string, core: string] {
  const level = LEVEL.exec(name)?.[0] ?? '';
  return [level, nameStem(name.slice(level.length, level.length + COMPARED_MAX))];
}

function likeness(left: string, right: string): number {
  const [leftLevel, leftCore] = levelAndCore(left);
  const [rightLevel, rightCore] = levelAndCore(right);
  const common = commonLength(leftCore, rightCore);
  if (common < 2) return 0;
  const shorter = common / Math.min(leftCore.length, rightCore.length);
  const longer = common / Math.max(leftCore.length, rightCore.length);
  const sameLevel = leftLevel === '' || rightLevel === '' || leftLevel === rightLevel;
  return (0.7 * shorter + 0.3 * longer) * (sameLevel ? 1 : OTHER_LEVEL);
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
