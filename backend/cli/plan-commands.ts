import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { StepReport } from '#shared/domain/step.ts';
import { readDirectory } from '../cases/plan/create-data-file.ts';
import { withIntake } from '../intake/with-intake.ts';
import { readPhrase } from '../plan/read-phrase.ts';
import { printMade } from './data-commands.ts';
import { type Client, finish, printJson, SEEDS_FOLDER, ticketOf, withDataFile } from './session.ts';

/** `plan read` and `plan phrase`: the reader alone, no data file; `plans` and `plan add`: the plans of a data file. */
export function registerPlanCommands(program: Command): void {
  const plan = program.command('plan').description('read official documents, add their plans to a data file');

  plan
    .command('read')
    .description('read a document into sections, tasks, roles, targets and due rules')
    .argument(
      '<file>',
      'a work plan: .docx, .doc, .xlsx, .xls, .et, .pdf with text, or text in UTF-8, UTF-16 or GB18030',
    )
    .option('--json', 'for programs')
    .action(async (file: string, options: { json?: true }) => {
      const directory = readDirectory(SEEDS_FOLDER);
      const { reading } = await withIntake((intake) => intake.readDocument(path.resolve(file), { directory }));
      if (options.json) return printJson(reading);
      const roles = reading.tasks.flatMap((task) => task.responsibilities.flatMap((r) => r.roles));
      console.log(`${reading.title}（${reading.documentNumber}）`);
      console.log(`章节 ${reading.sections.length}，任务 ${reading.tasks.length}，责任 ${roles.length}`);
      for (const warning of reading.warnings) console.log(`· ${warning.message}`);
    });

  plan
    .command('phrase')
    .description('read responsibility phrases from standard input, one a line, into one JSON line each')
    .option('--json', 'for programs (the only form there is)')
    .action(async () => {
      const directory = readDirectory(SEEDS_FOLDER);
      const lines = (await text(process.stdin)).replace(/\r?\n$/u, '').split(/\r?\n/u);
      for (const line of lines) {
        const { roles, scope } = readPhrase(line, { directory });
        console.log(JSON.stringify({ roles: roles.map(({ agency, role }) => ({ agency, role })), scope }));
      }
    });

  plan
    .command('add')
    .description('add the plan of a document to a data file, with the agencies the file knows; one step')
    .argument('<file.db>')
    .argument('<document>', 'as for plan read')
    .option('--json', 'for programs')
    .action(async (file: string, document: string, options: { json?: true }) =>
      printMade(await withDataFile(file, (client) => addPlan(client, document)), options),
    );

  program
    .command('plans')
    .description('list the plans of a data file, the newest first')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: { json?: true }) => {
      const { plans } = await withDataFile(file, (client) => client.workspace.overview());
      if (options.json) return printJson(plans);
      for (const { id, year, title, documentNumber, archivedOn } of plans) {
        const archived = archivedOn === null ? '' : `\t已归档 ${archivedOn}`;
        console.log(`${id}\t${year}\t${title}\t${documentNumber}${archived}`);
      }
    });
}

/** Reads the document and adds it as it was read, as `init --plan` does. */
async function addPlan(client: Client, document: string): Promise<StepReport> {
  const source = { kind: 'file', file: ticketOf(document, 'read') } as const;
  const { reviewId, reading, agencies } = await finish(await client.plan.readDocument({ source }));
  const drafts = agencies.map(({ name, shortName, kind, aliases, members }) => {
    return { name, shortName, kind, aliases, members };
  });
  return client.plan.addToFile({ reviewId, reading, agencies: drafts });
}
