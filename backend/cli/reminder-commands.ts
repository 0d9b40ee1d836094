import { type Command, Option } from 'commander';
import { RowIdSchema } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import {
  type OwingAgency,
  REMINDER_MANNER_LABELS,
  REMINDER_MANNERS,
  type ReminderManner,
  type ReminderView,
  SLIPS,
  type Slip,
} from '#shared/domain/reminder.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printMade, wholeNumber } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { agencyOf, type Client, periodOf, printJson, withDataFile } from './session.ts';

type Options = { readonly plan?: string; readonly period?: string; readonly today?: string; readonly json?: true };
type ListOptions = Options & { readonly agency?: string };
type AddOptions = Options & {
  readonly agency: string;
  readonly manner?: ReminderManner;
  readonly slip?: Slip;
  readonly text?: string;
  readonly told?: string;
  readonly on?: string;
  readonly answer?: string;
  readonly promised?: string;
};
type AnswerOptions = Options & {
  readonly id: number;
  readonly answer?: string;
  readonly on?: string;
  readonly promised?: string;
};

/** `remind`, `reminder add`, `reminder answer`, `reminder list`. */
export function registerReminderCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('remind')))
    .description('print who owes what of a period, with the text to tell each agency')
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .option('--json', 'for programs')
    .action(async (file: string, options: Options) => {
      const owing = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const { id: periodId } = periodOf(overview, options.period);
          return client.reminder.owed({ planId: overview.plan.id, periodId });
        },
        options.today,
      );
      if (options.json) printJson(owing.map(forPrograms));
      else console.log(owing.map(({ text }) => text).join('\n\n'));
    });

  const reminder = program.command('reminder').description('keep who was reminded of what, and what they answered');

  withOptions(reminder.command('add'))
    .description('keep that an agency was told; with --slip, under the next number of that colour')
    .requiredOption('--agency <name>', 'full name, alias or unmistakable short name')
    .addOption(new Option('--manner <how>', 'call when left out').choices(REMINDER_MANNERS))
    .addOption(new Option('--slip <colour>', 'makes it a 蓝单, 黄单 or 红单').choices(SLIPS))
    .option('--text <text>', 'what was said; left out, what it owes of the period')
    .option('--told <name>', 'the person who was spoken to')
    .option('--on <date>', 'when (YYYY-MM-DD); left out, today', isoDay)
    .option('--answer <text>', 'what was answered')
    .option('--promised <date>', 'for when it was promised (YYYY-MM-DD)', isoDay)
    .action((file: string, options: AddOptions) => run(file, options, addReminder));

  withOptions(reminder.command('answer'))
    .description('keep what was answered to a reminder')
    .requiredOption('--id <number>', 'as `reminder list` prints it', wholeNumber)
    .option('--answer <text>', 'what was answered')
    .option('--on <date>', 'when (YYYY-MM-DD); left out, today', isoDay)
    .option('--promised <date>', 'for when it was promised (YYYY-MM-DD)', isoDay)
    .action((file: string, options: AnswerOptions) =>
      run(file, options, (client, overview) => {
        const { id, answer, on, promised } = options;
        const patch = {
          answeredOn: on ?? overview.today,
          ...(answer === undefined ? {} : { answer }),
          ...(promised === undefined ? {} : { promisedOn: promised }),
        };
        return client.reminder.answer({ reminderId: RowIdSchema.parse(id), patch });
      }),
    );

  withOptions(reminder.command('list'))
    .description('print who was reminded of what, the newest first')
    .option('--agency <name>', 'only of this agency')
    .action(async (file: string, options: ListOptions) => {
      const list = await withDataFile(file, (client) => listReminders(client, options), options.today);
      if (options.json) printJson(list.map(keptForPrograms));
      else for (const reminder of list) console.log(lineOf(reminder));
    });
}

function withOptions(command: Command): Command {
  return withTodayOption(withPlanOption(command))
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10')
    .option('--json', 'for programs');
}

async function run<Given extends Options>(
  file: string,
  options: Given,
  work: (client: Client, overview: Overview, options: Given) => Promise<StepReport>,
): Promise<void> {
  const step = await withDataFile(
    file,
    async (client) => work(client, await overviewOf(client, options.plan), options),
    options.today,
  );
  printMade(step, options);
}

async function addReminder(client: Client, overview: Overview, options: AddOptions): Promise<StepReport> {
  const { id: periodId } = periodOf(overview, options.period);
  const { id: agencyId } = agencyOf(overview, options.agency);
  const { slip = null, told = '', answer = '', promised = null, on } = options;
  const planId = overview.plan.id;
  const owed = (await client.reminder.owed({ planId, periodId })).find((agency) => agency.agencyId === agencyId);
  const manner = slip === null ? (options.manner ?? 'call') : 'slip';
  // Who owes nothing can be told something, too: then in the caller's own words.
  const text = options.text ?? (await client.reminder.letter({ planId, periodId, agencyId, slip })).text;
  const kept = { agencyId, manner, slip, tasks: [...(owed?.taskIds ?? [])], text, told, answer, promisedOn: promised };
  return client.reminder.add({ planId, periodId, ...(on === undefined ? {} : { madeOn: on }), reminders: [kept] });
}

async function listReminders(client: Client, options: ListOptions): Promise<readonly ReminderView[]> {
  const overview = await overviewOf(client, options.plan);
  return client.reminder.list({
    planId: overview.plan.id,
    ...(options.period === undefined ? {} : { periodId: periodOf(overview, options.period).id }),
    ...(options.agency === undefined ? {} : { agencyId: agencyOf(overview, options.agency).id }),
  });
}

function forPrograms({ agencyName, agencyId: _, taskIds: __, items, ...owing }: OwingAgency) {
  return {
    agency: agencyName,
    ...owing,
    items: items.map(({ taskId: ___, taskNumber, taskTitle: ____, ...item }) => ({ task: taskNumber, ...item })),
  };
}

function keptForPrograms({ id, agencyName, periodLabel, taskNumbers, manner, slip, ...kept }: ReminderView) {
  const { slipNumber, text, told, madeOn, answer, answeredOn, promisedOn, promise } = kept;
  const said = { text, told, madeOn, answer, answeredOn, promisedOn, promise };
  return { id, agency: agencyName, period: periodLabel, tasks: taskNumbers, manner, slip, number: slipNumber, ...said };
}

function lineOf({
  id,
  madeOn,
  agencyName,
  manner,
  slipNumber,
  told,
  answer,
  promisedOn,
  promise,
}: ReminderView): string {
  const how = slipNumber === '' ? REMINDER_MANNER_LABELS[manner] : slipNumber;
  const promised = promisedOn === null ? '' : `承诺 ${promisedOn}${promise === 'passed' ? '（已过）' : ''}`;
  return [id, madeOn, agencyName, how, told, answer, promised].join('\t');
}
