import path from 'node:path';
import { pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { type ForeignKind, kindByName } from '#shared/domain/foreign-kind.ts';
import { AppError } from '#shared/errors.ts';

export const filesHandlers = {
  tellKinds: os.files.tellKinds.handler(({ context, input, signal }) =>
    runLongCall<readonly ForeignKind[]>(context, 'files.tellKinds', async function* (progress) {
      const kinds: ForeignKind[] = [];
      for (const [index, ticket] of input.files.entries()) {
        const file = pathOf(context, ticket, 'read');
        const fileName = path.basename(file);
        yield progress(index, input.files.length, fileName);
        try {
          kinds.push(await context.intake.tellKind(file, signal ? { signal } : {}));
        } catch (error) {
          if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
          // Its reader will say why: missing, locked, too large.
          kinds.push(kindByName(fileName));
        }
      }
      return kinds;
    }),
  ),
};
