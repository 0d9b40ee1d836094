import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import {
  fieldsAsked,
  TEMPLATE_FIELD_LABELS,
  type TemplateMapping,
  TemplateMappingSchema,
  type TemplateReading,
  type TemplateView,
} from '#shared/domain/template.ts';
import { AppError } from '#shared/errors.ts';
import { foundIn } from '../cases/template/read-template.ts';
import { withIntake } from '../intake/with-intake.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { printMade } from './data-commands.ts';
import { type Client, printJson, ticketOf, withDataFile } from './session.ts';

type ReadOptions = {
  readonly sheet?: string;
  readonly example?: string;
  readonly db?: string;
  readonly plan?: string;
  readonly json?: true;
};
type RememberOptions = { readonly name: string; readonly mapping?: string; readonly json?: true };

/** `template read|list|remember|forget`: forms of a superior. */
export function registerTemplateCommands(program: Command): void {
  const template = program.command('template').description("a superior's own form: what it asks for");
  withPlanOption(template.command('read'))
    .description('print title, unit line, head rows, first body row and what each column asks for; writes nothing')
    .argument('<form.xlsx>', 'or .xlsm, empty or with rows in it')
    .option('--sheet <name>', 'the sheet that is meant; left out, the one that says most')
    .option('--example <file>', 'the same form, filled in: what its columns hold settles what is in doubt')
    .option(
      '--db <file.db>',
      'the data file whose values the example is compared with, and what it remembers of the form',
    )
    .option('--json', 'for programs')
    .action(async (file: string, options: ReadOptions) => {
      const mapping = foundIn(await readForm(file, options));
      if (options.json) printJson(mapping);
      else printMapping(mapping);
    });

  template
    .command('list')
    .description('print the forms that the data file remembers')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: { readonly json?: true }) => {
      const templates = await withDataFile(file, (client) => client.template.list({}));
      if (options.json) printJson(templates);
      else for (const { name, fileName, mapping } of templates) console.log([name, fileName, mapping.sheet].join('\t'));
    });

  template
    .command('remember')
    .description('keep a form and what its columns ask for; in the place of one of that name')
    .argument('<file.db>')
    .argument('<form.xlsx>')
    .requiredOption('--name <name>', 'what it is called from now on')
    .option('--mapping <mapping.json>', 'as `template read --json` prints it; left out, what is read')
    .option('--json', 'for programs')
    .action((file: string, form: string, options: RememberOptions) =>
      withDataFile(file, async (client) => {
        const ticket = ticketOf(form, 'read');
        const read = await client.template.read({ file: ticket });
        const mapping = options.mapping === undefined ? foundIn(read) : mappingFrom(options.mapping);
        const known = (await client.template.list({})).find(({ name }) => name === options.name);
        const place = known === undefined ? {} : { templateId: known.id };
        printMade(await client.template.save({ ...place, name: options.name, file: ticket, mapping }), options);
      }),
    );

  template
    .command('forget')
    .description('remove a remembered form; one step, which can be undone')
    .argument('<file.db>')
    .requiredOption('--name <name>', 'as `template list` prints it')
    .option('--json', 'for programs')
    .action((file: string, options: { readonly name: string; readonly json?: true }) =>
      withDataFile(file, async (client) => {
        const { id } = await templateNamed(client, options.name);
        printMade(await client.template.remove({ templateId: id }), options);
      }),
    );
}

/** A remembered form by its name. @throws AppError TEMPLATE_GONE */
async function templateNamed(client: Client, name: string): Promise<TemplateView> {
  const found = (await client.template.list({})).find((template) => template.name === name);
  if (found === undefined) throw new AppError('TEMPLATE_GONE');
  return found;
}

async function readForm(file: string, { sheet, example, db, plan }: ReadOptions): Promise<TemplateReading> {
  const place = sheet === undefined ? {} : { place: { sheet } };
  if (db === undefined) {
    const filled = example === undefined ? {} : { example: path.resolve(example) };
    const read = await withIntake((intake) => intake.readTemplate(path.resolve(file), { ...place, ...filled }));
    return { ...read, known: null };
  }
  return await withDataFile(db, async (client) => {
    const planId = (await overviewOf(client, plan)).plan.id;
    const filled = example === undefined ? {} : { example: ticketOf(example, 'read') };
    return client.template.read({ file: ticketOf(file, 'read'), planId, ...place, ...filled });
  });
}

/** A mapping that was written down as JSON. @throws AppError FILE_MISSING, FILE_UNREADABLE, BAD_PARAMS */
export function mappingFrom(file: string): TemplateMapping {
  const name = path.basename(file);
  if (!fs.existsSync(file)) throw new AppError('FILE_MISSING', { file: name });
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('FILE_UNREADABLE', { file: name, reason: '' }, { cause });
  }
  try {
    return TemplateMappingSchema.parse(JSON.parse(text.replace(/^\u{FEFF}/u, '')));
  } catch (cause) {
    throw new AppError('BAD_PARAMS', { path: name }, { cause });
  }
}

function printMapping({ sheet, titleCell, unitCell, headRows, bodyRow, columns, notes = [] }: TemplateMapping): void {
  console.log(`${sheet}\t${titleCell ?? ''}\t${unitCell ?? ''}\t${headRows.join('-')}\t${bodyRow}`);
  for (const { column, head, field, sure, note = '' } of columns) {
    const meaning = fieldsAsked(field)
      .map((asked) => TEMPLATE_FIELD_LABELS[asked])
      .join('、');
    console.log([column, head, meaning === '' ? '不填' : meaning, sure ? '' : '待核对', note].join('\t'));
  }
  for (const note of notes) console.error(note);
}
