import { expect, test } from 'vitest';
import { WriteQueue } from '#backend/calls/write-queue.ts';

test('turns run one after another, also when the first one waits', async () => {
  const queue = new WriteQueue();
  const seen: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = queue.run(async () => {
    seen.push('first begins');
    await gate.promise;
    seen.push('first ends');
  });
  const second = queue.run(() => seen.push('second'));
  await Promise.resolve();
  expect(seen).toEqual(['first begins']);
  gate.resolve();
  await Promise.all([first, second]);
  expect(seen).toEqual(['first begins', 'first ends', 'second']);
});

test('a turn that fails is told to its own caller only', async () => {
  const queue = new WriteQueue();
  const failed = queue.run(() => {
    throw new Error('refused');
  });
  const next = queue.run(() => 'done');
  await expect(failed).rejects.toThrow('refused');
  expect(await next).toBe('done');
});

test('a turn that is cancelled while it waits never begins; one that has begun is not interrupted', async () => {
  const queue = new WriteQueue();
  const gate = Promise.withResolvers<void>();
  const running = new AbortController();
  const waiting = new AbortController();
  let began = false;
  const first = queue.run(async () => {
    await gate.promise;
    return 'whole';
  }, running.signal);
  const dropped = queue.run(() => {
    began = true;
  }, waiting.signal);
  await Promise.resolve();
  running.abort();
  waiting.abort();
  gate.resolve();
  expect(await first).toBe('whole');
  await expect(dropped).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(began).toBe(false);
});
