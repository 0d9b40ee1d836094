import log from 'electron-log/node';

/** What the shell writes down. One line per event; the details are facts, never the content of the plan. */
export type Log = {
  readonly info: (message: string, ...details: readonly unknown[]) => void;
  readonly warn: (message: string, ...details: readonly unknown[]) => void;
  readonly error: (message: string, ...details: readonly unknown[]) => void;
};

/** At this size a log becomes `<name>.old.log` and a new one begins, so a log never holds more than twice this. */
const LOG_LIMIT_BYTES = 2 * 1024 * 1024;

/**
 * Opens a rotated log. The plain-Node flavour of electron-log is enough for both processes and starts faster than
 * the one for the main process, which also listens to the window.
 *
 * @param file full path; main and backend each have their own, because two processes cannot rotate one file
 */
export function openLog(file: string): Log {
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = LOG_LIMIT_BYTES;
  log.transports.console.level = 'warn';
  return log;
}
