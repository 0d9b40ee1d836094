import type { Command } from 'commander';
import type { LeaderView } from '#shared/domain/people.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printStep } from './data-commands.ts';
import { isoDay } from './iso-day.ts';
import { dayOrNone } from './row-options.ts';
import { type Client, printJson, withDataFile } from './session.ts';
import { tasksOf } from './task-of.ts';

type Common = { readonly plan?: string; readonly today?: string; readonly json?: true };
type SetOptions = Common & {
  readonly leader?: string;
  readonly name?: string;
  readonly post?: string;
  readonly since?: string | null;
  readonly until?: string | null;
};
type PeopleOptions = Common & {
  readonly task: string;
  readonly leadLeader?: string;
  readonly leaderInCharge?: string;
  readonly personInCharge?: string;
};

/** `leader set|succeed|remove` and `people set`: who answers for tasks. */
export function registerLeaderCommands(program: Command): void {
  const leader = program.command('leader').description('the directory of leaders');
  withTodayOption(withPlanOption(leader.command('set')))
    .description('add a leader, or with --leader correct one: a corrected name is corrected in the tasks; one step')
    .argument('<file.db>')
    .option('--leader <name>', 'whom to correct; left out, a new one')
    .option('--name <name>', 'the name')
    .option('--post <words>', 'such as 县委常委、副县长')
    .option('--since <date>', 'first day in the post; none: not known', dayOrNone)
    .option('--until <date>', 'last day in the post; none: still there', dayOrNone)
    .option('--json', 'for programs')
    .action((file: string, options: SetOptions) =>
      write(file, options, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        const known = options.leader === undefined ? null : await leaderOf(client, options, options.leader);
        const name = options.name ?? known?.name;
        if (name === undefined) throw new AppError('BAD_PARAMS', { path: '--name' });
        const { since, until } = options;
        return client.people.setLeader({
          ...(known === null ? {} : { leaderId: known.id }),
          name,
          post: options.post ?? known?.post ?? '',
          ...(since === undefined ? {} : { since }),
          ...(until === undefined ? {} : { until }),
          planId: plan.id,
        });
      }),
    );
  withTodayOption(withPlanOption(leader.command('succeed')))
    .description('the post goes over to another person, and with it the tasks that are worked on; one step')
    .argument('<file.db>')
    .requiredOption('--leader <name>', 'who leaves the post')
    .requiredOption('--name <name>', 'who takes it over')
    .option('--on <date>', 'first day of the new holder; left out, today', isoDay)
    .option('--json', 'for programs')
    .action((file: string, options: Common & { leader: string; name: string; on?: string }) =>
      write(file, options, async (client) => {
        const overview = await overviewOf(client, options.plan);
        const { id: leaderId } = await leaderOf(client, options, options.leader);
        const { name, on = overview.today } = options;
        return client.people.succeed({ leaderId, name, on, planId: overview.plan.id });
      }),
    );
  withTodayOption(withPlanOption(leader.command('remove')))
    .description('take one off the directory; tasks keep the name; one step')
    .argument('<file.db>')
    .requiredOption('--leader <name>', 'whom')
    .option('--json', 'for programs')
    .action((file: string, options: Common & { leader: string }) =>
      write(file, options, async (client) =>
        client.people.removeLeader({ leaderId: (await leaderOf(client, options, options.leader)).id }),
      ),
    );

  withTodayOption(withPlanOption(program.command('people').description('who answers for tasks').command('set')))
    .description('name leaders and persons of tasks; what is left out stays, an empty text takes it away; one step')
    .argument('<file.db>')
    .requiredOption('--task <numbers>', 'task number; several as 5,8')
    .option('--lead-leader <names>', '牵头领导')
    .option('--leader-in-charge <names>', '分管领导')
    .option('--person-in-charge <names>', '责任人')
    .option('--json', 'for programs')
    .action((file: string, options: PeopleOptions) =>
      write(file, options, async (client) => {
        const tasks = await tasksOf(client, await overviewOf(client, options.plan), options.task);
        const { leadLeader, leaderInCharge, personInCharge } = options;
        const edit = {
          ...(leadLeader === undefined ? {} : { leadLeader }),
          ...(leaderInCharge === undefined ? {} : { leaderInCharge }),
          ...(personInCharge === undefined ? {} : { personInCharge }),
        };
        if (Object.keys(edit).length === 0) throw new AppError('BAD_PARAMS', { path: '--lead-leader' });
        return client.people.setOfTasks({ edits: tasks.map(({ id: taskId }) => ({ taskId, ...edit })) });
      }),
    );
}

async function write(file: string, options: Common, step: (client: Client) => Promise<StepReport>): Promise<void> {
  const done = await withDataFile(file, step, options.today);
  if (options.json) printJson({ step: done.stepId, label: done.label });
  else printStep(done);
}

/** The leader of that name; of several the one in a post. @throws AppError LEADER_UNKNOWN */
async function leaderOf(client: Client, { plan }: Common, name: string): Promise<LeaderView> {
  const { leaders } = await client.people.leaders({ planId: (await overviewOf(client, plan)).plan.id });
  const named = leaders.filter((leader) => leader.name === name);
  const found = named.find(({ until }) => until === null) ?? named[0];
  if (!found) throw new AppError('LEADER_UNKNOWN', { name });
  return found;
}
