import type { Command } from 'commander';
import type { StepView } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { wholeNumber } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { agencyOf, type Client, printJson, withDataFile } from './session.ts';

type HistoryOptions = {
  readonly plan?: string;
  readonly json?: true;
  readonly at?: string;
  readonly task?: number;
  readonly agency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly actor?: string;
  readonly words?: string;
};

/** `history`: the log of steps, or with `--at` the plan as it was then. */
export function registerHistoryCommands(program: Command): void {
  withPlanOption(program.command('history'))
    .description('print the log of steps, newest first; with --at, a plan as it was then, in the shape of dump')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .option(
      '--at <time>',
      'ISO date (the end of that day) or date and time, in the zone of this computer or with an offset',
    )
    .option('--task <number>', 'only steps that touched this task', wholeNumber)
    .option('--agency <name>', 'only steps that touched this agency; with --task, that cell')
    .option('--from <date>', 'only from this day', isoDay)
    .option('--to <date>', 'only until this day', isoDay)
    .option('--actor <name>', 'only steps of this person')
    .option('--words <text>', 'only steps with these words in their label or file name')
    .addHelpText(
      'after',
      `
The moment of --at is that of the last step in the log made by then; where a clock was set back, the order of the log
counts and not the times in it.`,
    )
    .action(async (file: string, options: HistoryOptions) => {
      if (options.at !== undefined) return printJson(await dumpAt(file, options.at, options.plan));
      const steps = await withDataFile(file, async (client) =>
        client.history.list({ limit: 100_000, ...(await filterOf(client, options)) }),
      );
      if (options.json) return printJson(steps.map((step) => ({ ...step, origin: originOf(step) })));
      const kinds = { do: '', undo: '撤销 ', redo: '重做 ' } as const;
      for (const step of steps) console.log(`${step.id}\t${step.at}\t${kinds[step.kind]}${step.label}`);
    });
}

function dumpAt(file: string, at: string, plan: string | undefined): Promise<unknown> {
  return withDataFile(file, async (client, clientAt) => {
    const past = clientAt(await client.history.moment({ at }));
    // The plan is looked for among those that were there then.
    const overview = await overviewOf(past, plan);
    return past.workspace.dump({ planId: overview.plan.id });
  });
}

async function filterOf(client: Client, { plan, task, agency, from, to, actor, words }: HistoryOptions) {
  const overview = task === undefined && agency === undefined ? null : await overviewOf(client, plan);
  return {
    ...(overview && task !== undefined ? { taskId: await taskIdOf(client, overview.currentPeriodId, task) } : {}),
    ...(overview && agency !== undefined ? { agencyId: agencyOf(overview, agency).id } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(actor === undefined ? {} : { actor }),
    ...(words === undefined ? {} : { words }),
  };
}

async function taskIdOf(client: Client, periodId: Parameters<Client['matrix']['read']>[0]['periodId'], number: number) {
  const tasks = await client.matrix.read({ periodId });
  const task = tasks.find((candidate) => candidate.number === number);
  if (!task) throw new AppError('TASK_UNKNOWN', { number });
  return task.id;
}

/** One word for what is two in the log, as programs have read it since the first version. */
function originOf({ client, manner }: StepView): 'window' | 'paste' | 'return' | 'command-line' | 'plan' {
  if (manner === 'document') return 'plan';
  if (manner === 'form') return 'return';
  if (client === 'command-line') return client;
  return manner === 'pasted' ? 'paste' : 'window';
}
