import { vi } from 'vitest';
import { runCli } from '#backend/cli/run-cli.ts';

/** What a command said, and how it ended. */
export type Ran = { readonly exit: number; readonly out: string; readonly err: string };

/**
 * Runs a command of the command line in this process: a start of the program of its own takes most of a second. What
 * only such a start can tell (the entry, standard output as it is written) is in tests/backend/cli/cli.test.ts.
 */
export async function matrixHere(...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const log = vi.spyOn(console, 'log').mockImplementation((text) => void out.push(`${text}\n`));
  const error = vi.spyOn(console, 'error').mockImplementation((text) => void err.push(`${text}\n`));
  const errors = vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  const texts = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  try {
    const exit = await runCli(args);
    return { exit, out: out.join(''), err: err.join('') };
  } finally {
    for (const spy of [log, error, errors, texts]) spy.mockRestore();
  }
}

/** What a command printed with `--json`, when it ended well and complained of nothing. */
export async function jsonHere(...args: readonly string[]): Promise<ReturnType<typeof JSON.parse>> {
  const { exit, out, err } = await matrixHere(...args, '--json');
  if (exit !== 0 || err !== '') throw new Error(`${args.join(' ')} ended with ${exit}: ${err}`);
  return JSON.parse(out);
}
