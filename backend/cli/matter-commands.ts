import { type Command, InvalidArgumentError } from 'commander';
import { MATTER_LABELS } from '#shared/domain/matter.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { ROLE_LABELS, type Role } from '#shared/domain/role.ts';
import { MATTER_KINDS, type MatterKind } from '#shared/domain/year-facts.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep, wholeNumber } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { agencyOf, printJson, withDataFile } from './session.ts';

/** `matter add` and `matter list`: what came up in the year beside the plan. */
export function registerMatterCommands(program: Command): void {
  const matter = program.command('matter').description('matters that come up in the year: 会议议定, 批示');

  withTodayOption(withPlanOption(matter.command('add')))
    .description('add one with its units, behind the tasks of the plan; one step')
    .argument('<file.db>')
    .requiredOption('--kind <kind>', 'meeting, instruction, other, or in Chinese', kindOf)
    .requiredOption('--content <text>', 'what is to be done')
    .option('--title <text>', 'left out, the first clause of the content', '')
    .option('--source <text>', 'which meeting, whose words', '')
    .option('--on <date>', 'when it arose (YYYY-MM-DD); left out, today', isoDay)
    .option('--workdays <number>', 'due within so many workdays', wholeNumber)
    .option('--due <date>', 'due on a named day', isoDay)
    .option('--lead <agency>', 'who leads; may be given several times', collect, [])
    .option('--co <agency>', 'who is responsible beside; several times', collect, [])
    .option('--coop <agency>', 'who helps; several times', collect, [])
    .option('--json', 'for programs')
    .action(async (file: string, options: AddOptions) => {
      const { kind, content, title, source, workdays = null, due: dueOn = null } = options;
      const { step, number } = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const planId = overview.plan.id;
          const aroseOn = options.on ?? overview.today;
          const roles = rolesOf(overview, options);
          const words = { kind, content, title, source, aroseOn, workdays, dueOn };
          const step = await client.matter.add({ planId, ...words, roles });
          const added = (await client.matter.list({ planId })).find(({ taskId }) => taskId === step.taskId);
          return { step, number: added?.number };
        },
        options.today,
      );
      if (options.json) printJson({ step: step.stepId, label: step.label, task: number });
      else printStep(step);
    });

  withPlanOption(matter.command('list'))
    .description('list them with their source, deadline and units')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action(async (file: string, options: { plan?: string; json?: true }) => {
      const matters = await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        return client.matter.list({ planId: plan.id });
      });
      if (options.json) return printJson(matters.map(({ number, ...rest }) => ({ task: number, ...rest })));
      for (const { number, kind, source, title, dueOn, workdays, calendarKnown, roles } of matters) {
        const within =
          workdays === null ? '' : `（${workdays} 个工作日${calendarKnown ? '' : '，节假日未知，只扣除周末'}）`;
        const units = roles.map(({ agency, role }) => `${ROLE_LABELS[role]} ${agency}`).join('、');
        console.log([number, MATTER_LABELS[kind], source, title, `${dueOn ?? '无时限'}${within}`, units].join('\t'));
      }
    });
}

type AddOptions = {
  readonly plan?: string;
  readonly today?: string;
  readonly json?: true;
  readonly kind: MatterKind;
  readonly content: string;
  readonly title: string;
  readonly source: string;
  readonly on?: string;
  readonly workdays?: number;
  readonly due?: string;
} & Readonly<Record<'lead' | 'co' | 'coop', readonly string[]>>;

function rolesOf(overview: Overview, { lead, co, coop }: AddOptions) {
  const named = (names: readonly string[], role: Role) =>
    names.map((name) => ({ agencyId: agencyOf(overview, name).id, role }));
  return [...named(lead, 'lead'), ...named(co, 'co-responsible'), ...named(coop, 'cooperating')];
}

function collect(name: string, names: readonly string[]): readonly string[] {
  return [...names, name];
}

function kindOf(text: string): MatterKind {
  const kind = MATTER_KINDS.find((candidate) => candidate === text || MATTER_LABELS[candidate] === text);
  if (!kind) throw new InvalidArgumentError(`one of ${MATTER_KINDS.join(', ')}`);
  return kind;
}
