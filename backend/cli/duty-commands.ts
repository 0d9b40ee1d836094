import { type Command, Option } from 'commander';
import { type DutyDefinition, DutyDefinitionSchema } from '#shared/contract/duty.contract.ts';
import type { DutyView, ExpectedDuty } from '#shared/domain/duty-table.ts';
import type { PlanId } from '#shared/domain/ids.ts';
import { CADENCES, type Cadence, ON_HOLIDAY, type OnHoliday } from '#shared/domain/period.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printMade, wholeNumber } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { agencyOf, type Client, printJson, withDataFile } from './session.ts';

type ListOptions = { readonly plan?: string; readonly today?: string; readonly json?: true };
type OneDutyOptions = ListOptions & { readonly task: number; readonly duty?: string };
type RecordOptions = OneDutyOptions & {
  readonly agency: string;
  readonly period: string;
  readonly title: string;
  readonly on?: string;
  readonly pieces?: number;
  readonly note?: string;
};
type SetOptions = OneDutyOptions & {
  readonly title?: string;
  readonly cadence?: Cadence;
  readonly needed?: number;
  readonly unit?: string;
  readonly owedBy?: 'all' | 'lead';
  readonly dueDay?: number;
  readonly dueMonth?: number;
  readonly dueIn?: 'same' | 'next';
  readonly onHoliday?: OnHoliday;
  readonly from?: string;
  readonly until?: string;
};

/** `duties`, `duty record`, `duty set`, `duty remove`. */
export function registerDutyCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('duties')))
    .description('list what regular duties (定期报送) have made each agency owe so far, and what came')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: ListOptions) => {
      const expected = await withDataFile(
        file,
        async (client) => {
          const { plan } = await overviewOf(client, options.plan);
          return client.duty.expected({ planId: plan.id });
        },
        options.today,
      );
      if (options.json) printJson(expected.map(forPrograms));
      else for (const delivery of expected) console.log(lineOf(delivery));
    });

  const duty = program.command('duty').description('record what came in for regular duties, define them');

  withOneDuty(duty.command('record'))
    .description('record a piece that came in')
    .requiredOption('--agency <name>', 'full name, alias or unmistakable short name')
    .requiredOption('--period <label>', 'such as 2021-10 or 2021年')
    .requiredOption('--title <text>', 'what it is called')
    .option('--on <date>', 'the day it came (YYYY-MM-DD); left out, today', isoDay)
    .option('--pieces <number>', 'how many pieces it counts for', wholeNumber)
    .option('--note <text>')
    .action((file: string, options: RecordOptions) => run(file, options, recordPiece));

  withOneDuty(duty.command('set'))
    .description('define a regular duty of a task, or change it: only what is named changes')
    .option('--title <text>', 'what it is called, such as 信息报送')
    .addOption(new Option('--cadence <kind>', 'how often').choices(CADENCES))
    .option('--needed <number>', 'pieces each time', wholeNumber)
    .option('--unit <word>', 'what pieces are counted in, such as 篇')
    .addOption(
      new Option('--owed-by <who>', 'every unit that owes the task, or those that lead it').choices(['all', 'lead']),
    )
    .option('--due-day <number>', 'day of the month (week: 1 to 7); left out, the last', wholeNumber)
    .option('--due-month <number>', 'of yearly ones: the month', wholeNumber)
    .addOption(new Option('--due-in <which>', 'in the month (week) itself or the next').choices(['same', 'next']))
    .addOption(new Option('--on-holiday <move>', 'what a due day that is no workday does').choices(ON_HOLIDAY))
    .option('--from <date>', 'the first day it holds (YYYY-MM-DD)', isoDay)
    .option('--until <date>', 'the last day it holds (YYYY-MM-DD)', isoDay)
    .action((file: string, options: SetOptions) => run(file, options, setDuty));

  withOneDuty(duty.command('remove'))
    .description('take a regular duty away, with what was recorded for it')
    .action((file: string, options: OneDutyOptions) =>
      run(file, options, async (client, planId) => {
        const { id } = chooseDuty(await client.duty.list({ planId }), options);
        return client.duty.remove({ dutyId: id });
      }),
    );
}

function withOneDuty(command: Command): Command {
  return withTodayOption(withPlanOption(command))
    .argument('<file.db>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .option('--duty <title>', 'which of them, when a task has several')
    .option('--json', 'for programs');
}

async function run<Options extends ListOptions>(
  file: string,
  options: Options,
  work: (client: Client, planId: PlanId, options: Options) => Promise<StepReport>,
): Promise<void> {
  const step = await withDataFile(
    file,
    async (client) => work(client, (await overviewOf(client, options.plan)).plan.id, options),
    options.today,
  );
  printMade(step, options);
}

async function recordPiece(client: Client, planId: PlanId, options: RecordOptions): Promise<StepReport> {
  const { id: dutyId } = chooseDuty(await client.duty.list({ planId }), options);
  const { id: agencyId } = agencyOf(await client.workspace.overview({ planId }), options.agency);
  const { period, title, on, pieces, note } = options;
  const more = {
    ...(on === undefined ? {} : { receivedOn: on }),
    ...(pieces === undefined ? {} : { pieces }),
    ...(note === undefined ? {} : { note }),
  };
  return client.duty.record({ records: [{ dutyId, agencyId, period, title, ...more }] });
}

/** What a new duty is where nothing else is said. */
const NEW_DUTY: DutyDefinition = {
  title: '定期报送',
  cadence: 'month',
  needed: 1,
  unit: '篇',
  owedBy: 'all',
  dueDay: null,
  dueMonth: null,
  dueIn: 'same',
  onHoliday: 'stays',
  startsOn: null,
  endsOn: null,
};

async function setDuty(client: Client, planId: PlanId, options: SetOptions): Promise<StepReport> {
  const ofTask = (await client.duty.list({ planId })).filter(({ taskNumber }) => taskNumber === options.task);
  const present = options.duty === undefined && ofTask.length === 0 ? undefined : chooseDuty(ofTask, options);
  const said = {
    ...{ title: options.title, cadence: options.cadence, needed: options.needed, unit: options.unit },
    ...{ owedBy: options.owedBy, dueDay: options.dueDay, dueMonth: options.dueMonth, dueIn: options.dueIn },
    ...{ onHoliday: options.onHoliday, startsOn: options.from, endsOn: options.until },
  };
  const wanted = { ...pickDefinition(present ?? NEW_DUTY), ...withoutUndefined(said) };
  const definition = DutyDefinitionSchema.safeParse(wanted);
  if (!definition.success)
    throw new AppError('BAD_PARAMS', { path: definition.error.issues.map(({ path }) => path.join('.')).join('、') });
  if (present) return client.duty.set({ duty: { dutyId: present.id }, definition: definition.data });
  const taskId = await taskIdOf(client, planId, options.task);
  return client.duty.set({ duty: { taskId }, definition: definition.data });
}

function pickDefinition(duty: DutyDefinition): DutyDefinition {
  const { title, cadence, needed, unit, owedBy, dueDay, dueMonth, dueIn, onHoliday, startsOn, endsOn } = duty;
  return { title, cadence, needed, unit, owedBy, dueDay, dueMonth, dueIn, onHoliday, startsOn, endsOn };
}

function withoutUndefined(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

async function taskIdOf(client: Client, planId: PlanId, number: number) {
  const { currentPeriodId } = await client.workspace.overview({ planId });
  const tasks = await client.matrix.read({ periodId: currentPeriodId });
  const task = tasks.find((candidate) => candidate.number === number);
  if (!task) throw new AppError('TASK_UNKNOWN', { number });
  return task.id;
}

function chooseDuty(duties: readonly DutyView[], { task, duty }: OneDutyOptions): DutyView {
  const ofTask = duties.filter(({ taskNumber }) => taskNumber === task);
  const meant = duty === undefined ? ofTask : ofTask.filter(({ title, id }) => title === duty || String(id) === duty);
  const [only] = meant;
  if (!only) throw new AppError('DUTY_UNKNOWN', { number: task });
  if (meant.length > 1) throw new AppError('DUTY_NOT_CHOSEN', { number: task, titles: titlesOf(meant) });
  return only;
}

function titlesOf(duties: readonly DutyView[]): string {
  return duties.map(({ id, title }) => `${id} ${title}`).join('、');
}

function forPrograms(delivery: ExpectedDuty) {
  const { task, agency, label, title, startsOn, dueOn, needed, received, short, state, daysLate, because } = delivery;
  return {
    task,
    agency,
    period: label,
    duty: title,
    startsOn,
    dueOn,
    needed,
    received,
    short,
    state,
    daysLate,
    because,
  };
}

function lineOf({ task, title, agency, label, dueOn, needed, received, because }: ExpectedDuty): string {
  return `第 ${task} 项 ${title}\t${agency}\t${label}\t时限 ${dueOn}\t${received}/${needed}\t${because}`;
}
