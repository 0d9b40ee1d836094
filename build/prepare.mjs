// npm's prestart and pretest: makes Electron and SQLite runnable on this machine. `--test` also wants what the tests use.
import { runCommand } from './runtime/node-gate.mjs';

await runCommand(import.meta.url, async (args) => (await import('./runtime/prepare.ts')).prepare(args));
