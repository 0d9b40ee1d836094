import type { Command } from 'commander';
import type { LedgerRow } from '#shared/domain/ledger.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep, wholeNumber } from './data-commands.ts';
import { figureOf } from './figure.ts';
import { agencyOf, type Client, periodOf, printJson, withDataFile } from './session.ts';
import { registerTargetDefine } from './target-define-command.ts';
import { targetNamed } from './target-named.ts';

type LedgerOptions = {
  readonly plan?: string;
  readonly period?: string;
  readonly today?: string;
  readonly json?: true;
};
type TargetOptions = Omit<LedgerOptions, 'json'> & {
  readonly json?: true;
  readonly task: number;
  readonly agency: string;
  readonly target?: string;
  readonly value?: number | null;
  readonly cumulative?: number | null;
};

/** `ledger`, `target set` and `target define`. */
export function registerEntryCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('ledger')))
    .description('print the ledger of a period: a row for each task and agency, with targets and lights')
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .option('--json', 'for programs')
    .action(async (file: string, options: LedgerOptions) => {
      const rows = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          return client.ledger.read({ periodId: periodOf(overview, options.period).id });
        },
        options.today,
      );
      if (options.json) return printJson(rows.map(ledgerJson));
      for (const row of rows) console.log(ledgerLine(row));
    });

  const target = program.command('target').description('values of measured targets');
  withTodayOption(withPlanOption(target.command('set')))
    .description('record what an agency reports for a target in a period; one step')
    .argument('<file.db>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .requiredOption('--agency <name>', 'full name, alias or unmistakable short name')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .option('--target <name>', 'name of the target, or its place in the task: 1, 2 …; left out, the only one')
    .option('--value <number>', 'of the period; none takes it away', figureOrNone)
    .option('--cumulative <number>', 'since the beginning of the year; none takes it away', figureOrNone)
    .option('--json', 'for programs')
    .action(async (file: string, options: TargetOptions) => {
      const { step, row } = await withDataFile(file, (client) => setTarget(client, options), options.today);
      if (options.json) printJson({ step: step.stepId, label: step.label, row: row && ledgerJson(row) });
      else printStep(step);
    });
  registerTargetDefine(target);
}

async function setTarget(client: Client, options: TargetOptions) {
  const { value, cumulative } = options;
  if (value === undefined && cumulative === undefined) throw new AppError('BAD_PARAMS', { path: '--value' });
  const overview = await overviewOf(client, options.plan);
  const periodId = periodOf(overview, options.period).id;
  const rows = await client.ledger.read({ periodId });
  const row = cellOf(rows, overview, options.task, options.agency);
  const targets = row.targets.map(({ id, name }) => ({ id, name }));
  const found = targetNamed(targets, options.task, options.target);
  const cell = {
    targetId: found.id,
    agencyId: row.agencyId,
    periodId,
    ...(value === undefined ? {} : { value }),
    ...(cumulative === undefined ? {} : { cumulative }),
  };
  const step = await client.target.set({ cells: [cell] });
  const after = await client.ledger.read({ periodId, taskIds: [row.taskId] });
  return { step, row: after.find(({ agencyId }) => agencyId === row.agencyId) };
}

/**
 * The row of a task and an agency.
 *
 * @throws AppError TASK_UNKNOWN | AGENCY_UNKNOWN | NOT_ASSIGNED
 */
export function cellOf(rows: readonly LedgerRow[], overview: Overview, number: number, agencyName: string): LedgerRow {
  const agency = agencyOf(overview, agencyName);
  const ofTask = rows.filter((row) => row.number === number);
  const row = ofTask.find(({ agencyId }) => agencyId === agency.id);
  if (row) return row;
  if (ofTask.length === 0) throw new AppError('TASK_UNKNOWN', { number });
  throw new AppError('NOT_ASSIGNED', { agency: agency.name, number });
}

/** A row as programs read it: names instead of ids. */
export function ledgerJson(row: LedgerRow) {
  return {
    task: row.number,
    title: row.title,
    agency: row.agencyName,
    role: row.role,
    status: row.status,
    percent: row.percent,
    narrative: row.narrative,
    problems: row.problems,
    nextSteps: row.nextSteps,
    reportedOn: row.reportedOn,
    reporter: row.reporter,
    targets: row.targets.map(({ name, value, cumulative, unit, target, comparator, share, ahead }) => ({
      name,
      value,
      cumulative,
      unit,
      target,
      comparator,
      share,
      ahead,
    })),
    light: row.light,
    because: row.because,
    verification: row.verification && {
      result: row.verification.result,
      manner: row.verification.manner,
      checker: row.verification.checker,
      checkedOn: row.verification.checkedOn,
      note: row.verification.note,
    },
    evidence: row.evidence,
    note: row.note,
  };
}

function ledgerLine(row: LedgerRow): string {
  const targets = row.targets.map(
    ({ name, cumulative, target, unit }) => `${name} ${cumulative ?? '—'}/${target}${unit}`,
  );
  const { number, agencyName, role, status, percent, narrative, because } = row;
  return [number, agencyName, role, status ?? '', percent ?? '', targets.join('；'), narrative, because].join('\t');
}

/** Commander's reader of a number, or of `none`, which takes a value away. */
function figureOrNone(text: string): number | null {
  return text === 'none' ? null : figureOf(text);
}
