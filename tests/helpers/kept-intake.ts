import { afterAll } from 'vitest';
import { forkIntake } from '#backend/intake/fork-intake.ts';
import type { IntakeEvents, IntakeReader, IntakeStart, StartIntake } from '#backend/intake/intake-messages.ts';

/** A reading process, lent to one office after the other. */
type Kept = {
  readonly reader: IntakeReader;
  lentTo: IntakeEvents | undefined;
  isReady: boolean;
  isGone: boolean;
  /** Requests that were not answered yet. */
  open: number;
};

const idle = new Map<string, Kept>();

afterAll(() => {
  for (const { reader } of idle.values()) reader.end();
  idle.clear();
});

/**
 * As `forkIntake`: a real process that reads foreign files. When an office closes, an idle one waits for the file's next
 * test, as it waits for the next workbook of a clerk: a process reads any number of files, and remembers none. Starting
 * one takes longer than most tests. One that is stopped while it reads is ended.
 */
export const keptIntake: StartIntake = (start, events) => {
  const key = `${start.first} ${start.memoryMb}`;
  const kept = idle.get(key) ?? begin(start);
  idle.delete(key);
  kept.lentTo = events;
  if (kept.isReady) queueMicrotask(() => events.onReply({ kind: 'ready' }));
  return {
    post: (request) => {
      kept.open += 1;
      kept.reader.post(request);
    },
    end: () => {
      kept.lentTo = undefined;
      if (kept.isReady && !kept.isGone && kept.open === 0 && !idle.has(key)) idle.set(key, kept);
      else kept.reader.end();
    },
  };
};

function begin(start: IntakeStart): Kept {
  const reader = forkIntake(start, {
    onReply: (reply) => {
      if (reply.kind === 'ready') kept.isReady = true;
      else kept.open -= 1;
      // After a bug nobody knows what state it is in.
      if (reply.kind === 'failed') kept.isGone = true;
      kept.lentTo?.onReply(reply);
    },
    onEnd: () => {
      kept.isGone = true;
      kept.lentTo?.onEnd();
      for (const [key, waiting] of idle) if (waiting === kept) idle.delete(key);
    },
  });
  const kept: Kept = { reader, lentTo: undefined, isReady: false, isGone: false, open: 0 };
  return kept;
}
