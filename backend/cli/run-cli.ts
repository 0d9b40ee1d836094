import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { fromWireError } from '#shared/contract/wire-error.ts';
import { operatorFrom } from '#shared/domain/operator.ts';
import { registerCalendarCommands } from './calendar-commands.ts';
import { registerDataCommands } from './data-commands.ts';
import { registerDeadlineCommands } from './deadline-commands.ts';
import { registerDutyCommands } from './duty-commands.ts';
import { registerEntryCommands } from './entry-commands.ts';
import { registerExcelCommands } from './excel-commands.ts';
import { registerExportLogCommands } from './export-log-commands.ts';
import { registerFillCommand } from './fill-command.ts';
import { registerHistoryCommands } from './history-commands.ts';
import { registerLayoutCommands } from './layout-commands.ts';
import { registerLeaderCommands } from './leader-commands.ts';
import { registerLightCommands } from './light-commands.ts';
import { registerMatterCommands } from './matter-commands.ts';
import { registerMilestoneCommands } from './milestone-commands.ts';
import { registerPageCommands } from './page-commands.ts';
import { registerPeopleCommands } from './people-commands.ts';
import { registerPeriodCommands } from './period-commands.ts';
import { registerPlanCommands } from './plan-commands.ts';
import { registerProofCommands } from './proof-commands.ts';
import { registerReminderCommands } from './reminder-commands.ts';
import { registerReturnsCommands } from './returns-commands.ts';
import { registerSampleCommands } from './sample-commands.ts';
import { Refusal, workAs } from './session.ts';
import { registerStatisticsCommands } from './statistics-commands.ts';
import { registerSummaryCommands } from './summary-commands.ts';
import { registerTemplateCommands } from './template-commands.ts';
import { registerYearCommands } from './year-commands.ts';

/** 0: done, 1: refused (bad file, unknown agency …), 2: wrong use of the command line. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs one command line. Standard output carries the result only; sentences for people go to standard error.
 *
 * @param args the words after the program's name
 */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  const program = new Command('matrix')
    .description('责任矩阵 command line: the same calls as the window, without a window')
    .exitOverride()
    .showHelpAfterError('(matrix --help lists the commands)')
    .addOption(
      new Option('--operator <name>', 'who makes the changes, for the history; left out, the user of the computer')
        .env('MATRIX_OPERATOR')
        .argParser(operatorName),
    )
    .hook('preAction', (main) => workAs(main.opts<{ operator?: string }>().operator));
  registerPlanCommands(program);
  registerDataCommands(program);
  registerPeriodCommands(program);
  registerLightCommands(program);
  registerDeadlineCommands(program);
  registerCalendarCommands(program);
  registerExcelCommands(program);
  registerLayoutCommands(program);
  registerReturnsCommands(program);
  registerSampleCommands(program);
  registerEntryCommands(program);
  registerProofCommands(program);
  registerMilestoneCommands(program);
  registerPeopleCommands(program);
  registerLeaderCommands(program);
  registerMatterCommands(program);
  registerYearCommands(program);
  registerDutyCommands(program);
  registerReminderCommands(program);
  registerHistoryCommands(program);
  registerExportLogCommands(program);
  registerStatisticsCommands(program);
  registerPageCommands(program);
  registerSummaryCommands(program);
  registerTemplateCommands(program);
  registerFillCommand(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { code, message, cause } = error instanceof Refusal ? error : fromWireError(error);
    console.error(`${code}: ${message}`);
    if (code === 'INTERNAL' && process.env['MATRIX_DEBUG']) console.error(cause);
    return code === 'BAD_PARAMS' ? 2 : 1;
  }
}

/** Commander's reader of an operator's name. */
function operatorName(text: string): string {
  const name = operatorFrom(text);
  if (name === undefined) throw new InvalidArgumentError('a name on one line, not longer than 40 characters');
  return name;
}
