import v8 from 'node:v8';

// The whole program without a window: `npm run -s matrix -- --help`.
// Loading it makes a hundred megabytes that are thrown away at once, and V8 would keep the room for more of the same: a
// command would hold twice of what it needs. It is a short-lived process that computes little, so memory comes first.
v8.setFlagsFromString('--optimize-for-size');
const { runCli } = await import('./cli/run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2));
