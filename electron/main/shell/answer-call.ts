import type { z } from 'zod';
import { type ShellCallName, type ShellCalls, shellCalls } from '#shared/contract/shell.contract.ts';
import { AppError } from '#shared/errors.ts';
import { newIncident } from '../../incident.ts';
import type { ShellReply } from '../../ipc.ts';
import type { Log } from '../../log.ts';

/** What the shell does for each call of the contract; a missing handler is a type error. */
export type ShellHandlers = {
  readonly [Name in ShellCallName]: (
    params: z.output<ShellCalls[Name]['params']>,
  ) => Promise<z.output<ShellCalls[Name]['result']>>;
};

export const SHELL_CALL_NAMES = Object.keys(shellCalls) as readonly ShellCallName[]; // keys of a const object

/**
 * Answers one call of the page: is the sender our page, does the schema accept the params, then the handler.
 * A refusal is an answer with a code (FILE_NOT_GRANTED, BAD_PARAMS, CLOSING, …), never silence.
 *
 * @param isOurPage whether the message came from the main frame of our window, on our origin
 * @param params as they came
 */
export async function answerCall<Name extends ShellCallName>(
  name: Name,
  isOurPage: boolean,
  params: unknown,
  handlers: ShellHandlers,
  log: Log,
): Promise<ShellReply> {
  try {
    // SECURITY: a frame that is not our page gets nothing, not even the message what it did wrong.
    if (!isOurPage) throw new AppError('BAD_PARAMS', { path: 'sender' });
    const checked = shellCalls[name].params.safeParse(params);
    if (!checked.success) {
      throw new AppError('BAD_PARAMS', { path: checked.error.issues[0]?.path.join('.') || '参数' });
    }
    // The schema of this very name has just made these params; TypeScript cannot follow that through the union.
    const handler = handlers[name] as (params: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(checked.data) };
  } catch (error) {
    const known = error instanceof AppError ? error : unexpected(name, error, log);
    return { ok: false, error: { code: known.code, message: known.message, details: known.details } };
  }
}

function unexpected(name: ShellCallName, error: unknown, log: Log): AppError {
  const incident = newIncident();
  log.error(`incident ${incident} in shell.${name}`, error);
  return new AppError('INTERNAL', { incident }, { cause: error });
}
