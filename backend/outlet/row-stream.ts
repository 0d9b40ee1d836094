import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/**
 * The many rows of a table on their way to the thread. They are gone through at once, so that all are of one moment,
 * and wait outside of both heaps, packed, until the thread takes them, some at a time: on neither side the whole table
 * is ever there as objects.
 *
 *   packRows(rows)  ->  { port, count }  - posted with the job, the port handed over ->  takeRows(port)
 */

/** Rows that cross together. More: the thread holds more at once; fewer: crossing takes longer than writing. */
const ROWS_PER_PARCEL = 100;

/** @throws DataCloneError when a row is not plain data */
export function packRows(rows: Iterable<unknown>): { readonly port: MessagePort; readonly count: number } {
  const { port1, port2 } = new MessageChannel();
  let count = 0;
  let parcel: unknown[] = [];
  try {
    for (const row of rows) {
      count++;
      if (parcel.push(row) < ROWS_PER_PARCEL) continue;
      port1.postMessage(parcel);
      parcel = [];
    }
    port1.postMessage(parcel);
  } catch (error) {
    port2.close();
    throw error;
  } finally {
    port1.close();
  }
  return { port: port2, count };
}

/** @param port what {@link packRows} handed over: all that was sent lies there already, nothing is waited for */
export function* takeRows(port: MessagePort): Generator<unknown> {
  for (;;) {
    const received: { readonly message: readonly unknown[] } | undefined = receiveMessageOnPort(port);
    if (!received) break;
    yield* received.message;
  }
  port.close();
}
