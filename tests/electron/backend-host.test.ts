import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import type { MainMessage, OpenFailure } from '#electron/backend/backend-messages.ts';
import { type BackendChild, BackendHost } from '#electron/main/backend-host.ts';

/** A process that says only what a test lets it say; a real one needs Electron and is driven by the e2e tests. */
class ScriptedChild extends EventEmitter implements BackendChild {
  readonly received: MainMessage[] = [];
  kills = 0;
  postMessage(message: MainMessage): void {
    this.received.push(message);
  }
  kill(): boolean {
    this.kills += 1;
    this.emit('exit', 0);
    return true;
  }
}

// Ports are Electron's alone; the host never looks into one.
const PORT = {} as Parameters<BackendHost['connect']>[0];

function aHost(closeLimitMs = 10_000) {
  const child = new ScriptedChild();
  const told: (string | OpenFailure | number)[] = [];
  const note = (message: string) => void told.push(`log: ${message}`);
  const host = new BackendHost({
    child,
    startIntake: ({ first }) => {
      told.push(`starts reading a ${first}`);
      // The port is only handed on.
      return { port: PORT, kill: () => void told.push('ends reading') };
    },
    onReady: () => told.push('ready'),
    onOpenFailed: (failure) => told.push(failure.code),
    onGone: (code) => told.push(code),
    log: { info: note, warn: note, error: note },
    closeLimitMs,
  });
  return { host, child, told };
}

test('a file that opened and a file that did not are told to the shell', () => {
  const { child, told } = aHost();
  child.emit('message', { type: 'ready' });
  child.emit('message', {
    type: 'open-failed',
    code: 'DATA_FILE_DAMAGED',
    message: '已损坏',
    details: { file: 'a.db' },
  });
  expect(told).toEqual(['ready', 'DATA_FILE_DAMAGED']);
});

test('a ticket is given to the page only after the backend knows it', async () => {
  const { host, child } = aHost();
  let isGranted = false;
  const granted = host.grant('t1', '/a.xlsx', 'export').then(() => {
    isGranted = true;
  });
  child.emit('message', { type: 'granted', ticket: 'another' });
  await Promise.resolve();
  expect(isGranted).toBe(false);
  child.emit('message', { type: 'granted', ticket: 't1' });
  await granted;
  expect(child.received).toEqual([{ type: 'grant', ticket: 't1', path: '/a.xlsx', purpose: 'export' }]);
});

test('closing waits for the answer and is not taken for a crash', async () => {
  const { host, child, told } = aHost();
  const closed = host.close();
  expect(host.close()).toBe(closed);
  expect(child.received).toEqual([{ type: 'close' }]);
  expect(child.kills).toBe(0);
  child.emit('message', { type: 'closed' });
  await closed;
  expect(told).toEqual([]);
});

test('a backend that does not close in time is killed, and the log says so', async () => {
  const { host, child, told } = aHost(20);
  await host.close();
  expect(child.kills).toBe(1);
  expect(told).toEqual(['log: the backend did not close in time and is killed']);
});

test('a crash is told, and a waiting ticket is refused instead of waiting for ever', async () => {
  const { host, child, told } = aHost();
  const granted = host.grant('t1', '/a.xlsx', 'export');
  child.emit('exit', 139);
  await expect(granted).rejects.toMatchObject({ code: 'CLOSING' });
  await expect(host.grant('t2', '/b.xlsx', 'export')).rejects.toMatchObject({ code: 'CLOSING' });
  expect(told).toEqual([139]);
  await host.close();
});

test('what the backend does not say is logged and otherwise ignored', () => {
  const { child, told } = aHost();
  for (const message of [null, 'ready', { type: 'grant' }, { type: 'ready', extra: 1 }]) child.emit('message', message);
  expect(told).toHaveLength(4);
  expect(told.every((line) => String(line).startsWith('log: '))).toBe(true);
});

test('the backend is given processes that read foreign files, which end when it asks and when it is gone', () => {
  const { child, told } = aHost();
  child.emit('message', { type: 'start-intake', id: 1, first: 'document', memoryMb: 100 });
  expect(child.received).toEqual([{ type: 'intake', id: 1 }]);
  child.emit('message', { type: 'end-intake', id: 1 });
  expect(told).toEqual(['starts reading a document', 'ends reading']);
  child.emit('message', { type: 'start-intake', id: 2, first: 'return', memoryMb: 100 });
  child.emit('exit', 1);
  expect(told.slice(2)).toEqual(['starts reading a return', 'ends reading', 1]);
});
