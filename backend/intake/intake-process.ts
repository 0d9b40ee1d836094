// Entry of the intake process under plain Node; started by fork-intake.ts, never by hand.
import type { IntakeRequest, IntakeStart } from './intake-messages.ts';
import { serveIntake } from './serve-intake.ts';

const [first, memoryMb] = process.argv.slice(2);
const start: IntakeStart = { first: first === 'return' ? 'return' : 'document', memoryMb: Number(memoryMb) };
const ask = serveIntake(new URL('./intake-worker.ts', import.meta.url), start, (reply) => process.send?.(reply));
process.on('message', (request: IntakeRequest) => ask(request));
// The program that asked is gone; nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
