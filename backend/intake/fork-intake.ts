import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { IntakeReply, StartIntake } from './intake-messages.ts';

const ENTRY = fileURLToPath(new URL('./intake-process.ts', import.meta.url));

/** Starts an intake process as a child of this one. For plain Node; in Electron only main may start processes. */
export const forkIntake: StartIntake = ({ first, memoryMb }, { onReply, onEnd }) => {
  const child = fork(ENTRY, [first, String(memoryMb)], {
    // Structured clones: a reply carries bytes.
    serialization: 'advanced',
    execArgv: [],
    // What V8 prints when it runs out of memory is told to the clerk as a sentence; standard output is for results.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // Anything that came after it was ended is of no interest, least of all its end.
  let isAlive = true;
  child.on('message', (reply: IntakeReply) => isAlive && onReply(reply));
  const ended = (): void => {
    if (isAlive) onEnd();
    isAlive = false;
  };
  child.on('error', ended).on('exit', ended);
  return {
    post: (request) => isAlive && child.send(request),
    end: () => {
      isAlive = false;
      child.kill('SIGKILL');
    },
  };
};
