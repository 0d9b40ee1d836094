import type { Command } from 'commander';
import type { Overview } from '#shared/domain/overview.ts';
import { ROLE_LABELS } from '#shared/domain/role.ts';
import type { WeekCard } from '#shared/domain/week-card.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { wholeNumber } from './data-commands.ts';
import { agencyOf, type Client, printJson, taskOf, withDataFile } from './session.ts';

type PageOptions = { readonly plan?: string; readonly today?: string; readonly json?: true };

/** `page task|agency|leader` and `week`: what the window shows as 档案 and 本周. */
export function registerPageCommands(program: Command): void {
  const page = program.command('page').description('everything known of one task, agency or leader');
  pageCommand(page, 'task', 'all agencies of a task and all its periods')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .action((file: string, options: PageOptions & { task: number }) =>
      withPlan(file, options, async (client, overview) => {
        const taskId = await taskOf(client, overview, options.task);
        const { entries, ...known } = await client.page.task({ taskId });
        const labels = new Map(known.periods.map(({ id, label }) => [id, label]));
        const names = new Map(known.agencies.map(({ agencyId, agency }) => [agencyId, agency]));
        const told = entries.map((entry) => ({
          ...entry,
          agency: names.get(entry.agencyId) ?? '',
          period: labels.get(entry.periodId) ?? '',
        }));
        if (options.json) return printJson({ ...known, entries: told });
        console.log(`第 ${known.task} 项\t${known.title}`);
        for (const { period, agency, word, because, narrative } of told) {
          console.log([period, agency, word, because, oneLine(narrative)].join('\t'));
        }
      }),
    );
  pageCommand(page, 'agency', 'what an agency owes and how it has kept it')
    .requiredOption('--agency <name>', 'full name, alias or unmistakable short name')
    .action((file: string, options: PageOptions & { agency: string }) =>
      withPlan(file, options, async (client, overview) => {
        const { id: agencyId } = agencyOf(overview, options.agency);
        const known = await client.page.agency({ planId: overview.plan.id, agencyId });
        if (options.json) return printJson(known);
        console.log(`${known.agency}\t${known.period}\t${known.delayText}`);
        for (const { task, title, role, because } of known.duties) {
          console.log([task, ROLE_LABELS[role], title, because].join('\t'));
        }
      }),
    );
  pageCommand(page, 'leader', "one leader's tasks; without --name everybody who is named")
    .option('--name <name>', 'as it stands at the tasks')
    .action((file: string, options: PageOptions & { name?: string }) =>
      withPlan(file, options, async (client, { plan: { id: planId } }) => {
        if (options.name === undefined) {
          const leaders = await client.page.leaders({ planId });
          if (options.json) return printJson(leaders);
          for (const { name, post, tasks, overdue } of leaders) console.log([name, post, tasks, overdue].join('\t'));
          return;
        }
        const known = await client.page.leader({ planId, name: options.name });
        if (options.json) return printJson(known);
        for (const { task, title } of known.tasks) console.log([task, title].join('\t'));
        for (const { agency, tasks, days } of known.late)
          console.log([agency, tasks.join('、'), `逾期${days}天`].join('\t'));
      }),
    );

  withTodayOption(withPlanOption(program.command('week')))
    .description('what wants doing this week: due, not reported, to be sent back, likely late next')
    .argument('<file.db>')
    .option('--json', 'for programs')
    .action((file: string, options: PageOptions) =>
      withPlan(file, options, async (client, { plan: { id: planId } }) => {
        const week = await client.page.week({ planId });
        if (options.json) printJson(week);
        else printWeek(week);
      }),
    );
}

function pageCommand(page: Command, name: string, description: string): Command {
  return withTodayOption(withPlanOption(page.command(name)))
    .description(description)
    .argument('<file.db>')
    .option('--json', 'for programs');
}

function withPlan(
  file: string,
  { plan, today }: PageOptions,
  work: (client: Client, overview: Overview) => Promise<void>,
): Promise<void> {
  return withDataFile(file, async (client) => work(client, await overviewOf(client, plan)), today);
}

function printWeek(week: WeekCard): void {
  console.log(`本周\t${week.weekStartsOn}～${week.weekEndsOn}`);
  for (const { agency, because } of week.dueThisWeek) console.log(`本周到期\t${agency}\t${because}`);
  for (const { agency, because } of week.notReported) console.log(`逾期未报\t${agency}\t${because}`);
  for (const { fileName, because } of week.toReview) console.log(`待核对\t${fileName}\t${because}`);
  for (const { fileName, because } of week.toSendBack) console.log(`待退回\t${fileName}\t${because}`);
  for (const { agency, promisedOn } of week.promises) console.log(`承诺已过\t${agency}\t承诺${promisedOn ?? ''}报送`);
  for (const { agency, title, label, because } of week.regularShort) {
    console.log(`定期报送\t${agency}\t${title}（${label}）${because}`);
  }
  for (const { agency, period, because } of week.likelyLate)
    console.log(`下期可能迟报\t${agency}\t${period}\t${because}`);
  for (const { dueOn, what, agency } of week.deadlines) console.log(`${dueOn}\t${what}\t${agency}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
