import { type Command, InvalidArgumentError } from 'commander';
import { YEAR_CHANGE_LABELS, YEAR_STATE_LABELS, type YearComparison, type YearItem } from '#shared/domain/year.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { printStep, wholeNumber } from './data-commands.ts';
import { type Client, finish, printJson, ticketOf, withDataFile } from './session.ts';

/** `year new` and `year compare`: a new year from an old one. */
export function registerYearCommands(program: Command): void {
  const year = program.command('year').description('a new year from an old one, and both beside each other');

  withPlanOption(year.command('new'))
    .description('make the plan of the next year in the same data file, from its document or without one yet; one step')
    .argument('<file.db>')
    .option('--document <file>', 'the new document, as for plan read; left out, the old tasks are taken over')
    .option('--year <year>', 'without a document: which year; left out, the next', wholeNumber)
    .option('--title <words>', 'without a document: left out, the old title with the new year in it')
    .option(
      '--links <numbers>',
      'with a document: which old task a new one goes on with, NEW=OLD or NEW=none, as 3=5,7=none',
      linksOf,
    )
    .option('--dry-run', 'only say what it would be; nothing is written')
    .option('--json', 'for programs')
    .action(async (file: string, options: NewOptions) => {
      const made = await withDataFile(file, (client) => newYear(client, options));
      if ('items' in made) printComparison(made, options.json);
      else if (options.json) printJson({ step: made.stepId, label: made.label, plan: made.planId });
      else printStep(made);
    });

  withPlanOption(year.command('compare'))
    .description('a plan beside the one of the year before: carried, changed, new, dropped, targets up and down')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: { plan?: string; json?: true }) => {
      const comparison = await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        return client.year.compare({ planId: plan.id });
      });
      printComparison(comparison, options.json);
    });
}

type NewOptions = {
  readonly plan?: string;
  readonly document?: string;
  readonly year?: number;
  readonly title?: string;
  readonly links?: readonly Link[];
  readonly dryRun?: true;
  readonly json?: true;
};

/** A task of the new document and the number of the old one it goes on with; `null`: with none. */
type Link = { readonly number: number; readonly previous: number | null };

/** Commander's reader of 3=5,7=none. */
function linksOf(text: string): readonly Link[] {
  return text.split(/[,，、\s]+/u).map((word) => {
    const [, number, previous] = /^(\d+)=(\d+|none)$/u.exec(word) ?? [];
    if (number === undefined) throw new InvalidArgumentError('NEW=OLD, as 3=5,7=none');
    return { number: Number(number), previous: previous === 'none' ? null : Number(previous) };
  });
}

async function newYear(client: Client, options: NewOptions) {
  const overview = await overviewOf(client, options.plan);
  const { plan } = overview;
  const planId = plan.id;
  if (options.document === undefined) {
    const copy = { planId, year: options.year ?? plan.year + 1 };
    if (options.dryRun) return client.year.proposeCopy(copy);
    return client.year.copy({ ...copy, ...(options.title === undefined ? {} : { title: options.title }) });
  }
  const source = { kind: 'file', file: ticketOf(options.document, 'read') } as const;
  const { reviewId, reading, agencies } = await finish(await client.plan.readDocument({ source }));
  const drafts = agencies.map(({ name, shortName, kind, aliases, members }) => {
    return { name, shortName, kind, aliases, members };
  });
  const old = await client.matrix.read({ periodId: overview.currentPeriodId });
  const links = (options.links ?? []).map(({ number, previous }) => {
    if (previous === null) return { number, taskId: null };
    const task = old.find((each) => each.number === previous);
    if (!task) throw new AppError('TASK_UNKNOWN', { number: previous });
    return { number, taskId: task.id };
  });
  const reviewed = { planId, reviewId, reading, agencies: drafts, links };
  return options.dryRun ? client.year.propose(reviewed) : client.year.begin(reviewed);
}

function printComparison(comparison: YearComparison, json: true | undefined): void {
  if (json) {
    printJson({ ...comparison, items: comparison.items.map(itemForPrograms) });
    return;
  }
  const { previousYear, year, counts, items } = comparison;
  const { carried, changed, dropped } = counts;
  console.log(
    `${previousYear} → ${year}：延续 ${carried}，延续有变 ${changed}，新增 ${counts.new}，不再列入 ${dropped}`,
  );
  for (const { state, before, after, changes, note } of items) {
    const numbers = `${before?.number ?? '－'}→${after?.number ?? '－'}`;
    const what = changes.map(({ kind, trend }) => YEAR_CHANGE_LABELS[kind] + (trend === null ? '' : TRENDS[trend]));
    const words = [what.join('、'), note].filter((part) => part !== '').join('；');
    const title = after?.title ?? before?.title ?? '';
    console.log([numbers, YEAR_STATE_LABELS[state], title, before?.ending.words ?? '', words].join('\t'));
  }
}

const TRENDS = { up: '↑', down: '↓' } as const;

/** Tasks by their numbers, as in every other answer for programs. */
function itemForPrograms({ before, after, ...item }: YearItem) {
  return {
    task: after?.number ?? null,
    title: after?.title ?? null,
    previousTask: before?.number ?? null,
    previousTitle: before?.title ?? null,
    ending: before?.ending ?? null,
    ...item,
  };
}
