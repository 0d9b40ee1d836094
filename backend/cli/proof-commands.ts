import fs from 'node:fs';
import { type Command, Option } from 'commander';
import type { EvidenceLine } from '#shared/domain/evidence.ts';
import { EVIDENCE_STATE_LABELS } from '#shared/domain/evidence.ts';
import { VERIFICATION_LABELS, type VerificationLine } from '#shared/domain/verification.ts';
import { VERIFICATION_RESULTS, type VerificationResult } from '#shared/domain/year-facts.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf, withPlanOption, withTodayOption } from './choose-plan.ts';
import { printMade, wholeNumber } from './data-commands.ts';
import { cellOf } from './entry-commands.ts';
import { agencyOf, finish, periodOf, printJson, ticketOf, withDataFile } from './session.ts';

type Common = { readonly plan?: string; readonly period?: string; readonly today?: string; readonly json?: true };
type SetOptions = Common & {
  readonly task: number;
  readonly agency: string;
  readonly result: VerificationResult;
  readonly manner: string;
  readonly checker: string;
  readonly note: string;
};
type AddOptions = Common & { readonly task: number; readonly agency?: string; readonly title?: string };

/** `verifications`, `verification set`, `evidence add|list|catalogue`: what proves a report. */
export function registerProofCommands(program: Command): void {
  withTodayOption(withPlanOption(program.command('verifications')))
    .description('list what was reported as done in a period, with what a check found of it')
    .argument('<file.db>')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .option('--open', 'only what was reported as done and no check has confirmed')
    .option('--json', 'for programs')
    .action(async (file: string, options: Common & { readonly open?: true }) => {
      const lines = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const periodId = periodOf(overview, options.period).id;
          return client.verification.list({ planId: overview.plan.id, periodId, open: options.open === true });
        },
        options.today,
      );
      if (options.json) printJson(lines.map(verificationJson));
      else for (const line of lines) console.log(verificationLine(line));
    });

  withTodayOption(withPlanOption(program.command('verification').description('checks on the spot').command('set')))
    .description('record a check of what an agency reported; one step')
    .argument('<file.db>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .requiredOption('--agency <name>', 'full name, alias or unmistakable short name')
    .option('--period <label>', 'such as 2021-10; left out, the current period')
    .addOption(new Option('--result <result>').choices(VERIFICATION_RESULTS).makeOptionMandatory())
    .requiredOption('--manner <word>', 'how it was checked: 实地, 资料, 抽查, 电话 …')
    .requiredOption('--checker <name>', 'who checked')
    .option('--note <text>', 'what was found', '')
    .option('--json', 'for programs')
    .action(async (file: string, options: SetOptions) => {
      const step = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const periodId = periodOf(overview, options.period).id;
          const rows = await client.ledger.read({ periodId });
          const { taskId, agencyId } = cellOf(rows, overview, options.task, options.agency);
          const { result, manner, checker, note } = options;
          const checkedOn = overview.today;
          const verification = { taskId, agencyId, periodId, result, manner, checker, checkedOn, note };
          return client.verification.add({ verifications: [verification] });
        },
        options.today,
      );
      printMade(step, options);
    });

  const evidence = program.command('evidence').description('files that prove what was reported');
  withTodayOption(withPlanOption(evidence.command('add')))
    .description('copy files beside the data file and enter them for a task; one step')
    .argument('<file.db>')
    .argument('<files...>')
    .requiredOption('--task <number>', 'task number', wholeNumber)
    .option('--agency <name>', 'whose it is; left out, of the whole task')
    .option('--period <label>', 'such as 2021-10; left out, of no period')
    .option('--title <text>', 'what it is called; left out, the name of the file')
    .option('--json', 'for programs')
    .action(async (file: string, files: readonly string[], options: AddOptions) => {
      const step = await withDataFile(
        file,
        async (client) => {
          const overview = await overviewOf(client, options.plan);
          const periodId = options.period === undefined ? null : periodOf(overview, options.period).id;
          const agencyId = options.agency === undefined ? null : agencyOf(overview, options.agency).id;
          const tasks = await client.matrix.read({ periodId: periodOf(overview, options.period).id });
          const task = tasks.find(({ number }) => number === options.task);
          if (!task) throw new AppError('TASK_UNKNOWN', { number: options.task });
          const title = options.title === undefined ? {} : { title: options.title };
          const added = files.map((each) => ({ file: ticketOf(each, 'read'), ...title }));
          return finish(await client.evidence.add({ taskId: task.id, agencyId, periodId, files: added }));
        },
        options.today,
      );
      printMade(step, options);
    });

  withPlanOption(evidence.command('list'))
    .description('list the evidence in the order of the catalogue; exit code 1 when --verify finds something wrong')
    .argument('<file.db>')
    .option('--verify', 'read every file through, and list only those that are missing or changed')
    .option('--json', 'for programs')
    .action(async (file: string, options: Common & { readonly verify?: true }) => {
      const lines = await withDataFile(file, async (client) => {
        const planId = (await overviewOf(client, options.plan)).plan.id;
        return options.verify ? finish(await client.evidence.verify({ planId })) : client.evidence.list({ planId });
      });
      if (options.json) printJson(lines.map(evidenceJson));
      else for (const line of lines) console.log(evidenceLine(line));
      if (options.verify && lines.length > 0) throw new AppError('EVIDENCE_TROUBLED', { count: lines.length });
    });

  withTodayOption(withPlanOption(evidence.command('catalogue')))
    .description('for an inspection: the catalogue as a workbook and the files under their numbers, into a folder')
    .argument('<file.db>')
    .requiredOption('--out <folder>', 'is made when it is not there')
    .option('--json', 'for programs')
    .action(async (file: string, options: Common & { readonly out: string }) => {
      const written = await withDataFile(
        file,
        async (client) => {
          const planId = (await overviewOf(client, options.plan)).plan.id;
          makeFolder(options.out);
          return finish(await client.evidence.catalogue({ planId, folder: ticketOf(options.out, 'forms') }));
        },
        options.today,
      );
      if (options.json) return printJson(written);
      console.log(`${written.fileName}\t${written.lines}\t${written.copied}`);
      for (const { catalogueNumber, title, message } of written.troubled) {
        console.log(`  ${catalogueNumber}\t${title}\t${message}`);
      }
    });
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new AppError('FOLDER_READ_ONLY', { folder }, { cause });
  }
}

function verificationJson({
  number,
  title,
  agencyName,
  role,
  status,
  percent,
  reportedOn,
  verification,
}: VerificationLine) {
  const { result = null, manner = null, checker = null, checkedOn = null, note = null } = verification ?? {};
  const check = { result, manner, checker, checkedOn, note };
  return { task: number, title, agency: agencyName, role, status, percent, reportedOn, ...check };
}

function verificationLine({ number, agencyName, status, verification }: VerificationLine): string {
  const found = verification === null ? '未核查' : VERIFICATION_LABELS[verification.result];
  return [number, agencyName, status ?? '', found, verification?.checkedOn ?? '', verification?.note ?? ''].join('\t');
}

function evidenceJson(line: EvidenceLine) {
  const {
    catalogueNumber,
    taskNumber,
    agencyName,
    periodLabel,
    title,
    fileName,
    sha256,
    size,
    addedOn,
    note,
    state,
    closing,
  } = line;
  return {
    number: catalogueNumber,
    task: taskNumber,
    agency: agencyName === '' ? null : agencyName,
    period: periodLabel === '' ? null : periodLabel,
    title,
    file: fileName,
    sha256,
    size,
    addedOn,
    note,
    state,
    /** The day of the closing that it proves. */
    closing: closing === null ? null : closing.closedOn,
  };
}

function evidenceLine({ catalogueNumber, title, fileName, addedOn, state }: EvidenceLine): string {
  return [catalogueNumber, title, fileName, addedOn, EVIDENCE_STATE_LABELS[state]].join('\t');
}
