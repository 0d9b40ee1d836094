import type { Command } from 'commander';
import type { PeriodStanding } from '#shared/domain/period-standing.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { printStep } from './data-commands.ts';
import { type Client, periodOf, printJson, withDataFile } from './session.ts';

type ListOptions = { readonly plan?: string; readonly json?: true };
type OnePeriodOptions = ListOptions & { readonly period: string };

/** `periods`, `period close` and `period reopen`. */
export function registerPeriodCommands(program: Command): void {
  withPlanOption(program.command('periods'))
    .description('list the periods of a plan: when they are due, what was reported, whether they are closed')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: ListOptions) => {
      const periods = await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        return client.period.list({ planId: plan.id });
      });
      if (options.json) printJson(periods);
      else for (const period of periods) console.log(periodLine(period));
    });

  const period = program.command('period').description('close a period, open it again');

  withPlanOption(period.command('close'))
    .description('freeze the progress of a period; one step, which says how many duties are not reported')
    .argument('<file.db>')
    .requiredOption('--period <label>', 'such as 2021-10')
    .option('--json', 'for programs')
    .action((file: string, options: OnePeriodOptions) =>
      run(file, options, (client, periodId) => client.period.close({ periodId })),
    );

  withPlanOption(period.command('reopen'))
    .description('open a closed period again; one step, whose label keeps the reason')
    .argument('<file.db>')
    .requiredOption('--period <label>', 'such as 2021-10')
    .option('--reason <text>', 'why; stays in the history (refused without one)', '')
    .option('--json', 'for programs')
    .action((file: string, options: OnePeriodOptions & { reason: string }) =>
      run(file, options, (client, periodId) => client.period.reopen({ periodId, reason: options.reason })),
    );
}

async function run(
  file: string,
  options: OnePeriodOptions,
  write: (client: Client, periodId: PeriodStanding['id']) => Promise<StepReport>,
): Promise<void> {
  const { step, period } = await withDataFile(file, async (client) => {
    const overview = await overviewOf(client, options.plan);
    const { id } = periodOf(overview, options.period);
    const step = await write(client, id);
    const periods = await client.period.list({ planId: overview.plan.id });
    return { step, period: periods.find((each) => each.id === id) };
  });
  if (options.json) printJson({ step: step.stepId, label: step.label, period });
  else printStep(step);
}

function periodLine({ label, startsOn, endsOn, dueOn, closedOn, owed, reported }: PeriodStanding): string {
  const closed = closedOn === null ? '' : `\t已关闭 ${closedOn}`;
  return `${label}\t${startsOn}～${endsOn}\t报送时限 ${dueOn}\t应报 ${owed} 已报 ${reported}${closed}`;
}
