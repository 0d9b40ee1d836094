import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type LightRuleSet, LightRuleSetSchema } from '#shared/domain/light-rule-set.ts';
import type { LightSetView } from '#shared/domain/light-views.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printMade } from './data-commands.ts';
import { type Client, periodOf, printJson, withDataFile } from './session.ts';

type JsonOption = { readonly json?: true };
type PlanOptions = JsonOption & { readonly plan?: string };
type LightsOptions = PlanOptions & { readonly period?: string; readonly rules?: string; readonly today?: string };

/** `lights` and `light-rules`. */
export function registerLightCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('lights')))
    .description('print the light of each duty of a period, and why it has it')
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, the current one')
    .option('--rules <name>', "by this set of rules instead of the plan's")
    .option('--json', 'for programs')
    .action(async (file: string, options: LightsOptions) => {
      const rows = await withDataFile(
        file,
        async (client) => {
          const { id } = periodOf(await overviewOf(client, options.plan), options.period);
          const { rules } = options;
          return client.light.read({ periodId: id, ...(rules === undefined ? {} : { rules }) });
        },
        options.today,
      );
      const lights = rows.map(({ task, agency, light, word, because, dueOn, colour, missing, counts }) => ({
        task,
        agency,
        light,
        word,
        because,
        dueOn,
        colour,
        missing,
        counts,
      }));
      if (options.json) printJson(lights);
      else for (const { task, agency, word, because } of lights) console.log(`${task}\t${agency}\t${word}\t${because}`);
    });

  const rules = program.command('light-rules').description('list sets of light rules, choose one, keep own ones');

  withPlanOption(rules.command('list'))
    .description('list the sets of rules, and which one the plan uses')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: PlanOptions) => {
      const { chosen, sets } = await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        return client.light.sets({ planId: plan.id });
      });
      if (options.json) printJson({ chosen, sets });
      else for (const each of sets) console.log(setLine(each, chosen));
    });

  withPlanOption(rules.command('choose'))
    .description('have a plan use a set of rules; one step')
    .argument('<file.db>')
    .argument('<name>')
    .option('--json', 'for programs')
    .action((file: string, name: string, options: PlanOptions) =>
      run(file, options, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        return client.light.choose({ planId: plan.id, name });
      }),
    );

  rules
    .command('save')
    .description('keep an own set of rules, a new one or in place of the one called --was; one step')
    .argument('<file.db>')
    .argument('<rules.json>', 'a set as `light-rules list --json` prints it')
    .option('--was <name>', 'the own set that is changed')
    .option('--json', 'for programs')
    .action(async (file: string, source: string, options: JsonOption & { readonly was?: string }) => {
      const set = await readRules(source);
      const { was } = options;
      await run(file, options, (client) => client.light.saveSet({ set, ...(was === undefined ? {} : { was }) }));
    });

  rules
    .command('remove')
    .description('remove an own set of rules; one step, refused while a plan uses it')
    .argument('<file.db>')
    .argument('<name>')
    .option('--json', 'for programs')
    .action((file: string, name: string, options: JsonOption) =>
      run(file, options, (client) => client.light.removeSet({ name })),
    );
}

async function run(file: string, options: JsonOption, write: (client: Client) => Promise<StepReport>): Promise<void> {
  const step = await withDataFile(file, write);
  printMade(step, options);
}

function setLine({ set, builtIn, usedBy }: LightSetView, chosen: string): string {
  const sign = set.name === chosen ? '*' : ' ';
  const words = set.lights.map(({ word }) => word).join('、');
  return `${sign} ${set.name}\t${builtIn ? '自带' : '自定'}\t${words}\t${usedBy.join('；')}`;
}

async function readRules(source: string): Promise<LightRuleSet> {
  const text = await readFile(source, 'utf8').catch(() => {
    throw new AppError('FILE_MISSING', { file: source });
  });
  const set = LightRuleSetSchema.safeParse(fromJson(text));
  if (!set.success) throw new AppError('BAD_PARAMS', { path: set.error.issues[0]?.path.join('.') || source });
  return set.data;
}

/** `null`, which is no set of rules, for what is not JSON. */
function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
