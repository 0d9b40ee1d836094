import { Worker } from 'node:worker_threads';
import type { IntakeReply, IntakeRequest, IntakeStart } from './intake-messages.ts';

/**
 * Room for short-lived values. Once any limit is set, the default shrinks, and a batch takes half as long again,
 * because a parsed workbook is mostly short-lived values.
 */
const YOUNG_MEMORY_MB = 128;

/**
 * Runs the reading thread of an intake process, the only thing such a process does. A thread and not the process
 * itself, because only a thread's memory can be limited everywhere: Electron passes no V8 option on to a
 * utilityProcess. V8 ends a thread that overruns its limit, now and then the whole process with it: no matter here.
 *
 * @param workerUrl `intake-worker.ts` under plain Node, its bundle in the packaged program
 * @param reply sends to whoever started the process
 * @returns hands a request to the thread
 */
export function serveIntake(
  workerUrl: URL,
  start: IntakeStart,
  reply: (reply: IntakeReply) => void,
): (request: IntakeRequest) => void {
  const thread = new Worker(workerUrl, {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: start.memoryMb, maxYoungGenerationSizeMb: YOUNG_MEMORY_MB },
  });
  thread.on('message', reply);
  thread.on('error', (error) => {
    // Whoever started the process sees it end, and starts another for the next file.
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') process.exit(1);
    reply({ kind: 'failed', stack: error.stack ?? error.message });
  });
  return (request) => thread.postMessage(request);
}
