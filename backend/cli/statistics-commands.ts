import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { DEFAULT_SCORING, type ScoringRule, ScoringRuleSchema, scoringText } from '#shared/domain/scoring-rule.ts';
import { DIMENSIONS, MOVE_LABELS, type PlanStatistics, type StatisticsComparison } from '#shared/domain/statistics.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { periodOf, printJson, withDataFile } from './session.ts';

type Options = { readonly plan?: string; readonly json?: true; readonly today?: string };
type ReadOptions = Options & { readonly period?: string; readonly on?: string };
type CompareOptions = Options & { readonly from: string; readonly to?: string };
type ScoringOptions = Options & { readonly set?: string; readonly default?: true };

/** `stats`, `stats compare` and `stats scoring`. */
export function registerStatisticsCommands(program: Command): void {
  const stats = withTodayOption(withPlanOption(program.command('stats')))
    .description(
      'a plan in figures: duties by status, light, role, section, agency, kind, leader and period; targets; ranking',
    )
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, all periods that have begun')
    .option('--on <date>', 'as the plan was when this day ended, judged on it (YYYY-MM-DD)', isoDay)
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
Each by… of the JSON is a list of rows {key, name, owed, reported, missing, done, overdue, blocked, late, rate, share}:
key is the status, light, role, section's ordinal, agency's full name, kind, leader or period's label; name as people
read it; rate is reported among owed, share the row's part of all duties, both 0 to 1. A task with several leaders is
counted with each of them. ranking is [{rank, agency, score, because}], the best first.`,
    )
    .action(async (file: string, options: ReadOptions) => {
      const answer = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          return client.statistics.read({
            planId: overview.plan.id,
            ...(options.period === undefined ? {} : { periodId: periodOf(overview, options.period).id }),
            ...(options.on === undefined ? {} : { on: options.on }),
          });
        },
        options.today,
      );
      if (options.json) printJson(answer);
      else printFigures(answer);
    });

  stats
    .command('compare')
    .description(
      'what became better, worse, done, new since a day: the plan at the end of two days, each judged on its own',
    )
    .argument('<file.db>')
    .requiredOption('--from <date>', 'such as the day of the last bulletin (YYYY-MM-DD)', isoDay)
    .option('--to <date>', 'left out, today', isoDay)
    .action(async (file: string, _: object, command: Command) => {
      const options = command.optsWithGlobals<CompareOptions>();
      const answer = await withDataFile(
        file,
        async (client) => {
          const { plan, today } = await overviewOf(client, options.plan);
          return client.statistics.compare({ planId: plan.id, from: options.from, to: options.to ?? today });
        },
        options.today,
      );
      if (options.json) printJson(answer);
      else printComparison(answer);
    });

  stats
    .command('scoring')
    .description('how agencies are ranked: print the rule, or set it')
    .argument('<file.db>')
    .option(
      '--set <file.json>',
      'a rule in the shape that this command prints with --json; what it leaves out is the default',
    )
    .option('--default', 'back to the rule that comes with the program')
    .action(async (file: string, _: object, command: Command) => {
      const options = command.optsWithGlobals<ScoringOptions>();
      const rule = options.set === undefined ? null : ruleOf(options.set);
      await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        if (options.set !== undefined || options.default)
          return printStep(await client.statistics.setScoring({ planId: plan.id, rule }));
        const { scoring } = await client.statistics.read({ planId: plan.id });
        if (options.json) printJson(scoring);
        else console.log(scoringText(scoring));
      });
    });
}

function ruleOf(file: string): ScoringRule {
  const written = ScoringRuleSchema.partial().safeParse(readJson(file));
  if (!written.success) throw new AppError('BAD_PARAMS', { path: written.error.issues[0]?.path.join('.') || '--set' });
  const given = Object.entries(written.data).filter(([, value]) => value !== undefined);
  return ScoringRuleSchema.parse({ ...DEFAULT_SCORING, ...Object.fromEntries(given) });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new AppError('BAD_PARAMS', { path: '--set' });
  }
}

function printFigures(statistics: PlanStatistics): void {
  const { on, periods, owed, reported, missing, overdue, ranking, targets } = statistics;
  const span = [periods[0]?.label, periods.at(-1)?.label].filter((label, index, all) => label !== all[index - 1]);
  console.log(`${on}\t${span.join('～')}\t应报 ${owed} 已报 ${reported} 未报 ${missing} 逾期 ${overdue}`);
  for (const dimension of DIMENSIONS) {
    console.log(`\n${dimension}`);
    for (const row of statistics[dimension])
      console.log(`${row.name}\t应报 ${row.owed}\t已报 ${row.reported}\t逾期 ${row.overdue}\t${percent(row.rate)}`);
  }
  console.log('\ntargets');
  for (const { task, target, comparator, wanted, unit, cumulative, share } of targets)
    console.log(`${task}\t${target}\t${comparator}${wanted}${unit}\t${cumulative ?? '未报'}\t${percent(share)}`);
  console.log('\nranking');
  for (const { rank, agency, score, because } of ranking) console.log(`${rank}\t${agency}\t${score}\t${because}`);
}

function printComparison({ from, to, duties }: StatisticsComparison): void {
  console.log(`${from}～${to}\t${duties.length}`);
  for (const { task, agency, move, before, after } of duties)
    console.log(`${MOVE_LABELS[move]}\t${task}\t${agency}\t${before?.word ?? ''}\t${after?.word ?? ''}`);
}

function percent(rate: number | null): string {
  return rate === null ? '' : `${Math.round(rate * 1000) / 10}%`;
}
