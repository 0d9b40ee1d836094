import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import type { IntakeReply, IntakeRequest } from '#backend/intake/intake-messages.ts';
import type { BackendMessage } from '#electron/backend/backend-messages.ts';
import { IntakeLink, type IntakePort } from '#electron/backend/intake-link.ts';

/** A port that says only what a test lets it say; real ones are driven by the e2e tests. */
class ScriptedPort extends EventEmitter implements IntakePort {
  readonly received: IntakeRequest[] = [];
  isClosed = false;
  postMessage(request: IntakeRequest): void {
    this.received.push(request);
  }
  start(): void {
    this.emit('started');
  }
  close(): void {
    this.isClosed = true;
  }
}

let said: BackendMessage[];
let told: (IntakeReply | 'ended')[];
let link: IntakeLink;
let port: ScriptedPort;
beforeEach(() => {
  said = [];
  told = [];
  link = new IntakeLink((message) => void said.push(message));
  port = new ScriptedPort();
});

const start = () =>
  link.start(
    { first: 'document', memoryMb: 100 },
    { onReply: (reply) => void told.push(reply), onEnd: () => void told.push('ended') },
  );

test('a reader is asked of main, and reached through the port it answers with', () => {
  const reader = start();
  expect(said).toEqual([{ type: 'start-intake', id: 1, first: 'document', memoryMb: 100 }]);
  link.connect(1, port);
  port.emit('message', { data: { kind: 'ready' } });
  const request = { kind: 'return', source: '/a.xlsx', password: undefined, hints: undefined } as const;
  reader.post(request);
  expect(port.received).toEqual([request]);
  expect(told).toEqual([{ kind: 'ready' }]);
});

test('a reader whose process is gone is told once', () => {
  start();
  link.connect(1, port);
  port.emit('close');
  port.emit('close');
  expect(told).toEqual(['ended']);
  expect(said.slice(1)).toEqual([{ type: 'end-intake', id: 1 }]);
});

test('nothing comes from a reader that was ended, whenever its port arrives', () => {
  const reader = start();
  link.connect(1, port);
  reader.end();
  port.emit('message', { data: { kind: 'ready' } });
  port.emit('close');
  expect(told).toEqual([]);
  expect(said.at(-1)).toEqual({ type: 'end-intake', id: 1 });

  const early = start();
  early.end();
  const late = new ScriptedPort();
  link.connect(2, late);
  expect(late.isClosed).toBe(true);
});
