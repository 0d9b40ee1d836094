import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { StepIdSchema } from '#shared/domain/ids.ts';
import { parseStatus } from '#shared/domain/status.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { createPlanFile } from '../cases/plan/create-data-file.ts';
import { withIntake } from '../intake/with-intake.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import {
  agencyOf,
  type Client,
  operatorOfSession,
  periodOf,
  printJson,
  SEEDS_FOLDER,
  withDataFile,
} from './session.ts';

/** `init`, `dump`, `progress set`, `undo`, `check`. */
export function registerDataCommands(program: Command): void {
  program
    .command('init')
    .description('make a data file from a work plan')
    .argument('<file.db>')
    .option('--plan <document>', 'the document; left out, the plan that comes with the program')
    .action(async (file: string, options: { plan?: string }) => {
      const operator = operatorOfSession();
      const made = {
        at: new Date().toISOString(),
        client: 'command-line',
        manner: 'document',
        ...(operator === undefined ? {} : { operator }),
      } as const;
      const target = { file: path.resolve(file), seedsFolder: SEEDS_FOLDER, made };
      const document = options.plan === undefined ? undefined : path.resolve(options.plan);
      if (document === undefined) await createPlanFile(target);
      else await withIntake((intake) => createPlanFile({ ...target, source: { file: document, intake } }));
      const { plan } = await withDataFile(file, (client) => client.workspace.overview());
      console.log(`已建立：${plan.title}`);
    });

  withPlanOption(program.command('dump'))
    .description('print a plan of the data file by names')
    .argument('<file.db>')
    .option('--json', 'for programs (the only form there is)')
    .action(async (file: string, options: { plan?: string }) =>
      printJson(
        await withDataFile(file, async (client) => {
          const { plan } = await overviewOf(client, options.plan);
          return client.workspace.dump({ planId: plan.id });
        }),
      ),
    );

  withTodayOption(withPlanOption(program.command('progress').description('record progress').command('set')))
    .argument('<file.db>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .requiredOption('--agency <name>', 'full name, alias or unmistakable short name')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .requiredOption('--status <status>', 'not-started, in-progress, done, blocked, not-applicable, or in Chinese')
    .requiredOption('--narrative <text>', 'what was done')
    .option('--percent <number>', '0 to 100', Number)
    .option('--problems <text>')
    .option('--next <text>', 'next steps')
    .option('--json', 'for programs')
    .action(async (file: string, options: ProgressOptions) =>
      printMade(await withDataFile(file, (client) => setProgress(client, options), options.today), options),
    );

  program
    .command('undo')
    .description('reverse the newest step, or the one named')
    .argument('<file.db>')
    .option('--step <number>', 'step number from history', wholeNumber)
    .option('--json', 'for programs')
    .action(async (file: string, options: { step?: number; json?: true }) => {
      const input = options.step === undefined ? {} : { stepId: StepIdSchema.parse(options.step) };
      printMade(await withDataFile(file, (client) => client.history.undo(input)), options);
    });

  program
    .command('check')
    .description('check the data file; exit code 1 when something is wrong')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: { json?: true }) => {
      const findings = await withDataFile(file, (client) => client.workspace.check());
      if (options.json) printJson(findings);
      else for (const finding of findings) console.log(`${finding.check}\t${finding.message}（${finding.rows}）`);
      if (findings.length > 0) throw new AppError('CHECKS_FAILED', { count: findings.length });
      if (!options.json) console.log('数据检查通过');
    });
}

type ProgressOptions = {
  readonly today?: string;
  readonly json?: true;
  readonly plan?: string;
  readonly task: number;
  readonly agency: string;
  readonly period?: string;
  readonly status: string;
  readonly narrative: string;
  readonly percent?: number;
  readonly problems?: string;
  readonly next?: string;
};

async function setProgress(client: Client, options: ProgressOptions): Promise<StepReport> {
  const overview = await overviewOf(client, options.plan);
  const period = periodOf(overview, options.period);
  const agency = agencyOf(overview, options.agency);
  const status = parseStatus(options.status);
  if (!status) throw new AppError('STATUS_UNKNOWN', { text: options.status });
  const tasks = await client.matrix.read({ periodId: period.id });
  const task = tasks.find((candidate) => candidate.number === options.task);
  if (!task) throw new AppError('TASK_UNKNOWN', { number: options.task });
  const patch = {
    status,
    narrative: options.narrative,
    ...(options.percent === undefined ? {} : { percent: options.percent }),
    ...(options.problems === undefined ? {} : { problems: options.problems }),
    ...(options.next === undefined ? {} : { nextSteps: options.next }),
    reportedOn: overview.today,
  };
  return client.progress.set({ entries: [{ taskId: task.id, agencyId: agency.id, periodId: period.id, patch }] });
}

/** Shown after a write: step number and label. */
export function printStep(step: StepReport): void {
  console.log(`${step.stepId}\t${step.label}`);
}

/** The same, for programs where `--json` asks for it. */
export function printMade(step: StepReport, { json }: { readonly json?: true }): void {
  if (json) printJson({ step: step.stepId, label: step.label });
  else printStep(step);
}

/** Commander's reader of a positive whole number. */
export function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('a positive whole number is wanted');
  return number;
}
