import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { plainText } from '#backend/returns/words/text-likeness.ts';
import type { FormIds } from '#backend/sheets/form-format.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import type { ReturnWitness } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';
import type { IdentityGround, IdentityPlan } from './identity-ground.ts';
import type { RowsSay } from './rows-of-whom.ts';

export type SettledPlan = {
  readonly planId: PlanId;
  readonly witnesses: readonly ReturnWitness[];
  readonly doubts: readonly string[];
};

function isHeadOf(plan: IdentityPlan, { planTitle, documentNumber }: FormIds): boolean {
  return [plan, ...plan.formerHeads].some((head) => head.title === planTitle && head.documentNumber === documentNumber);
}

/** Whether a title in 《》 is the plan's: tables say it shorter, without 关于印发 … 的通知. */
function isTitled(plan: IdentityPlan, title: string): boolean {
  const words = plainText(title);
  return [plan, ...plan.formerHeads].some((head) => {
    const own = plainText(head.title);
    return own.includes(words) || words.includes(own);
  });
}

/** Of several plans the one whose tasks stand in the rows, then the one of the year that is named, then the open one. */
function likeliest(
  plans: readonly IdentityPlan[],
  ground: IdentityGround,
  table: ParsedTable,
  rows: RowsSay,
): PlanId | undefined {
  const years = new Set(table.said.periods.flatMap(({ year }) => year ?? []));
  const rank = (plan: IdentityPlan): readonly number[] => [
    rows.rowsOf(plan.id),
    years.has(plan.year) ? 1 : 0,
    plan.id === ground.openPlanId ? 1 : 0,
  ];
  const sorted = plans.toSorted((one, other) => {
    const [own, theirs] = [rank(one), rank(other)];
    return own.map((value, at) => (theirs[at] ?? 0) - value).find((difference) => difference !== 0) ?? 0;
  });
  return sorted[0]?.id;
}

/**
 * Says which plan a table belongs to: by the hidden ids, else by the title in 《》, else by its rows, else the open one.
 *
 * @throws AppError RETURN_OTHER_PLAN when ids or title and rows are of a plan that this data file does not hold
 */
export function settlePlan(ground: IdentityGround, table: ParsedTable, rows: RowsSay, file: string): SettledPlan {
  const { ids, said } = table;
  const witnesses: ReturnWitness[] = [];
  const titled = said.planTitle === '' ? [] : ground.plans.filter((plan) => isTitled(plan, said.planTitle));
  const byTitle = likeliest(titled, ground, table, rows);
  if (said.planTitle !== '') {
    witnesses.push({ about: 'plan', source: 'title', says: said.planTitle, id: byTitle ?? null });
  }
  if (ids !== null) {
    const plans = ground.plans.filter((plan) => isHeadOf(plan, ids));
    const form = ground.forms.find(({ id }) => id === ids.formId);
    const planId = plans.find(({ id }) => id === form?.planId)?.id ?? likeliest(plans, ground, table, rows);
    if (planId === undefined) throw new AppError('RETURN_OTHER_PLAN', { file, title: ids.planTitle });
    witnesses.unshift({ about: 'plan', source: 'ids', says: ids.planTitle, id: planId });
    const other = byTitle !== undefined && !titled.some(({ id }) => id === planId);
    return {
      planId,
      witnesses,
      doubts: other ? [`标题写的是《${said.planTitle}》，与文件内的标识不是同一份计划`] : [],
    };
  }
  if (byTitle !== undefined) return { planId: byTitle, witnesses, doubts: [] };
  const byRows = likeliest(ground.plans, ground, table, rows) ?? ground.openPlanId;
  const known = rows.rowsOf(byRows);
  if (known > 0) {
    witnesses.push({ about: 'plan', source: 'rows', says: `${known} 行是这份计划的任务`, id: byRows });
    return { planId: byRows, witnesses, doubts: [] };
  }
  if (said.planTitle !== '' && table.kind === 'form' && rows.worded > 0) {
    throw new AppError('RETURN_OTHER_PLAN', { file, title: said.planTitle });
  }
  return { planId: ground.openPlanId, witnesses, doubts: [] };
}
