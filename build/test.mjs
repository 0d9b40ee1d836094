// npm test: every test there is, unit to end-to-end. `npm test -- --project unit` runs a part.
import { runCommand } from './runtime/node-gate.mjs';

await runCommand(import.meta.url, async (args) => (await import('./run/run-tests.ts')).runTests(args));
