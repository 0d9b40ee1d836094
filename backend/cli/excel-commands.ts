import fs from 'node:fs';
import { type Command, Option } from 'commander';
import { PAPERS, type Paper } from '#shared/domain/layout.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { agencyOf, type Client, finish, periodOf, printJson, ticketOf, withDataFile } from './session.ts';

type ExportOptions = {
  readonly plan?: string;
  readonly layout: string;
  readonly period?: string;
  readonly paper?: Paper;
  readonly agency?: string;
  readonly withLights?: true;
  readonly out: string;
  readonly today?: string;
  readonly json?: true;
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
  withTodayOption(withPlanOption(program.command('export')))
    .description('write a table for superiors: a workbook, or into a folder one for each agency of a split layout')
    .argument('<file.db>')
    .requiredOption('--layout <name>', 'key or name, as `layouts` prints them')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .addOption(new Option('--paper <paper>', "instead of the layout's own").choices(PAPERS))
    .option('--agency <name>', 'only this agency')
    .option('--with-lights', 'marks of the matrix with the lights of the period')
    .requiredOption('--out <file.xlsx|folder>', 'what does not end in .xlsx is a folder')
    .option('--json', 'for programs')
    .action(async (file: string, options: ExportOptions) => {
      const written = await withDataFile(file, (client) => exportTables(client, options), options.today);
      for (const { notice } of written) if (notice !== undefined) console.error(notice);
      if (options.json) printJson(written);
      else for (const { fileName, rows } of written) console.log(`${fileName}\t${rows}`);
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
      if (options.json) printJson(written);
      else if (written.length === 0) console.error('没有需要发出的填报表');
      else for (const form of written) console.log(`${form.fileName}\t${form.rows}`);
    });
}

async function exportTables(client: Client, options: ExportOptions): Promise<readonly ExportedFile[]> {
  const overview = await overviewOf(client, options.plan);
  const { layout, paper, agency, out } = options;
  const input = {
    planId: overview.plan.id,
    layout,
    periodId: periodOf(overview, options.period).id,
    ...(paper === undefined ? {} : { paper }),
    ...(agency === undefined ? {} : { agencyIds: [agencyOf(overview, agency).id] }),
    ...(options.withLights === undefined ? {} : { withLights: true }),
  };
  // A file that is there is named as a file, whatever its ending.
  if (/\.xlsx$/iu.test(out) || fs.statSync(out, { throwIfNoEntry: false })?.isFile() === true)
    return [await finish(await client.exports.table({ ...input, file: ticketOf(out, 'export') }))];
  await client.layout.get({ layout });
  makeFolder(out);
  return finish(await client.exports.tables({ ...input, folder: ticketOf(out, 'forms') }));
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new AppError('FOLDER_READ_ONLY', { folder }, { cause });
  }
}
