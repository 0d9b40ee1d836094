import v8 from 'node:v8';

// The whole program without a window: `npm run -s matrix -- --help`.
// Loading it makes a hundred megabytes of what is thrown away at once, and V8 keeps the room: a command that writes a
// great table would then hold twice of what it needs. So the room grows slowly while the program is read in.
v8.setFlagsFromString('--optimize-for-size');
const { runCli } = await import('./cli/run-cli.ts');
v8.setFlagsFromString('--no-optimize-for-size');
process.exitCode = await runCli(process.argv.slice(2));
