import { os } from '#backend/calls/implementer.ts';
import { readLedger } from './read-ledger.ts';

export const ledgerHandlers = {
  read: os.ledger.read.handler(({ context, input: { periodId, taskIds } }) => readLedger(context, periodId, taskIds)),
};
