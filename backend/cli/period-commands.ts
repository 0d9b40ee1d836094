import type { Command } from 'commander';
import type { OnHoliday } from '#shared/domain/period.ts';
import type { PeriodStanding } from '#shared/domain/period-standing.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { onHolidayOption } from './cli-options.ts';
import { printStep } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { registerCadence, registerMakingPeriods } from './make-period-commands.ts';
import { type Client, periodOf, printJson, withDataFile } from './session.ts';

type ListOptions = { readonly plan?: string; readonly json?: true; readonly today?: string };
type OnePeriodOptions = ListOptions & { readonly period: string };

/** `periods`, `period close|reopen|due|make|own|carry`, `cadence`. */
export function registerPeriodCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('periods')))
    .description('list the periods of a plan: when they are due, what was reported, whether they are closed')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: ListOptions) => {
      const periods = await withDataFile(
        file,
        async (client) => {
          const { plan } = await overviewOf(client, options.plan);
          return (await client.period.list({ planId: plan.id })).map(withDueDay);
        },
        options.today,
      );
      if (options.json) printJson(periods);
      else for (const period of periods) console.log(periodLine(period));
    });

  const period = program
    .command('period')
    .description('close a period, open it again, make periods ahead, set when they are due');

  withTodayOption(withPlanOption(period.command('close')))
    .description('freeze the progress of a period; one step, which says how many duties are not reported')
    .argument('<file.db>')
    .requiredOption('--period <label>', 'such as 2021-10')
    .option('--reason <text>', 'what is to be said about it in the history', '')
    .option('--json', 'for programs')
    .action((file: string, options: OnePeriodOptions & { reason: string }) =>
      run(file, options, (client, periodId) => client.period.close({ periodId, reason: options.reason })),
    );

  withTodayOption(withPlanOption(period.command('reopen')))
    .description('open a closed period again; one step, whose label keeps the reason')
    .argument('<file.db>')
    .requiredOption('--period <label>', 'such as 2021-10')
    .option('--reason <text>', 'why; stays in the history (refused without one)', '')
    .option('--json', 'for programs')
    .action((file: string, options: OnePeriodOptions & { reason: string }) =>
      run(file, options, (client, periodId) => client.period.reopen({ periodId, reason: options.reason })),
    );

  withPlanOption(period.command('due'))
    .description('give one period another due day; one step')
    .argument('<file.db>')
    .requiredOption('--period <label>', 'such as 2021-10')
    .requiredOption('--due <date>', 'YYYY-MM-DD', isoDay)
    .addOption(onHolidayOption())
    .option('--json', 'for programs')
    .action((file: string, options: OnePeriodOptions & { due: string; onHoliday: OnHoliday }) =>
      run(file, options, (client, periodId) =>
        client.period.setDue({ periodId, dueOn: options.due, onHoliday: options.onHoliday }),
      ),
    );
  registerMakingPeriods(period);
  registerCadence(program);
}

async function run(
  file: string,
  options: OnePeriodOptions,
  write: (client: Client, periodId: PeriodStanding['id']) => Promise<StepReport>,
): Promise<void> {
  const { step, period } = await withDataFile(
    file,
    async (client) => {
      const overview = await overviewOf(client, options.plan);
      const { id } = periodOf(overview, options.period);
      const step = await write(client, id);
      const periods = await client.period.list({ planId: overview.plan.id });
      const written = periods.find((each) => each.id === id);
      return { step, period: written && withDueDay(written) };
    },
    options.today,
  );
  if (options.json) printJson({ step: step.stepId, label: step.label, period });
  else printStep(step);
}

/** For programs `dueOn` is the day that counts; the one that was set stands beside it. */
function withDueDay({ dueDay, ...period }: PeriodStanding) {
  return { ...period, dueOn: dueDay, dueSetOn: period.dueOn };
}

function periodLine(period: ReturnType<typeof withDueDay>): string {
  const { label, startsOn, endsOn, dueOn, isDueUnsure, closedOn, owed, reported } = period;
  const unsure = isDueUnsure ? '（该年节假日未知，按周末推算）' : '';
  const closed = closedOn === null ? '' : `\t已关闭 ${closedOn}`;
  return `${label}\t${startsOn}～${endsOn}\t报送时限 ${dueOn}${unsure}\t应报 ${owed} 已报 ${reported}${closed}`;
}
