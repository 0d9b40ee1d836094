import { type Command, Option } from 'commander';
import type { Overview } from '#shared/domain/overview.ts';
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

/**
 * What becomes of a file: taken in, waiting for the clerk to say whose it is, refused, sent back before, or waiting to
 * be reviewed, though a part of it may be taken in by now.
 */
type Fate = 'taken' | 'held' | 'refused' | 'sent-back' | 'to-review';

const SHARED_OPTIONS = '\n--plan <plan> and --json are the same as of `returns`.';

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
        'safe: what is proposed without a doubt; all: whatever can be read, theirs in conflicts. What is not taken stays undecided, and the return waits to be reviewed',
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
    .addHelpText('after', SHARED_OPTIONS)
    .action((file: string, _: unknown, command: Command) => {
      const options: ListOptions = command.optsWithGlobals();
      return withDataFile(file, (client) => printOverview(client, options));
    });

  returns
    .command('list')
    .description('print the returns that are kept')
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, of every period')
    .addHelpText('after', SHARED_OPTIONS)
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
  const chosen = accept === undefined ? [] : chosenItems(review.files, accept);
  const step = accept === undefined ? null : await acceptReview(client, review, chosen);
  const taken = new Set(step === null ? [] : chosen.map(({ item }) => item));
  const told = review.files.map((file) => ({
    ...file,
    fate: fateOf(file, chosen, accept),
    items: file.items.map((item) => ({ ...item, decision: taken.has(item) ? 'theirs' : null })),
  }));
  if (json) printJson({ ...review, files: told, step });
  else {
    for (const file of told) printFile(file);
    if (step) printStep(step);
  }
  const [first] = review.files;
  if (first?.refusal && review.files.every((file) => file.refusal)) throw new Refusal(first.refusal);
}

/** Takes in what was asked for; `null` when nothing of any file can be. What is not taken stays undecided. */
async function acceptReview(
  client: Client,
  { files }: ReturnReview,
  chosen: readonly ChosenItem[],
): Promise<StepReport | null> {
  const wanted = new Set(chosen.map(({ item }) => item));
  const returns = files.filter(canBeTaken).flatMap((file) => {
    const { returnId, items } = file;
    const decisions = items.filter((item) => wanted.has(item)).map(({ key }) => ({ key, choice: 'theirs' as const }));
    if (returnId === null || (decisions.length === 0 && !isSettled(file, chosen))) return [];
    // Taken in before, and nothing more of it is wanted.
    if (file.state === 'taken' && decisions.length === 0) return [];
    return [{ returnId, decisions, keepOpen: true }];
  });
  return returns.length === 0 ? null : client.returns.accept({ returns });
}

/** What a person sent back or refused, only a person takes in. */
function canBeTaken({ refusal, held, returnId, state }: ReturnFileReview): boolean {
  return !refusal && !held && returnId !== null && (state === 'to-review' || state === 'taken');
}

/** Nothing of the file is left to ask about, as `accept` sees it: what another file of the same words gives, neither. */
function isSettled(file: ReturnFileReview, chosen: readonly ChosenItem[]): boolean {
  const given = new Set(chosen.map(saying));
  return (
    file.items.every((item) => given.has(saying({ periodId: file.periodId, item }))) &&
    file.leftRows.every(({ fields }) => Object.keys(fields).length === 0)
  );
}

type ChosenItem = { readonly periodId: ReturnFileReview['periodId']; readonly item: ReturnItem };

function saying({ periodId, item }: ChosenItem): string {
  return `${periodId}/${item.key}/${item.theirs}`;
}

/** `safe`: what is chosen beforehand. `all`: whatever can be read, but of files that contradict each other neither. */
function chosenItems(files: readonly ReturnFileReview[], which: Which): readonly ChosenItem[] {
  const items = files.filter(canBeTaken).flatMap(({ periodId, items: own }) => own.map((item) => ({ periodId, item })));
  if (which === 'safe') return items.filter(({ item }) => item.chosen);
  const readable = items.filter(({ item }) => item.state !== 'unreadable');
  return [...Map.groupBy(readable, ({ periodId, item }) => `${periodId}/${item.key}`).values()].flatMap((cell) => {
    const says = new Set(cell.map(({ item }) => item.theirs));
    return says.size === 1 ? cell.slice(0, 1) : [];
  });
}

function fateOf(file: ReturnFileReview, chosen: readonly ChosenItem[], accept: Which | undefined): Fate {
  if (file.refusal || file.state === 'refused') return 'refused';
  if (file.held) return 'held';
  if (file.state === 'sent-back' || file.state === 'taken') return file.state;
  return accept !== undefined && canBeTaken(file) && isSettled(file, chosen) ? 'taken' : 'to-review';
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
  if (file.held) console.log(`  待辨认\t${file.held.sentence}`);
  for (const note of file.notes) console.log(`  提示\t${note}`);
  for (const { sentence } of file.faults) console.log(`  疑点\t${sentence}`);
  for (const item of file.items) {
    const state = { proposed: item.chosen ? '采用' : '待定', conflict: '冲突', unreadable: '无法识别' }[item.state];
    console.log(
      `  ${state}\t第 ${item.taskNumber} 项\t${item.fieldLabel}\t${item.ours} → ${item.theirs}\t${item.doubt}`,
    );
  }
}
