import fs from 'node:fs';
import { type Command, Option } from 'commander';
import { LAYOUTS, type Layout, PAPERS, type Paper } from '#shared/domain/layout.ts';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { printStep } from './data-commands.ts';
import { agencyOf, type Client, finish, periodOf, printJson, Refusal, ticketOf, withDataFile } from './session.ts';

type ExportOptions = {
  readonly plan?: string;
  readonly layout: Layout;
  readonly period?: string;
  readonly paper?: Paper;
  readonly out: string;
};
type FormsOptions = { readonly plan?: string; readonly period: string; readonly out: string; readonly agency?: string };
type ReturnsOptions = { readonly plan?: string; readonly accept?: 'safe' | 'all'; readonly json?: true };

/** `export`, `forms`, `returns`: workbooks out and in. */
export function registerExcelCommands(program: Command): void {
  withPlanOption(program.command('export'))
    .description('write a table for superiors')
    .argument('<file.db>')
    .addOption(new Option('--layout <layout>').choices(LAYOUTS).makeOptionMandatory())
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .addOption(new Option('--paper <paper>').choices(PAPERS))
    .requiredOption('--out <file.xlsx>')
    .action(async (file: string, options: ExportOptions) => {
      const written = await withDataFile(file, async (client) => {
        const overview = await overviewOf(client, options.plan);
        const period = periodOf(overview, options.period);
        const { layout, paper } = options;
        const input = { planId: overview.plan.id, layout, periodId: period.id, file: ticketOf(options.out, 'export') };
        return finish(await client.exports.table(paper === undefined ? input : { ...input, paper }));
      });
      console.log(`${written.fileName}\t${written.rows}`);
    });

  withPlanOption(program.command('forms'))
    .description('write the forms that agencies fill in, one workbook each')
    .argument('<file.db>')
    .requiredOption('--period <label>', 'such as 2021-10')
    .requiredOption('--out <folder>')
    .option('--agency <name>', 'only this agency')
    .action(async (file: string, options: FormsOptions) => {
      const written = await withDataFile(file, async (client) => {
        const overview = await overviewOf(client, options.plan);
        const period = periodOf(overview, options.period);
        makeFolder(options.out);
        const input = { periodId: period.id, folder: ticketOf(options.out, 'forms') };
        const chosen = options.agency === undefined ? {} : { agencyIds: [agencyOf(overview, options.agency).id] };
        return finish(await client.forms.send({ ...input, ...chosen }));
      });
      for (const form of written) console.log(`${form.fileName}\t${form.rows}`);
    });

  withPlanOption(program.command('returns'))
    .description('compare returned forms with what was sent and what stands; writes only with --accept')
    .argument('<file.db>')
    .argument('<files...>', 'returned workbooks')
    .addOption(
      new Option('--accept <which>', 'safe: only cells nobody else changed; all: conflicts too, taking theirs').choices(
        ['safe', 'all'],
      ),
    )
    .option('--json', 'for programs')
    .action(async (file: string, files: string[], options: ReturnsOptions) =>
      withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        const review = await finish(
          await client.returns.review({ planId: plan.id, files: files.map((name) => ticketOf(name, 'read')) }),
        );
        const step = await acceptReview(client, review, options.accept);
        if (options.json) printJson({ ...review, step });
        else {
          printReview(review);
          if (step) printStep(step);
        }
        const [first] = review.files;
        if (first?.refusal && review.files.every((reviewed) => reviewed.refusal)) throw new Refusal(first.refusal);
      }),
    );
}

/** Takes in what was asked for; `null` for a dry run, or when every file was refused. */
async function acceptReview(
  client: Client,
  review: ReturnReview,
  which: 'safe' | 'all' | undefined,
): Promise<StepReport | null> {
  if (which === undefined || review.files.every((file) => file.refusal)) return null;
  const accept = review.files
    .flatMap((file) => file.items)
    .filter((item) => item.state === 'proposed' || (item.state === 'conflict' && which === 'all'))
    .map((item) => item.id);
  return client.returns.accept({ reviewId: review.reviewId, accept });
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new AppError('FOLDER_READ_ONLY', { folder }, { cause });
  }
}

function printReview(review: ReturnReview): void {
  for (const file of review.files) {
    console.log(`${file.fileName}\t${file.agencyName}\t${file.periodLabel}`);
    if (file.refusal) console.log(`  拒收\t${file.refusal.message}`);
    for (const note of file.notes) console.log(`  提示\t${note}`);
    for (const item of file.items) {
      const state = { proposed: '采用', conflict: '冲突', unreadable: '无法识别' }[item.state];
      const field = PROGRESS_FIELD_LABELS[item.field];
      console.log(`  ${state}\t第 ${item.taskNumber} 项\t${field}\t${item.ours} → ${item.theirs}\t${item.doubt}`);
    }
  }
}
