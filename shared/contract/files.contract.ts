import { z } from 'zod';
import type { ForeignKind } from '#shared/domain/foreign-kind.ts';
import { FileTicketSchema, longCall, read } from './call.ts';

/** Files from outside, before it is known what they are. */
export const filesContract = {
  /** What each file is, told by what it holds and not by its name; in the order of the files. */
  tellKinds: read
    .input(z.strictObject({ files: z.array(FileTicketSchema).min(1).max(500) }))
    .output(longCall<readonly ForeignKind[]>()),
};
