import { describe, expect, it } from 'vitest';
import { toAppError } from '#renderer/bridge/app-error.ts';
import { followLongCall } from '#renderer/bridge/long-call.ts';
import type { LongCallEvent } from '#shared/contract/call.ts';
import { toWireError } from '#shared/contract/wire-error.ts';
import { AppError } from '#shared/errors.ts';

describe('a failure that crossed a border', () => {
  it('from the backend is the AppError that was thrown there, sentence and all', () => {
    const thrown = new AppError('NOT_ASSIGNED', { agency: '县林业局', number: 5 });
    const rebuilt = toAppError(toWireError(thrown));
    expect(rebuilt).toMatchObject({ code: 'NOT_ASSIGNED', message: thrown.message });
  });

  it('from the desktop shell, a plain object, becomes an AppError again', () => {
    const rebuilt = toAppError({ code: 'FOLDER_READ_ONLY', message: '', details: { folder: 'D:\\' } });
    expect(rebuilt).toBeInstanceOf(AppError);
    expect(rebuilt.message).toContain('“D:\\”');
  });

  it('of an unknown kind is INTERNAL with something to read out', () => {
    expect(toAppError(new TypeError('x is not a function'))).toMatchObject({ code: 'INTERNAL' });
    expect(toAppError({ code: 'NO_SUCH_CODE' }).code).toBe('INTERNAL');
    expect(toAppError(undefined).code).toBe('INTERNAL');
  });

  it('of a stopped work is CANCELLED', () => {
    expect(toAppError(new DOMException('stopped', 'AbortError')).code).toBe('CANCELLED');
  });
});

describe('following a long call', () => {
  async function* events(...list: readonly LongCallEvent<string>[]) {
    yield* list;
  }

  it('tells each step and ends with the result', async () => {
    const seen: string[] = [];
    const result = await followLongCall(
      events(
        { kind: 'progress', done: 1, total: 2, label: '县公安局' },
        { kind: 'progress', done: 2, total: 2, label: '县林业局' },
        { kind: 'result', result: '完' },
      ),
      ({ done, total, label }) => seen.push(`${done}/${total} ${label}`),
    );
    expect(result).toBe('完');
    expect(seen).toEqual(['1/2 县公安局', '2/2 县林业局']);
  });

  it('that ended without a result was cancelled', async () => {
    const ended = followLongCall(events({ kind: 'progress', done: 1, total: 2, label: '' }), () => undefined);
    await expect(ended).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
