import { type Command, Option } from 'commander';
import { CARRIED_FIELDS, type CarriedField, periodBefore, USUALLY_CARRIED } from '#shared/domain/carry.ts';
import { CADENCES, type Cadence, type OnHoliday } from '#shared/domain/period.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { onHolidayOption } from './cli-options.ts';
import { printMade, wholeNumber } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { agencyOf, periodOf, withDataFile } from './session.ts';
import { tasksOf } from './task-of.ts';

type Common = { readonly plan?: string; readonly json?: true };

const kindOption = () => new Option('--kind <kind>', 'of period').choices([...CADENCES]).makeOptionMandatory();

/** `period make`, `period own`, `period carry`. */
export function registerMakingPeriods(period: Command): void {
  withPlanOption(period.command('make'))
    .description('make periods of a kind ahead, and set the rule of their due days; one step')
    .argument('<file.db>')
    .addOption(kindOption())
    .option('--year <year>', "left out, the plan's", wholeNumber)
    .option('--due-day <day>', 'of the month, or of the week 1 (Monday) to 7; left out, the last day', wholeNumber)
    .addOption(
      new Option('--due-in <month>', 'the month (week) in which it ends, or the next').choices(['same', 'next']),
    )
    .addOption(onHolidayOption())
    .option('--json', 'for programs')
    .action(async (file: string, options: MakeOptions) => {
      const { kind, dueDay, dueIn, onHoliday } = options;
      const step = await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        const isRuled = dueDay !== undefined || dueIn !== undefined || onHoliday !== 'stays';
        const rule = { kind, dueDay: dueDay ?? null, dueIn: dueIn ?? 'same', onHoliday };
        const years = [options.year ?? plan.year];
        return client.period.make({ planId: plan.id, kinds: [kind], years, rules: isRuled ? [rule] : [] });
      });
      printMade(step, options);
    });

  withPlanOption(period.command('own'))
    .description('add a period from one day to another, for which every task is reported; one step')
    .argument('<file.db>')
    .requiredOption('--label <text>', 'what it is called')
    .requiredOption('--from <date>', 'YYYY-MM-DD', isoDay)
    .requiredOption('--to <date>', 'YYYY-MM-DD', isoDay)
    .option('--due <date>', 'left out, its last day', isoDay)
    .addOption(onHolidayOption())
    .option('--json', 'for programs')
    .action(async (file: string, options: OwnOptions) => {
      const { label, from: startsOn, to: endsOn, due, onHoliday } = options;
      const step = await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        const dates = { startsOn, endsOn, ...(due === undefined ? {} : { dueOn: due }) };
        return client.period.addOwn({ planId: plan.id, label, ...dates, onHoliday });
      });
      printMade(step, options);
    });

  withPlanOption(period.command('carry'))
    .description('take over what was reported for an earlier period, where this one has nothing yet; one step')
    .argument('<file.db>')
    .option('--period <label>', 'the one that takes over; left out, the current period')
    .option('--from <label>', 'left out, the one before of its kind')
    .option('--fields <list>', `of ${CARRIED_FIELDS.join(', ')}`, fieldsIn, [...USUALLY_CARRIED])
    .option('--agency <name>', 'only of this agency')
    .option('--json', 'for programs')
    .action(async (file: string, options: CarryOptions) => {
      const step = await withDataFile(file, async (client) => {
        const overview = await overviewOf(client, options.plan);
        const into = periodOf(overview, options.period);
        const before =
          options.from === undefined ? periodBefore(overview.periods, into) : periodOf(overview, options.from);
        if (!before) throw new AppError('NOTHING_TO_CARRY');
        const agencies = options.agency === undefined ? {} : { agencyIds: [agencyOf(overview, options.agency).id] };
        const periods = { fromPeriodId: before.id, intoPeriodId: into.id };
        return client.period.carry({ ...periods, fields: [...options.fields], ...agencies });
      });
      printMade(step, options);
    });
}

/** `cadence`: by which kind of period a plan or some of its tasks are reported. */
export function registerCadence(program: Command): void {
  withPlanOption(program.command('cadence'))
    .description('set by which kind of period tasks are reported, or without --task the plan; one step')
    .argument('<file.db>')
    .option('--task <numbers>', 'such as 5 or 5,8,12')
    .addOption(
      new Option('--kind <kind>', 'of period; plan: as the plan').choices([...CADENCES, 'plan']).makeOptionMandatory(),
    )
    .option('--json', 'for programs')
    .action(async (file: string, options: CadenceOptions) => {
      const step = await withDataFile(file, async (client) => {
        const overview = await overviewOf(client, options.plan);
        const cadence = options.kind === 'plan' ? null : options.kind;
        if (options.task !== undefined) {
          const tasks = await tasksOf(client, overview, options.task);
          return client.period.setTaskCadence({ taskIds: tasks.map(({ id }) => id), cadence });
        }
        if (cadence === null) throw new AppError('NOTHING_TO_CHANGE');
        return client.period.setPlanCadence({ planId: overview.plan.id, cadence });
      });
      printMade(step, options);
    });
}

type MakeOptions = Common & {
  readonly kind: Cadence;
  readonly year?: number;
  readonly dueDay?: number;
  readonly dueIn?: 'same' | 'next';
  readonly onHoliday: OnHoliday;
};
type OwnOptions = Common & {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  readonly due?: string;
  readonly onHoliday: OnHoliday;
};
type CarryOptions = Common & {
  readonly period?: string;
  readonly from?: string;
  readonly fields: readonly CarriedField[];
  readonly agency?: string;
};
type CadenceOptions = Common & { readonly task?: string; readonly kind: Cadence | 'plan' };

function fieldsIn(list: string): readonly CarriedField[] {
  const fields = list.split(/[,，、\s]+/u).filter((word) => word !== '');
  const unknown = fields.find((field) => !CARRIED_FIELDS.some((known) => known === field));
  if (unknown !== undefined || fields.length === 0) throw new AppError('BAD_PARAMS', { details: unknown ?? list });
  return CARRIED_FIELDS.filter((known) => fields.includes(known));
}
