import type { PlanChange, PlanChangeKind, PlanComparison } from '#shared/domain/plan-comparison.ts';

export const CHANGE_WORDS: Readonly<Record<PlanChangeKind, string>> = {
  head: '计划信息',
  order: '排列编号',
  section: '章节改名',
  added: '新增',
  removed: '移出',
  text: '改文字',
  roles: '改责任',
  people: '领导和责任人',
  facts: '改指标时限',
};

/** What a person has decided of the changes, by id; those not in it are as {@link isTaken} says. */
export type ChangeChoices = ReadonlyMap<string, boolean>;

/** A change is taken unless it would take back what was set by hand, or a person decided otherwise. */
export function isTaken(change: PlanChange, choices: ChangeChoices): boolean {
  return choices.get(change.id) ?? !change.overridesHand;
}

export function chooseChanges(choices: ChangeChoices, changes: readonly PlanChange[], taken: boolean): ChangeChoices {
  return new Map([...choices, ...changes.map((change) => [change.id, taken] as const)]);
}

/** Ids of the changes that are taken. */
export function takenChanges(comparison: PlanComparison, choices: ChangeChoices): string[] {
  return comparison.changes.filter((change) => isTaken(change, choices)).map((change) => change.id);
}

/** Of another year, or with fewer tasks in common than half: another plan, not a newer version of the open one. */
export function looksLikeAnotherPlan({ sameYear, matched, tasksAfter }: PlanComparison): boolean {
  return !sameYear || matched * 2 < tasksAfter;
}
