import { runCli } from './cli/run-cli.ts';

// The whole program without a window: `npm run -s matrix -- --help`.
process.exitCode = await runCli(process.argv.slice(2));
