// npm start: opens the program, after building it when the sources are newer.
import { runCommand } from './runtime/node-gate.mjs';

await runCommand(import.meta.url, async (args) => (await import('./run/start-program.ts')).startProgram(args));
