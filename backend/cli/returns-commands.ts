import { type Command, Option } from 'commander';
import type { Overview } from '#shared/domain/overview.ts';
import { PROGRESS_FIELD_LABELS } from '#shared/domain/progress.ts';
import {
  type CollectionCell,
  RETURN_STATE_LABELS,
  type ReturnFileReview,
  type ReturnItem,
  type ReturnReview,
} from '#shared/domain/return-review.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { overviewOf, withPlanOption } from './choose-plan.ts';
import { printStep } from './data-commands.ts';
import { type Client, finish, periodOf, printJson, Refusal, ticketOf, withDataFile } from './session.ts';

type Which = 'safe' | 'all';
type ReturnsOptions = {
  readonly plan?: string;
  readonly accept?: Which;
  readonly password?: string;
  readonly json?: true;
};
type ListOptions = { readonly plan?: string; readonly period?: string; readonly json?: true };

/** What becomes of a file: taken in, waiting for the clerk to say whose it is, refused, or waiting to be reviewed. */
type Fate = 'taken' | 'held' | 'refused' | 'to-review';

/**
 * `returns FILE.db FILES…`: forms, ledgers, folders and zips that came back; `returns overview`, `returns list`: what
 * is known of all of them. A data file of that very name is meant with its folder before it: `./overview`.
 */
export function registerReturnsCommands(program: Command): void {
  const returns = withPlanOption(program.command('returns'))
    .description('compare returned forms with what was sent and what stands; writes only with --accept')
    .argument('<file.db>')
    .argument('<files...>', 'returned files of any kind, folders, zips')
    .addOption(
      new Option(
        '--accept <which>',
        'safe: what is proposed without a doubt; all: whatever can be read, theirs in conflicts',
      ).choices(['safe', 'all']),
    )
    .option('--password <password>', 'opens files that are encrypted')
    .option('--json', 'for programs')
    .action((file: string, files: string[], options: ReturnsOptions) =>
      withDataFile(file, (client) => takeReturns(client, files, options)),
    );

  // Options of the command above and of those below have the same names and mean the same.
  returns
    .command('overview')
    .description('print what was sent to whom, and what came back')
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, every period of the plan')
    .action((file: string, _: unknown, command: Command) => {
      const options: ListOptions = command.optsWithGlobals();
      return withDataFile(file, (client) => printOverview(client, options));
    });

  returns
    .command('list')
    .description('print the returns that are kept')
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, of every period')
    .action((file: string, _: unknown, command: Command) => {
      const options: ListOptions = command.optsWithGlobals();
      return withDataFile(file, (client) => printList(client, options));
    });
}

async function takeReturns(client: Client, files: readonly string[], options: ReturnsOptions): Promise<void> {
  const { plan } = await overviewOf(client, options.plan);
  const { accept, password, json } = options;
  const secret = password === undefined ? {} : { password };
  const input = { planId: plan.id, files: files.map((name) => ({ ticket: ticketOf(name, 'read'), ...secret })) };
  const review = await finish(
    accept === undefined ? await client.returns.preview(input) : await client.returns.receive(input),
  );
  const step = accept === undefined ? null : await acceptReview(client, review, accept);
  const chosen = accept === undefined ? new Set<ReturnItem>() : chosenItems(review.files, accept);
  const told = review.files.map((file) => ({
    ...file,
    fate: fateOf(file, step !== null),
    items: file.items.map((item) => ({ ...item, decision: decisionOf(file, item, chosen, step !== null) })),
  }));
  if (json) printJson({ ...review, files: told, step });
  else {
    for (const file of told) printFile(file);
    if (step) printStep(step);
  }
  const [first] = review.files;
  if (first?.refusal && review.files.every((file) => file.refusal)) throw new Refusal(first.refusal);
}

/** Takes in what was asked for; `null` when every file was refused or is held. */
async function acceptReview(client: Client, { files }: ReturnReview, which: Which): Promise<StepReport | null> {
  const chosen = chosenItems(files, which);
  const returns = files.filter(canBeTaken).flatMap(({ returnId, state, items }) => {
    const decisions = items.filter((item) => chosen.has(item)).map(({ key }) => ({ key, choice: 'theirs' as const }));
    // Taken in before, and nothing more of it is wanted.
    if (returnId === null || (state === 'taken' && decisions.length === 0)) return [];
    return [{ returnId, decisions }];
  });
  return returns.length === 0 ? null : client.returns.accept({ returns });
}

function canBeTaken({ refusal, held, returnId }: ReturnFileReview): boolean {
  return !refusal && !held && returnId !== null;
}

/** `safe`: what is chosen beforehand. `all`: whatever can be read, but of files that contradict each other neither. */
function chosenItems(files: readonly ReturnFileReview[], which: Which): ReadonlySet<ReturnItem> {
  const items = files
    .filter(canBeTaken)
    .flatMap((file) => file.items.map((item) => ({ periodId: file.periodId, item })));
  if (which === 'safe') return new Set(items.flatMap(({ item }) => (item.chosen ? [item] : [])));
  const cells = Map.groupBy(
    items.filter(({ item }) => item.state !== 'unreadable'),
    ({ periodId, item }) => `${periodId}/${item.key}`,
  );
  return new Set(
    [...cells.values()].flatMap((cell) => {
      const says = new Set(cell.map(({ item }) => item.theirs));
      return says.size === 1 ? cell.slice(0, 1).map(({ item }) => item) : [];
    }),
  );
}

function fateOf(file: ReturnFileReview, accepted: boolean): Fate {
  if (file.refusal) return 'refused';
  if (file.held) return 'held';
  return accepted && canBeTaken(file) ? 'taken' : 'to-review';
}

function decisionOf(
  file: ReturnFileReview,
  item: ReturnItem,
  chosen: ReadonlySet<ReturnItem>,
  accepted: boolean,
): 'theirs' | 'ours' | null {
  if (!accepted || !canBeTaken(file)) return null;
  return chosen.has(item) ? 'theirs' : 'ours';
}

async function periodIdsOf(client: Client, options: ListOptions) {
  const overview: Overview = await overviewOf(client, options.plan);
  const period = options.period === undefined ? undefined : periodOf(overview, options.period);
  return { planId: overview.plan.id, periodId: period?.id };
}

async function printOverview(client: Client, options: ListOptions): Promise<void> {
  const { planId, periodId } = await periodIdsOf(client, options);
  const overview = await client.returns.overview({
    planId,
    ...(periodId === undefined ? {} : { periodIds: [periodId] }),
  });
  if (options.json) return printJson(overview);
  for (const cell of overview.cells) {
    const { periodLabel, agencyName, state, version, takenCells, daysLate, reporter, phone } = cell;
    const late = daysLate > 0 ? `逾期 ${daysLate} 天` : '';
    const times = version === null ? '' : `第 ${version} 版`;
    console.log([periodLabel, agencyName, STATE_WORDS[state], times, takenCells, late, reporter, phone].join('\t'));
  }
}

const STATE_WORDS: Readonly<Record<CollectionCell['state'], string>> = {
  'not-owed': '无任务',
  'not-sent': '未发出',
  waiting: '未收回',
  late: '逾期未收回',
  ...RETURN_STATE_LABELS,
};

async function printList(client: Client, options: ListOptions): Promise<void> {
  const { planId, periodId } = await periodIdsOf(client, options);
  const list = await client.returns.list({ planId, ...(periodId === undefined ? {} : { periodId }) });
  if (options.json) return printJson(list);
  for (const { returnId, receivedAt, state, agencyName, periodLabel, fileName } of list) {
    console.log([returnId, receivedAt, RETURN_STATE_LABELS[state], agencyName, periodLabel, fileName].join('\t'));
  }
}

function printFile(file: ReturnFileReview & { readonly fate: Fate }): void {
  console.log(`${file.fileName}\t${file.agencyName}\t${file.periodLabel}`);
  if (file.refusal) console.log(`  拒收\t${file.refusal.message}`);
  if (file.held) console.log(`  待认定\t${file.held.sentence}`);
  for (const note of file.notes) console.log(`  提示\t${note}`);
  for (const { sentence } of file.faults) console.log(`  疑点\t${sentence}`);
  for (const item of file.items) {
    const state = { proposed: item.chosen ? '采用' : '待定', conflict: '冲突', unreadable: '无法识别' }[item.state];
    const field = PROGRESS_FIELD_LABELS[item.field];
    console.log(`  ${state}\t第 ${item.taskNumber} 项\t${field}\t${item.ours} → ${item.theirs}\t${item.doubt}`);
  }
}
