import type { Command } from 'commander';
import type { LayoutView } from '#shared/domain/layout-views.ts';
import { printMade } from './data-commands.ts';
import { printJson, ticketOf, withDataFile } from './session.ts';

type JsonOption = { readonly json?: true };

/** `layouts`, and `layout` for an office's own ones. */
export function registerLayoutCommands(program: Command): void {
  program
    .command('layouts')
    .description('list the layouts of tables for superiors: built-in and own')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: JsonOption) => {
      const layouts = await withDataFile(file, (client) => client.layout.list({}));
      if (options.json) printJson(layouts.map(plainLayout));
      else for (const { key, builtIn, def } of layouts) console.log(`${key}\t${def.name}\t${builtIn ? '' : '自有'}`);
    });

  const layout = program.command('layout').description('keep own layouts, carry them as files');

  layout
    .command('export')
    .description('write a layout as a file for another PC')
    .argument('<file.db>')
    .argument('<name>', 'key or name')
    .requiredOption('--out <file.json>')
    .action(async (file: string, name: string, options: { readonly out: string }) => {
      const written = await withDataFile(file, async (client) => {
        const { def } = await client.layout.get({ layout: name });
        return client.layout.writeFile({ def, file: ticketOf(options.out, 'export') });
      });
      console.log(`${written.fileName}\t${written.bytes}`);
    });

  layout
    .command('import')
    .description('keep the layout of such a file as an own one; one step')
    .argument('<file.db>')
    .argument('<file.json>')
    .option('--name <name>', 'instead of its own')
    .option('--json', 'for programs')
    .action(async (file: string, source: string, options: JsonOption & { readonly name?: string }) => {
      const report = await withDataFile(file, async (client) => {
        const read = await client.layout.readFile({ file: ticketOf(source, 'read') });
        return client.layout.save({ def: options.name === undefined ? read : { ...read, name: options.name } });
      });
      printMade(report, options);
    });

  layout
    .command('rename')
    .description('rename an own layout; one step')
    .argument('<file.db>')
    .argument('<name>', 'key or name')
    .argument('<new-name>')
    .option('--json', 'for programs')
    .action(async (file: string, name: string, newName: string, options: JsonOption) => {
      const report = await withDataFile(file, async (client) => {
        const { key, def } = await client.layout.get({ layout: name });
        return client.layout.save({ key, def: { ...def, name: newName } });
      });
      printMade(report, options);
    });

  layout
    .command('remove')
    .description('remove an own layout; one step')
    .argument('<file.db>')
    .argument('<name>', 'key or name')
    .option('--json', 'for programs')
    .action(async (file: string, name: string, options: JsonOption) => {
      const report = await withDataFile(file, async (client) => {
        const { key } = await client.layout.get({ layout: name });
        return client.layout.remove({ key });
      });
      printMade(report, options);
    });
}

/** A layout with its parts side by side, as programs read it. */
function plainLayout({ key, builtIn, def: { name, ...def } }: LayoutView) {
  return { key, name, builtIn, ...def };
}
