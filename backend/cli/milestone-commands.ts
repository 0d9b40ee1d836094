import type { Command } from 'commander';
import { milestoneStanding, subItemStanding } from '#shared/domain/milestone-state.ts';
import { parseStatus, statusText } from '#shared/domain/status.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep, wholeNumber } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { readPart } from './read-part.ts';
import { dayOrNone, percentOrNone, type RowOptions, withRow } from './row-options.ts';
import { agencyOf, printJson, taskOf, withDataFile } from './session.ts';

type Common = { readonly plan?: string; readonly today?: string; readonly json?: true };
type RowCommon = Common & RowOptions & { readonly task: number; readonly agency?: string };
type MilestoneOptions = RowCommon & {
  readonly title?: string;
  readonly planned?: string;
  readonly done?: string | null;
  readonly note?: string;
};
type SubItemOptions = RowCommon & {
  readonly title?: string;
  readonly due?: string | null;
  readonly status?: string;
  readonly percent?: number | null;
  readonly done?: string | null;
  readonly note?: string;
};

/** `milestone list|set` and `sub-item list|set`: what a task is made of on its way. */
export function registerMilestoneCommands(program: Command): void {
  const milestone = program.command('milestone').description('milestones of tasks (节点): planned against actual');
  listCommand(milestone).action((file: string, options: Common & { readonly task?: number }) =>
    withDataFile(
      file,
      async (client) => {
        const { rows, today } = await readPart(client, options, (input) => client.milestone.list(input));
        const lines = rows.map(({ task, number, agency, title, plannedOn, doneOn, note }) => {
          return {
            task,
            number,
            agency,
            title,
            plannedOn,
            doneOn,
            note,
            ...milestoneStanding({ plannedOn, doneOn }, today),
          };
        });
        if (options.json) return printJson(lines);
        for (const line of lines)
          console.log([line.task, line.number, line.agency ?? '', line.title, line.plannedOn, line.words].join('\t'));
      },
      options.today,
    ),
  );
  setCommand(milestone, 'milestone')
    .option('--planned <date>', 'the last day of the planned month or quarter, or the day itself', isoDay)
    .option('--done <date>', 'when it was reached; none takes that away', dayOrNone)
    .action((file: string, options: MilestoneOptions) =>
      withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const taskId = await taskOf(client, overview, options.task);
          const rows = await client.milestone.list({ planId: overview.plan.id, taskIds: [taskId] });
          const kept = rows.map(({ taskId: _, position: __, ...row }) => row);
          const { title, planned: plannedOn, done: doneOn, note } = options;
          if (options.number === undefined && !options.remove) needed({ '--title': title, '--planned': plannedOn });
          const patch = { title, plannedOn, doneOn, note, agencyId: agencyIn(options, overview) };
          const fresh = { id: null, agencyId: null, title: '', plannedOn: '', doneOn: null, note: '' };
          const milestones = withRow<(typeof kept)[number] | typeof fresh>(kept, options, patch, fresh);
          const step = await client.milestone.setOfTask({ taskId, milestones });
          if (options.json) printJson({ step: step.stepId, label: step.label });
          else printStep(step);
        },
        options.today,
      ),
    );

  const subItem = program.command('sub-item').description('parts of tasks (子项), each with a unit and a due date');
  listCommand(subItem).action((file: string, options: Common & { readonly task?: number }) =>
    withDataFile(
      file,
      async (client) => {
        const { rows, today } = await readPart(client, options, (input) => client.subItem.list(input));
        const lines = rows.map(({ task, number, agency, title, dueOn, status, percent, doneOn, note }) => {
          const standing = subItemStanding({ status, dueOn, doneOn }, today);
          return { task, number, agency, title, dueOn, status, percent, doneOn, note, ...standing };
        });
        if (options.json) return printJson(lines);
        for (const { task, number, agency, title, dueOn, status, words } of lines) {
          console.log([task, number, agency ?? '', title, dueOn ?? '', statusText(status), words].join('\t'));
        }
      },
      options.today,
    ),
  );
  setCommand(subItem, 'sub-item')
    .option('--due <date>', 'by when; none takes it away', dayOrNone)
    .option('--status <status>', 'as for progress set; none takes it away')
    .option('--percent <number>', '0 to 100; none takes it away', percentOrNone)
    .option('--done <date>', 'when it was done; none takes that away', dayOrNone)
    .action((file: string, options: SubItemOptions) =>
      withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const taskId = await taskOf(client, overview, options.task);
          const rows = await client.subItem.list({ planId: overview.plan.id, taskIds: [taskId] });
          const kept = rows.map(({ taskId: _, position: __, ...row }) => row);
          const { title, due: dueOn, percent, done: doneOn, note } = options;
          if (options.number === undefined && !options.remove) needed({ '--title': title });
          const status = statusIn(options.status);
          const patch = { title, dueOn, status, percent, doneOn, note, agencyId: agencyIn(options, overview) };
          const nothing = { dueOn: null, status: null, percent: null, doneOn: null };
          const fresh = { id: null, agencyId: null, title: '', ...nothing, note: '' };
          const subItems = withRow<(typeof kept)[number] | typeof fresh>(kept, options, patch, fresh);
          const step = await client.subItem.setOfTask({ taskId, subItems });
          if (options.json) printJson({ step: step.stepId, label: step.label });
          else printStep(step);
        },
        options.today,
      ),
    );
}

function listCommand(command: Command): Command {
  return withTodayOption(withPlanOption(command.command('list')))
    .description('list them by task, with how each stands today')
    .argument('<file.db>')
    .option('--task <number>', 'of this task only', wholeNumber)
    .option('--json', 'for programs');
}

function setCommand(command: Command, what: string): Command {
  return withTodayOption(withPlanOption(command.command('set')))
    .description(`add a ${what} to a task, or with --number change or remove one; one step`)
    .argument('<file.db>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .option('--number <number>', 'which one, by its place in the list: 1, 2 …; left out, a new one', wholeNumber)
    .option('--remove', 'take it out')
    .option('--title <text>', 'what it is')
    .option('--agency <name>', 'whose it is; none: of the whole task')
    .option('--note <text>', '')
    .option('--json', 'for programs');
}

type Overview = Parameters<typeof agencyOf>[0];

function agencyIn({ agency }: RowCommon, overview: Overview) {
  if (agency === undefined) return undefined;
  return agency === 'none' ? null : agencyOf(overview, agency).id;
}

function statusIn(text: string | undefined) {
  if (text === undefined) return undefined;
  if (text === 'none') return null;
  const status = parseStatus(text);
  if (!status) throw new AppError('STATUS_UNKNOWN', { text });
  return status;
}

/** @throws AppError BAD_PARAMS naming the first option that a new row needs and that was not given */
function needed(options: Readonly<Record<string, string | undefined>>): void {
  for (const [path, value] of Object.entries(options)) {
    if (value === undefined) throw new AppError('BAD_PARAMS', { path });
  }
}
