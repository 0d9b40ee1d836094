import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { printMade, printStep, wholeNumber } from './data-commands.ts';
import { printJson, ticketOf, withDataFile } from './session.ts';

/** `calendar list`, `calendar import`, `calendar reset`. */
export function registerCalendarCommands(program: Command): void {
  const calendar = program.command('calendar').description('workdays and holidays, year by year');

  calendar
    .command('list')
    .description('the calendar that stands: what comes with the program, and the years this data file has itself')
    .argument('<file.db>')
    .option('--year <year>', 'only this year', wholeNumber)
    .option('--json', 'for programs')
    .action(async (file: string, options: { year?: number; json?: true }) => {
      const all = await withDataFile(file, (client) => client.calendar.list({}));
      const years = all.filter(({ year }) => options.year === undefined || year === options.year);
      if (options.json) return printJson(years);
      for (const { year, own, source, holidays, workdays } of years) {
        console.log(`${year}年\t${own ? '本文件' : '程序自带'}\t${source}`);
        for (const { name, from, to } of holidays) console.log(`\t休\t${from}～${to}\t${name}`);
        if (workdays.length > 0) console.log(`\t班\t${workdays.join('、')}`);
      }
    });

  calendar
    .command('import')
    .description('take holidays and worked weekends from a workbook, CSV, JSON, text or notice; one step')
    .argument('<file.db>')
    .argument('<calendar>', 'the file; - for the standard input')
    .option('--json', 'for programs')
    .action(async (file: string, source: string, options: { json?: true }) => {
      const { step, years } = await withDataFile(file, async (client) => {
        const years =
          source === '-'
            ? await client.calendar.readText({ text: readFileSync(0, 'utf8') })
            : await client.calendar.readFile({ file: ticketOf(source, 'read') });
        return { step: await client.calendar.set({ years: [...years] }), years };
      });
      if (options.json) printJson({ step: step.stepId, label: step.label, years });
      else printStep(step);
    });

  calendar
    .command('reset')
    .description('have a year again as it comes with the program; one step')
    .argument('<file.db>')
    .requiredOption('--year <year>', 'which', wholeNumber)
    .option('--json', 'for programs')
    .action(async (file: string, options: { year: number; json?: true }) => {
      const step = await withDataFile(file, (client) => client.calendar.reset({ year: options.year }));
      printMade(step, options);
    });
}
