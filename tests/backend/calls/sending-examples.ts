import path from 'node:path';
import { PLAN } from '#tests/helpers/a-plan.ts';
import { finish, ticket } from '#tests/helpers/an-office.ts';
import type { ExamplesOf, World } from './a-world.ts';

/** A ledger that has gone out. */
async function aSending({ client, office, periodId }: World) {
  const file = ticket(path.join(office.folder, '发出的台账.xlsx'));
  const { sendingId } = await finish(await client.exports.table({ planId: PLAN, layout: 'ledger', periodId, file }));
  if (sendingId === undefined) throw new Error('not remembered');
  return { file, sendingId };
}

export const sendingExamples: ExamplesOf<'sendings'> = {
  list: async (w) => () => w.client.sendings.list(),
  compare: async (w) => {
    const { sendingId } = await aSending(w);
    return () => w.client.sendings.compare({ before: sendingId, after: null });
  },
  which: async (w) => {
    const { file } = await aSending(w);
    return () => w.client.sendings.which({ file });
  },
  sendAgain: async (w) => {
    const { sendingId } = await aSending(w);
    const file = ticket(path.join(w.office.folder, '再次导出.xlsx'));
    return async () => finish(await w.client.sendings.sendAgain({ sendingId, file }));
  },
  setSentTo: async (w) => {
    const { sendingId } = await aSending(w);
    return () => w.client.sendings.setSentTo({ sendingId, sentTo: '市食安办' });
  },
};
