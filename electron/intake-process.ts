// The intake process: reads foreign files for the backend, and has neither its data file nor a way to the page.
// Started by main as a utilityProcess, never by hand; under plain Node it is backend/intake/intake-process.ts.
import type { IntakeRequest, IntakeStart } from '#backend/intake/intake-messages.ts';
import { serveIntake } from '#backend/intake/serve-intake.ts';

const [workerUrl] = process.argv.slice(2);
if (workerUrl === undefined) throw new Error('usage: intake-process <URL of the reading thread>');
const thread = new URL(workerUrl);

process.parentPort.once('message', ({ data, ports: [port] }) => {
  if (port === undefined) throw new Error('the start came without a port');
  // Only main holds the other end of parentPort, and only the backend the port's.
  const ask = serveIntake(thread, data as IntakeStart, (reply) => port.postMessage(reply));
  port.on('message', (event) => ask(event.data as IntakeRequest));
  // The backend is gone; nobody waits for an answer.
  port.on('close', () => process.exit(0));
  port.start();
});
