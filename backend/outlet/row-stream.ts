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

/**
 * Values of one place in many rows. Rows say the names of their fields again and again, which is half of what they
 * take; so values that are records of the same fields cross as a list for each field.
 */
type Column =
  | { readonly values: readonly unknown[] }
  | { readonly fields: readonly string[]; readonly columns: readonly Column[]; readonly length: number };

function columnOf(values: readonly unknown[]): Column {
  const fields = sharedFields(values);
  if (!fields) return { values };
  const columns = fields.map((field) =>
    columnOf((values as Readonly<Record<string, unknown>>[]).map((row) => row[field])),
  );
  return { fields, columns, length: values.length };
}

/** The fields that all values have in the same order; `undefined` when one is no plain record, or has others. */
function sharedFields(values: readonly unknown[]): readonly string[] | undefined {
  const [first, ...others] = values.map(fieldsOf);
  if (!first || first.length === 0) return undefined;
  const isSame = (fields: readonly string[] | undefined): boolean =>
    fields?.length === first.length && fields.every((field, index) => field === first[index]);
  return others.every(isSame) ? first : undefined;
}

function fieldsOf(value: unknown): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getPrototypeOf(value) === Object.prototype ? Object.keys(value) : undefined;
}

function valuesOf(column: Column): readonly unknown[] {
  if ('values' in column) return column.values;
  const parts = column.columns.map(valuesOf);
  return Array.from({ length: column.length }, (_, row) =>
    Object.fromEntries(column.fields.map((field, index) => [field, parts[index]?.[row]])),
  );
}

/** @throws DataCloneError when a row is not plain data */
export function packRows(rows: Iterable<unknown>): { readonly port: MessagePort; readonly count: number } {
  const { port1, port2 } = new MessageChannel();
  let count = 0;
  let parcel: unknown[] = [];
  try {
    for (const row of rows) {
      count++;
      if (parcel.push(row) < ROWS_PER_PARCEL) continue;
      port1.postMessage(columnOf(parcel));
      parcel = [];
    }
    port1.postMessage(columnOf(parcel));
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
    const received: { readonly message: Column } | undefined = receiveMessageOnPort(port);
    if (!received) break;
    yield* valuesOf(received.message);
  }
  port.close();
}
