import { made } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { addVerifications, removeVerification } from '#db/commands/verification.commands.ts';
import { reportStep } from '../step-report.ts';
import { listVerificationLines } from './list-verifications.ts';

export const verificationHandlers = {
  list: os.verification.list.handler(({ context, input }) => listVerificationLines(context, input)),
  add: os.verification.add.handler(({ context, input }) =>
    reportStep(context.db, addVerifications(context.db, input.verifications, made(context, 'typed'))),
  ),
  remove: os.verification.remove.handler(({ context, input }) =>
    reportStep(context.db, removeVerification(context.db, input.id, made(context, 'typed'))),
  ),
};
