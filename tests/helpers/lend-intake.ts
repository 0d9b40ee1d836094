import { forkIntake } from '#backend/intake/fork-intake.ts';
import type { IntakeEvents, IntakeReader, StartIntake } from '#backend/intake/intake-messages.ts';

/** A reading process that one backend after the other may use: starting one takes longer than most returns. */
export type LentIntake = { readonly start: StartIntake; readonly end: () => void };

type Kept = {
  readonly reader: IntakeReader;
  lentTo: IntakeEvents | undefined;
  isReady: boolean;
  isGone: boolean;
  /** Requests that were not answered yet. */
  open: number;
};

/**
 * As `forkIntake`, a real process that reads foreign files; when a backend closes, an idle process waits for the next
 * one. A process remembers nothing of what it read. One that is stopped while it reads is ended.
 */
export function lendIntake(): LentIntake {
  const idle = new Map<string, Kept>();
  const start: StartIntake = (wanted, events) => {
    const key = JSON.stringify(wanted);
    const kept = idle.get(key) ?? begin(wanted);
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

  function begin(wanted: Parameters<StartIntake>[0]): Kept {
    const reader = forkIntake(wanted, {
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

  return {
    start,
    end: () => {
      for (const { reader } of idle.values()) reader.end();
      idle.clear();
    },
  };
}
