import { type Command, InvalidArgumentError } from 'commander';
import { type SendingId, SendingIdSchema } from '#shared/domain/ids.ts';
import { SENDING_KIND_LABELS, type SendingView } from '#shared/domain/sending.ts';
import type { SendingComparison } from '#shared/domain/sending-comparison.ts';
import { finish, printJson, ticketOf, withDataFile } from './session.ts';

type Json = { readonly json?: true };

/** `exports`: the log of what went out. */
export function registerExportLogCommands(program: Command): void {
  const exports = program.command('exports').description('the log of exports: what went out, when, in which state');

  exports
    .command('list')
    .description('what went out, newest first')
    .argument('<file.db>')
    .option('--period <label>', 'only of this period')
    .option('--json', 'for programs')
    .action(async (file: string, { period, json }: Json & { readonly period?: string }) => {
      const all = await withDataFile(file, (client) => client.sendings.list());
      const sendings = all.filter((sending) => period === undefined || sending.period === period);
      if (json) return printJson(sendings.map(shown));
      for (const sending of sendings) console.log(line(sending));
    });

  exports
    .command('compare')
    .description('what changed between two entries of the log, or between one and now')
    .argument('<file.db>')
    .argument('<before>', 'number of an entry', sendingNumber)
    .argument('[after]', 'number of an entry, or now', afterNumber, null)
    .option('--json', 'for programs')
    .action(async (file: string, before: SendingId, after: SendingId | null, { json }: Json) => {
      const comparison = await withDataFile(file, (client) => client.sendings.compare({ before, after }));
      if (json) return printJson(comparison);
      for (const text of lines(comparison)) console.log(text);
    });

  exports
    .command('which')
    .description('which entry of the log a file is, and whether it was changed since')
    .argument('<file.db>')
    .argument('<file.xlsx>')
    .option('--json', 'for programs')
    .action(async (file: string, held: string, { json }: Json) => {
      const found = await withDataFile(file, (client) => client.sendings.which({ file: ticketOf(held, 'read') }));
      if (json) return printJson({ ...found, sendings: found.sendings.map(shown) });
      console.log(found.state);
      for (const sending of found.sendings) console.log(line(sending));
    });

  exports
    .command('again')
    .description('write an entry of the log once more, in the state it showed then')
    .argument('<file.db>')
    .argument('<entry>', 'number of an entry', sendingNumber)
    .requiredOption('--out <file.xlsx>')
    .action(async (file: string, sendingId: SendingId, { out }: { readonly out: string }) => {
      const written = await withDataFile(file, async (client) =>
        finish(await client.sendings.sendAgain({ sendingId, file: ticketOf(out, 'export') })),
      );
      console.log(`${written.fileName}\t${written.rows}`);
      if (written.notice) console.error(written.notice);
    });

  exports
    .command('sent-to')
    .description('say to whom an entry of the log went')
    .argument('<file.db>')
    .argument('<entry>', 'number of an entry', sendingNumber)
    .argument('<words>', 'empty: nobody has said')
    .action(async (file: string, sendingId: SendingId, sentTo: string) => {
      const step = await withDataFile(file, (client) => client.sendings.setSentTo({ sendingId, sentTo }));
      console.log(step.label);
    });
}

/** An entry for programs. */
function shown({ state, ...sending }: SendingView) {
  return { ...sending, stateStep: state.stepId, stateDay: state.on };
}

function line({ id, sentAt, kind, what, period, fileName, sentTo }: SendingView): string {
  return [id, sentAt, SENDING_KIND_LABELS[kind], what, period, fileName, sentTo].join('\t');
}

function lines({ same, changed, added, removed, columnsAdded, columnsRemoved }: SendingComparison): readonly string[] {
  if (same) return ['没有变化'];
  return [
    ...columnsAdded.map((column) => `新增列\t${column}`),
    ...columnsRemoved.map((column) => `减少列\t${column}`),
    ...added.map(({ row }) => `新增\t${row}`),
    ...removed.map(({ row }) => `减少\t${row}`),
    ...changed.map((cell) => `改动\t${cell.row}\t${cell.column}\t${onOneLine(cell.before)}\t${onOneLine(cell.after)}`),
  ];
}

/** A cell's text among others on one line. */
function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}

function sendingNumber(text: string): SendingId {
  const read = SendingIdSchema.safeParse(Number(text));
  if (!read.success) throw new InvalidArgumentError('a number of exports list');
  return read.data;
}

function afterNumber(text: string): SendingId | null {
  return text === 'now' ? null : sendingNumber(text);
}
