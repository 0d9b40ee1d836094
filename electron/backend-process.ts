// The backend process: owns the data file and answers the window through a channel of its own. Started by main
// as a utilityProcess, never by hand; under plain Node the same backend is reached through backend/cli.ts.
import { openBackend } from '#backend/backend.ts';
import type { MainMessage } from './backend/backend-messages.ts';
import { BackendSession } from './backend/backend-session.ts';
import { newIncident } from './incident.ts';
import { openLog } from './log.ts';

const [logFile, outletWorker] = process.argv.slice(2);
if (logFile === undefined || outletWorker === undefined) {
  throw new Error('usage: backend-process <log file> <URL of the writing thread>');
}
const log = openLog(logFile);

process.on('uncaughtException', (error) => {
  log.error(`incident ${newIncident()}: uncaught exception, the backend ends`, error);
  // The state of a half-finished call is unknown. Committed cells are on disk; main offers a restart.
  process.exit(1);
});
process.on('unhandledRejection', (reason) => log.error(`incident ${newIncident()}: unhandled rejection`, reason));

const main = process.parentPort;
const session = new BackendSession({
  open: openBackend,
  outletWorker: new URL(outletWorker),
  post: (message) => main.postMessage(message),
  log,
});
main.on('message', ({ data, ports }) => {
  // SECURITY: only main holds the other end of parentPort; the page has no way to send here.
  const message = data as MainMessage;
  session
    .receive(message, ports[0])
    .catch((error: unknown) => log.error(`incident ${newIncident()} while handling ${message.type}`, error));
});
