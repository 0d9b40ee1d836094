import fs from 'node:fs';
import { type Command, Option } from 'commander';
import { LAYOUTS, type Layout, PAPERS, type Paper } from '#shared/domain/layout.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { agencyOf, finish, periodOf, ticketOf, withDataFile } from './session.ts';

type ExportOptions = {
  readonly plan?: string;
  readonly layout: Layout;
  readonly period?: string;
  readonly paper?: Paper;
  readonly out: string;
};
type FormsOptions = {
  readonly plan?: string;
  readonly period: string;
  readonly out: string;
  readonly agency?: string;
  readonly missingOnly?: true;
  readonly allPlans?: true;
  readonly json?: true;
  readonly today?: string;
};

/** `export`, `forms`: workbooks out. */
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

  withTodayOption(withPlanOption(program.command('forms')))
    .description('write the forms that agencies fill in, one workbook each')
    .argument('<file.db>')
    .requiredOption('--period <label>', 'such as 2021-10')
    .requiredOption('--out <folder>')
    .option('--agency <name>', 'only this agency')
    .option('--missing-only', 'only agencies that have not reported everything for the period')
    .option('--all-plans', 'one form over all plans of the file that have such a period')
    .option('--json', 'what was written, with version, recipient and reason')
    .action(async (file: string, options: FormsOptions) => {
      const written = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const period = periodOf(overview, options.period);
          makeFolder(options.out);
          const input = { periodId: period.id, folder: ticketOf(options.out, 'forms') };
          const chosen = options.agency === undefined ? {} : { agencyIds: [agencyOf(overview, options.agency).id] };
          const { missingOnly, allPlans } = options;
          const how = { ...(missingOnly ? { missingOnly } : {}), ...(allPlans ? { allPlans } : {}) };
          return finish(await client.forms.send({ ...input, ...chosen, ...how }));
        },
        options.today,
      );
      if (options.json) return void console.log(JSON.stringify(written, null, 2));
      for (const form of written) console.log(`${form.fileName}\t${form.rows}`);
    });
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new AppError('FOLDER_READ_ONLY', { folder }, { cause });
  }
}
