import type { Command } from 'commander';
import { SUMMARY_PARTS } from '#shared/domain/summary.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep, wholeNumber } from './data-commands.ts';
import { agencyOf, periodOf, printJson, taskOf, withDataFile } from './session.ts';

type SummaryOptions = {
  readonly plan?: string;
  readonly today?: string;
  readonly task: number;
  readonly period: string;
  readonly agency?: string;
  readonly fresh?: true;
  readonly adopt?: true;
  readonly json?: true;
};

/** `summary`: the lead's summary of a task for a period, and taking it over. */
export function registerSummaryCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('summary')))
    .description("put the lead's summary together from the entries of the others, each sentence with its source")
    .argument('<file.db>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .requiredOption('--period <label>', 'such as 2021-10')
    .option('--agency <name>', 'the lead it is for; left out, the first of the task')
    .option('--fresh', 'a draft made now, also where one was saved')
    .option('--adopt', "write it into the lead's entry; one step")
    .option('--json', 'for programs')
    .action((file: string, options: SummaryOptions) =>
      withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const taskId = await taskOf(client, overview, options.task);
          const { id: periodId } = periodOf(overview, options.period);
          const lead = options.agency === undefined ? {} : { agencyId: agencyOf(overview, options.agency).id };
          const place = { taskId, periodId, ...lead };
          const summary = await client.summary.draft({ ...place, fresh: options.fresh === true });
          const sentences = summary.sentences.map(({ stale: _, ...sentence }) => ({
            ...sentence,
            sources: [...sentence.sources],
          }));
          const step = options.adopt ? await client.summary.adopt({ ...place, sentences }) : null;
          const names = new Map(overview.agencies.map(({ id, name }) => [id, name]));
          const told = summary.sentences.map((sentence) => ({
            ...sentence,
            sources: sentence.sources.map((source) => ({ ...source, agency: names.get(source.agencyId) ?? '' })),
          }));
          if (options.json) return printJson({ ...summary, sentences: told, step });
          for (const part of SUMMARY_PARTS) {
            for (const { text, sources } of told.filter((sentence) => sentence.part === part)) {
              console.log([part, text, sources.map(({ agency }) => agency).join('、')].join('\t'));
            }
          }
          if (step) printStep(step);
        },
        options.today,
      ),
    );
}
