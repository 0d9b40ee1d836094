import { type Command, Option } from 'commander';
import { ACCUMULATES, type Accumulates, accumulatesByWords } from '#shared/domain/accumulates.ts';
import { COMPARATORS } from '#shared/domain/plan-reading.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep, wholeNumber } from './data-commands.ts';
import { figureOf } from './figure.ts';
import { printJson, taskOf, withDataFile } from './session.ts';
import { targetNamed } from './target-named.ts';

type DefineOptions = {
  readonly plan?: string;
  readonly today?: string;
  readonly json?: true;
  readonly task: number;
  readonly target?: string;
  readonly remove?: true;
  readonly name?: string;
  readonly comparator?: (typeof COMPARATORS)[number];
  readonly value?: number;
  readonly unit?: string;
  readonly accumulates?: Accumulates | 'words';
};

/** `target define`: what is measured of a task. */
export function registerTargetDefine(target: Command): void {
  withTodayOption(withPlanOption(target.command('define')))
    .description('add a measured target to a task, or with --target change or remove one; one step')
    .argument('<file.db>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .option('--target <name>', 'which one, by its name or its place: 1, 2 …; left out, a new one')
    .option('--remove', 'take it out, with its values')
    .option('--name <text>', 'what is measured')
    .addOption(new Option('--comparator <sign>', 'left out of a new one, ≥').choices(COMPARATORS))
    .option('--value <number>', 'what shall be reached', figureOf)
    .option('--unit <text>', '')
    .addOption(
      new Option(
        '--accumulates <how>',
        'values of periods: added up, the last one stands, or as name and unit say',
      ).choices([...ACCUMULATES, 'words']),
    )
    .option('--json', 'for programs')
    .action((file: string, options: DefineOptions) =>
      withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const taskId = await taskOf(client, overview, options.task);
          const { targets } = await client.matrix.task({ taskId, periodId: overview.currentPeriodId });
          const kept = targets.map(({ id, name, comparator, value, unit, accumulates }) => {
            const isByWords = accumulates === accumulatesByWords({ name, unit });
            return { id, name, comparator, value, unit, accumulates: isByWords ? null : accumulates };
          });
          const step = await client.target.setOfTask({ taskId, targets: defined(kept, options) });
          if (options.json) printJson({ step: step.stepId, label: step.label });
          else printStep(step);
        },
        options.today,
      ),
    );
}

type Defined<Id> = {
  readonly id: Id;
  readonly name: string;
  readonly comparator: (typeof COMPARATORS)[number];
  readonly value: number;
  readonly unit: string;
  readonly accumulates: Accumulates | null;
};

/** @throws AppError TARGET_UNKNOWN | BAD_PARAMS without a name or a value of a new one */
function defined<Id>(kept: readonly Defined<Id>[], options: DefineOptions): Defined<Id | null>[] {
  const { task, target, remove, name, comparator, value, unit, accumulates } = options;
  const how = accumulates === 'words' ? null : accumulates;
  if (target === undefined && !remove) {
    if (name === undefined) throw new AppError('BAD_PARAMS', { path: '--name' });
    if (value === undefined) throw new AppError('BAD_PARAMS', { path: '--value' });
    const added = { id: null, name, comparator: comparator ?? '≥', value, unit: unit ?? '', accumulates: how ?? null };
    return [...kept, added];
  }
  const chosen = targetNamed(kept, task, target);
  if (remove) return kept.filter((each) => each !== chosen);
  return kept.map((each) =>
    each !== chosen
      ? each
      : {
          ...each,
          name: name ?? each.name,
          comparator: comparator ?? each.comparator,
          value: value ?? each.value,
          unit: unit ?? each.unit,
          accumulates: how === undefined ? each.accumulates : how,
        },
  );
}
