/** Moments of the start that the benchmarks read. */
type Mark = 'main-started' | 'app-ready' | 'window-created' | 'backend-ready';

const marks: Partial<Record<Mark, number>> = {};

/**
 * With ZEREN_MARKS=1, notes the moment and prints all marks so far as one line, `MARKS {"main-started":1790…}`,
 * in milliseconds since 1970. Otherwise does nothing.
 */
export function mark(name: Mark): void {
  if (process.env['ZEREN_MARKS'] !== '1') return;
  // A second data file is not part of the start.
  if (marks[name] !== undefined) return;
  marks[name] = Date.now();
  process.stdout.write(`MARKS ${JSON.stringify(marks)}\n`);
}
