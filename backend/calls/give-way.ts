import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Lets what has come meanwhile be done, a cell be saved, before long work goes on. Twice, because the first turn ends
 * before the loop has looked for new messages.
 */
export async function giveWay(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
