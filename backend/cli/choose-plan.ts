import type { Command } from 'commander';
import type { Overview, PlanSummary } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { isoDay } from './iso-day.ts';
import type { Client } from './session.ts';

/** Adds `--plan` to a command that concerns one plan of the data file. */
export function withPlanOption(command: Command): Command {
  return command.option('--plan <plan>', 'title, document number, year, or number as `plans` prints it');
}

/** Adds `--today` to a command whose answer depends on the date. */
export function withTodayOption(command: Command): Command {
  return command.option('--today <date>', "judge as on this day (YYYY-MM-DD) instead of the clock's", isoDay);
}

/**
 * The overview of the plan that is meant.
 *
 * @param name as given with `--plan`; left out, the only plan that is not put aside
 * @throws AppError PLAN_UNKNOWN | PLAN_NOT_CHOSEN when several may be meant; both list the plans there are
 */
export async function overviewOf(client: Client, name: string | undefined): Promise<Overview> {
  const overview = await client.workspace.overview();
  const plan = choosePlan(overview.plans, name);
  return plan.id === overview.plan.id ? overview : client.workspace.overview({ planId: plan.id });
}

function choosePlan(plans: readonly PlanSummary[], name: string | undefined): PlanSummary {
  const meant = name === undefined ? worked(plans) : plans.filter((plan) => isCalled(plan, name));
  const [plan] = meant;
  const list = (meant.length > 0 ? meant : plans).map(planLine).join('；');
  if (!plan) throw new AppError('PLAN_UNKNOWN', { name: name ?? '', plans: list });
  if (meant.length > 1) throw new AppError('PLAN_NOT_CHOSEN', { plans: list });
  return plan;
}

/** Those not put aside; all when every one is, so that the only plan of a file needs no naming. */
function worked(plans: readonly PlanSummary[]): readonly PlanSummary[] {
  const open = plans.filter((plan) => plan.archivedOn === null);
  return open.length > 0 ? open : plans;
}

function isCalled({ id, title, documentNumber, year }: PlanSummary, name: string): boolean {
  return [title, documentNumber, String(year), String(id)].includes(name.trim());
}

function planLine({ id, year, title, documentNumber }: PlanSummary): string {
  return `${id} ${year}年《${title}》${documentNumber}`;
}
