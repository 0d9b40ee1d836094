import type { Command } from 'commander';
import type { LeadersView } from '#shared/domain/people.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS } from '#shared/domain/task-people.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printMade } from './data-commands.ts';
import { agencyOf, printJson, withDataFile } from './session.ts';

type ListOptions = { readonly plan?: string; readonly json?: true };

/** `leaders`, `contacts`, `contact set`: who answers for tasks, and whom to call. */
export function registerPeopleCommands(program: Command): void {
  withPlanOption(program.command('leaders'))
    .description('list the leaders with their posts and how many tasks of the plan name each')
    .argument('<file.db>')
    .option('--leader <name>', 'the tasks of this person instead')
    .option('--json', 'for programs')
    .action(async (file: string, options: ListOptions & { leader?: string }) => {
      const { leader: name } = options;
      await withDataFile(file, async (client) => {
        const { plan } = await overviewOf(client, options.plan);
        if (name === undefined) printLeaders(await client.people.leaders({ planId: plan.id }), options.json);
        else {
          const tasks = await client.people.tasksOfLeader({ planId: plan.id, name });
          if (options.json) return printJson(tasks.map(({ number, ...task }) => ({ task: number, ...task })));
          for (const task of tasks) {
            const words = task.fields.map((field) => PEOPLE_LABELS[field]).join('、');
            console.log(`${task.number}\t${task.title}\t${words}\t${task.leads.join('、')}`);
          }
        }
      });
    });

  program
    .command('contacts')
    .description('list who is to be called at the agencies, with those before')
    .argument('<file.db>')
    .option('--agency <name>', 'of this one only')
    .option('--json', 'for programs')
    .action(async (file: string, options: { agency?: string; json?: true }) => {
      const contacts = await withDataFile(file, async (client) => {
        if (options.agency === undefined) return client.people.contacts({});
        const { id } = agencyOf(await client.workspace.overview(), options.agency);
        return client.people.contacts({ agencyId: id });
      });
      if (options.json) return printJson(contacts);
      for (const { agency, reporter, post, phone, since, stands } of contacts) {
        console.log(`${agency}\t${reporter}\t${post}\t${phone}\t${since.slice(0, 10)}${stands ? '' : '\t（曾任）'}`);
      }
    });

  withTodayOption(program.command('contact').description('whom to call').command('set'))
    .description('name the contact of an agency; who it was before stays in the history')
    .argument('<file.db>')
    .requiredOption('--agency <name>', 'full name, alias or unmistakable short name')
    .option('--name <name>', 'who', '')
    .option('--phone <number>', '', '')
    .option('--post <words>', '', '')
    .option('--note <words>', '', '')
    .option('--since <date>', 'first day (YYYY-MM-DD); left out, today')
    .option('--json', 'for programs')
    .action(async (file: string, options: ContactOptions) => {
      const { name: reporter, phone, post, note, since } = options;
      const step = await withDataFile(
        file,
        async (client) => {
          const { id: agencyId } = agencyOf(await client.workspace.overview(), options.agency);
          const day = since === undefined ? {} : { since };
          return client.people.setContact({ agencyId, reporter, phone, post, note, ...day });
        },
        options.today,
      );
      printMade(step, options);
    });
}

type ContactOptions = {
  readonly agency: string;
  readonly name: string;
  readonly phone: string;
  readonly post: string;
  readonly note: string;
  readonly since?: string;
  readonly today?: string;
  readonly json?: true;
};

function printLeaders({ leaders, unlisted }: LeadersView, json: true | undefined): void {
  if (json) {
    printJson({ leaders, unlisted });
    return;
  }
  const counts = (tasks: LeadersView['leaders'][number]['tasks']): string =>
    PEOPLE_FIELDS.flatMap((field) => (tasks[field] > 0 ? [`${PEOPLE_LABELS[field]} ${tasks[field]}`] : [])).join('，');
  for (const { name, post, since, until, tasks } of leaders) {
    const days = since === null && until === null ? '' : `\t${since ?? ''}～${until ?? ''}`;
    console.log(`${name}\t${post}\t${counts(tasks)}${days}`);
  }
  for (const { name, tasks } of unlisted) console.log(`${name}\t（名录中没有）\t${counts(tasks)}`);
}
