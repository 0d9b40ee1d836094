// What went out, made up for the run of random commands.
import { recordExport, setSentTo } from '#db/commands/export.commands.ts';
import { newestStep } from '#db/queries/export.queries.ts';
import { type SendingId, SendingIdSchema } from '#shared/domain/ids.ts';
import { SENDING_KINDS, type SentFile } from '#shared/domain/sending.ts';
import { AT, MADE, nth, PLAN, type TestWorld } from '#tests/helpers/a-plan.ts';
import { anAgencyFromTheStart, type Command, type Pick, rows } from './at-random.ts';

function aFile(world: TestWorld, pick: Pick): SentFile {
  return {
    ...{
      kind: nth(SENDING_KINDS, pick(3)),
      what: `表${pick(3)}`,
      planId: PLAN,
      periodId: nth(world.periodIds, pick(12)),
    },
    agencyId: pick(2) === 0 ? null : (anAgencyFromTheStart(world, pick) ?? null),
    ...{ request: { call: 'exports.table', input: { layout: 'ledger' } }, fileName: `表${pick(9)}.xlsx` },
    ...{ sha256: String(pick(10)).repeat(64), bytes: pick(9), rows: pick(9), notices: pick(2) === 0 ? [] : ['已截断'] },
    state: { stepId: newestStep(world.db), on: AT.slice(0, 10) },
  };
}

const record: Command = (world, pick) =>
  recordExport(
    world.db,
    Array.from({ length: 1 + pick(2) }, () => aFile(world, pick)),
    MADE,
  );

function aSending(world: TestWorld, pick: Pick): SendingId {
  const ids = (): readonly { readonly id: number }[] => rows(world, 'SELECT id FROM export ORDER BY id');
  if (ids().length === 0) record(world, pick);
  return SendingIdSchema.parse(nth(ids(), pick(ids().length)).id);
}

export const SENDING_COMMANDS: Readonly<Record<string, Command>> = {
  recordExport: record,
  setSentTo: (world, pick) => setSentTo(world.db, aSending(world, pick), `市食安办${pick(3)}`, MADE),
};
