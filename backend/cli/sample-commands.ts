import path from 'node:path';
import type { Command } from 'commander';
import { createSample, resetSample, SAMPLE_TODAY } from '../cases/sample/sample-file.ts';
import { printJson, SEEDS_FOLDER } from './session.ts';

/** `sample`. */
export function registerSampleCommands(program: Command): void {
  program
    .command('sample')
    .description(`make the sample: the plan that comes with the program, with progress up to ${SAMPLE_TODAY}`)
    .argument('<file.db>')
    .option('--reset', 'make it anew in the place of a sample that was worked in; anything else is refused')
    .option('--json', 'for programs')
    .action(async (file: string, options: { readonly reset?: true; readonly json?: true }) => {
      const sample = { file: path.resolve(file), seedsFolder: SEEDS_FOLDER };
      await (options.reset ? resetSample(sample) : createSample(sample));
      if (options.json) printJson({ file: sample.file, today: SAMPLE_TODAY });
      else
        console.log(
          `${options.reset ? '已恢复示例原状' : '已建立示例'}：${path.basename(file)}（今天是 ${SAMPLE_TODAY}）`,
        );
    });
}
