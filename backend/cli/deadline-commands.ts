import type { Command } from 'commander';
import type { RowId } from '#shared/domain/ids.ts';
import type { LateDuty } from '#shared/domain/late-duty.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep, wholeNumber } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { agencyOf, type Client, finish, periodOf, printJson, ticketOf, withDataFile } from './session.ts';
import { tasksOf } from './task-of.ts';

type Common = { readonly plan?: string; readonly json?: true; readonly today?: string };
type Placed = Common & { readonly task: string; readonly agency?: string };

/** `overdue`, `extension`, `closing`. */
export function registerDeadlineCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('overdue')))
    .description('what is late: reports of open periods, tasks, matters, pieces of regular duties')
    .argument('<file.db>')
    .option('--within <days>', 'also what is due in so many days', wholeNumber)
    .option('--json', 'for programs')
    .action(async (file: string, options: Common & { within?: number }) => {
      const rows = await withDataFile(
        file,
        async (client) => {
          const { plan } = await overviewOf(client, options.plan);
          const { within } = options;
          return client.deadline.overdue({ planId: plan.id, ...(within === undefined ? {} : { within }) });
        },
        options.today,
      );
      if (options.json) printJson(rows);
      else for (const row of rows) console.log(lateLine(row));
    });

  withTodayOption(withPlanOption(program.command('extension')))
    .description('put off a task, or with --period its report, for one agency or all (延期); one step')
    .argument('<file.db>')
    .requiredOption('--task <numbers>', 'task number; several as 5,8')
    .option('--agency <name>', 'left out, all that owe the task')
    .option('--period <label>', 'the report of this period; left out, the task itself')
    .requiredOption('--due <date>', 'the new day, YYYY-MM-DD', isoDay)
    .requiredOption('--reason <text>', 'why')
    .requiredOption('--approver <name>', 'who approved it')
    .option('--approved-on <date>', 'left out, today', isoDay)
    .option('--json', 'for programs')
    .action((file: string, options: ExtensionOptions) =>
      run(file, options, async (client, places) => {
        const { due: dueOn, reason, approver, approvedOn } = options;
        const overview = await overviewOf(client, options.plan);
        const periodId = options.period === undefined ? null : periodOf(overview, options.period).id;
        const approved = approvedOn === undefined ? {} : { approvedOn };
        return client.deadline.extend({ places, periodId, dueOn, reason, approver, ...approved });
      }),
    );

  withTodayOption(withPlanOption(program.command('closing')))
    .description('close a task, or what an agency owes of it (办结), or with --reopen open it again; one step')
    .argument('<file.db>')
    .requiredOption('--task <numbers>', 'task number; several as 5,8')
    .option('--agency <name>', 'left out, the whole task')
    .option('--on <date>', 'since when, YYYY-MM-DD; left out, today', isoDay)
    .option('--basis <text>', 'what it rests on', '')
    .option('--approver <name>', 'who approved it', '')
    .option('--evidence <files...>', 'files that prove it: copied beside the data file and entered with the closing')
    .option('--proven-by <numbers...>', 'evidence that is there already, by its number in `evidence list`')
    .option('--reopen', 'open it again')
    .option('--reason <text>', 'why it is opened again', '')
    .option('--json', 'for programs')
    .action((file: string, options: ClosingOptions) =>
      run(file, options, async (client, places) => {
        const { on, basis, approver, reason, evidence = [], provenBy = [] } = options;
        if (options.reopen) return client.deadline.reopen({ places, reason, ...(on === undefined ? {} : { on }) });
        const evidenceIds = await evidenceOf(client, options.plan, provenBy);
        const closing = { places, basis, approver, evidenceIds, ...(on === undefined ? {} : { closedOn: on }) };
        if (evidence.length === 0) return client.deadline.close(closing);
        const files = evidence.map((each) => ({ file: ticketOf(each, 'read') }));
        return finish(await client.deadline.closeWithFiles({ ...closing, files }));
      }),
    );
}

type ExtensionOptions = Placed & {
  readonly period?: string;
  readonly due: string;
  readonly reason: string;
  readonly approver: string;
  readonly approvedOn?: string;
};
type ClosingOptions = Placed & {
  readonly on?: string;
  readonly basis: string;
  readonly approver: string;
  readonly evidence?: readonly string[];
  readonly provenBy?: readonly string[];
  readonly reopen?: true;
  readonly reason: string;
};

/** Evidence by its numbers in the catalogue. @throws AppError EVIDENCE_UNKNOWN */
async function evidenceOf(client: Client, plan: string | undefined, numbers: readonly string[]): Promise<RowId[]> {
  if (numbers.length === 0) return [];
  const lines = await client.evidence.list({ planId: (await overviewOf(client, plan)).plan.id });
  return numbers.map((number) => {
    const line = lines.find(({ catalogueNumber }) => catalogueNumber === number);
    if (!line) throw new AppError('EVIDENCE_UNKNOWN', { number });
    return line.id;
  });
}

type Places = Parameters<Client['deadline']['reopen']>[0]['places'];

/** Writes at the places that are meant, and prints the step with what stands there now. */
async function run(
  file: string,
  options: Placed,
  write: (client: Client, places: Places) => Promise<StepReport>,
): Promise<void> {
  const { step, deadlines } = await withDataFile(
    file,
    async (client) => {
      const overview = await overviewOf(client, options.plan);
      const tasks = await tasksOf(client, overview, options.task);
      const agencyId = options.agency === undefined ? null : agencyOf(overview, options.agency).id;
      const taskIds = tasks.map(({ id }) => id);
      const step = await write(
        client,
        taskIds.map((taskId) => ({ taskId, agencyId })),
      );
      return { step, deadlines: await client.deadline.list({ planId: overview.plan.id, taskIds }) };
    },
    options.today,
  );
  if (options.json) printJson({ step: step.stepId, label: step.label, tasks: deadlines });
  else printStep(step);
}

function lateLine({ task, agency, dueOn, days, because }: LateDuty): string {
  return `第${task}项\t${agency}\t${dueOn}\t${days > 0 ? `逾期${days}天` : days === 0 ? '今天到期' : `还有${-days}天`}\t${because}`;
}
