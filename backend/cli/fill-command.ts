import fs from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import type { FilledTemplate } from '#shared/domain/template.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { isoDay } from './iso-day.ts';
import { agencyOf, type Client, finish, periodOf, printJson, ticketOf, withDataFile } from './session.ts';
import { mappingFrom } from './template-commands.ts';

type FillOptions = {
  readonly plan?: string;
  readonly template: string;
  readonly period?: string;
  readonly out: string;
  readonly mapping?: string;
  readonly scope: string;
  readonly today?: string;
  readonly json?: true;
};

/** `fill`: a superior's form, filled. */
export function registerFillCommand(program: Command): void {
  withPlanOption(program.command('fill'))
    .description("fill a superior's form; everything in it that is not filled stays as it is")
    .argument('<file.db>')
    .requiredOption('--template <form.xlsx>', 'the form, or the name of a remembered one')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .requiredOption('--out <file.xlsx>', 'where the filled form goes; the form itself stays as it is')
    .option('--mapping <mapping.json>', 'as `template read --json` prints it; left out, what is read and sure')
    .option('--scope <all|lead|agency>', "all reports, those of each task's lead, or those of one agency", 'all')
    .option('--today <date>', 'the day it is filled in; left out, today', isoDay)
    .option('--json', 'for programs')
    .action(async (file: string, options: FillOptions) => {
      const work = (client: Client) => fillWith(client, options);
      const { filledRows, filledCells, sheet, notes, ...more } = await withDataFile(file, work, options.today);
      if (options.json) printJson({ filledRows, filledCells, sheet, notes, ...more });
      else {
        console.log([more.fileName, sheet, filledRows, filledCells].join('\t'));
        for (const note of notes) console.error(note);
      }
    });
}

async function fillWith(client: Client, options: FillOptions): Promise<FilledTemplate> {
  const overview = await overviewOf(client, options.plan);
  const { scope } = options;
  const events = await client.template.fill({
    planId: overview.plan.id,
    periodId: periodOf(overview, options.period).id,
    template: await formOf(client, options),
    scope: scope === 'all' || scope === 'lead' ? scope : { agencyId: agencyOf(overview, scope).id },
    out: ticketOf(options.out, 'export'),
  });
  return finish(events);
}

type Form = Parameters<Client['template']['fill']>[0]['template'];

/** A path goes before a name: what stands there is what is meant. */
async function formOf(client: Client, { template, mapping }: FillOptions): Promise<Form> {
  if (!fs.existsSync(template)) {
    const kept = (await client.template.list({})).find(({ name }) => name === template);
    if (kept) return { templateId: kept.id };
  }
  const file = ticketOf(path.resolve(template), 'read');
  return mapping === undefined ? { file } : { file, mapping: mappingFrom(mapping) };
}
