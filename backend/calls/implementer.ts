import { randomInt } from 'node:crypto';
import { implement, ORPCError } from '@orpc/server';
import { toAppError } from '#db/sqlite-error.ts';
import { contract } from '#shared/contract/contract.ts';
import { toWireError } from '#shared/contract/wire-error.ts';
import { AppError } from '#shared/errors.ts';
import type { BackendContext } from './context.ts';
import { contextOfCall } from './looked-at.ts';

/** A call that takes longer is noted in the log by name, so that a slow office PC can be understood later. */
const SLOW_CALL_MS = 200;

/**
 * The contract with every call wrapped: steps wait for their turn, a call about the past gets the past, errors leave
 * with a code, slow calls leave a note.
 * The check of the params stands inside, so that a step is checked against what the steps before it have left.
 */
export const os = implement(contract)
  .$context<BackendContext>()
  .use(async ({ context, next, path, procedure, signal }) => {
    const started = performance.now();
    const { kind } = procedure['~orpc'].meta;
    try {
      return await context.calls.run(() => {
        const answer = () => {
          const ofCall = contextOfCall(context, kind, path);
          if (kind === 'step') return context.writes.run(() => next(), signal);
          return Promise.resolve(next({ context: ofCall }));
        };
        return context.rest?.run(context.asOf ? undefined : path.join('.'), answer) ?? answer();
      });
    } catch (error) {
      throw toClientError(error, context, path.join('.'));
    } finally {
      const ms = Math.round(performance.now() - started);
      if (ms > SLOW_CALL_MS) context.log.warn(`slow call ${path.join('.')}: ${ms} ms`);
    }
  });

/**
 * What a client is told of a failure: our codes as they are, refused params as BAD_PARAMS with the path to the
 * bad value, everything else as INTERNAL with a number that also stands in the log.
 */
export function toClientError(
  error: unknown,
  context: Pick<BackendContext, 'dataFile' | 'log'>,
  call: string,
): ORPCError<string, unknown> {
  const known = toAppError(error, context.dataFile);
  if (known instanceof AppError) return toWireError(known);
  if (known instanceof ORPCError) {
    return known.code === 'BAD_REQUEST'
      ? toWireError(new AppError('BAD_PARAMS', { path: badPath(known.data) }))
      : known;
  }
  if (known instanceof Error && known.name === 'AbortError') return toWireError(new AppError('CANCELLED'));
  const incident = randomInt(100_000, 1_000_000);
  context.log.error(`incident ${incident} in ${call}`, known);
  return toWireError(new AppError('INTERNAL', { incident }, { cause: known }));
}

/** `cells.0.role` from the schema library's list of issues. */
function badPath(data: unknown): string {
  const issues: unknown = typeof data === 'object' && data !== null && 'issues' in data ? data.issues : undefined;
  const first: unknown = Array.isArray(issues) ? issues[0] : undefined;
  const path: unknown = typeof first === 'object' && first !== null && 'path' in first ? first.path : undefined;
  return Array.isArray(path) && path.length > 0 ? path.join('.') : '参数';
}
