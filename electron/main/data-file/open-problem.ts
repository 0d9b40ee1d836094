import type { OpenFailure } from '../../backend/backend-messages.ts';

/** What a person can do when the data file does not open. */
export type OpenProblemAnswer = 'choose' | 'start-page' | 'quit' | 'retry';

const BUTTON_TEXTS: Readonly<Record<OpenProblemAnswer, string>> = {
  choose: '选择其他数据文件…',
  'start-page': '回到开始页',
  quit: '退出',
  retry: '重试',
};

/** Causes that a person can take away while the question stands: put the stick in, close the other program. */
const CAN_PASS: ReadonlySet<string> = new Set([
  'DATA_FILE_MISSING',
  'DATA_FILE_MOVED',
  'DATA_FILE_BUSY',
  'DATA_FILE_READ_ONLY',
  'DATA_FOLDER_READ_ONLY',
  'DATA_FILE_IO',
  'FILE_UNREADABLE',
  'DISK_FULL',
  'FOLDER_MISSING',
  'FILE_OPEN_ELSEWHERE',
  'NOT_THE_SAMPLE',
]);

export type OpenProblem = {
  /** What happened, what was kept, what to do: the sentence of the code. */
  readonly message: string;
  /** Full path, so that it is clear which file is meant. */
  readonly detail: string;
  /** In the order of the buttons. */
  readonly answers: readonly OpenProblemAnswer[];
  readonly buttons: readonly string[];
};

/** The question to ask when a data file did not open. No answer changes the file itself. */
export function openProblem(failure: OpenFailure, dataFile: string): OpenProblem {
  const answers: OpenProblemAnswer[] = ['choose', 'start-page', 'quit'];
  if (CAN_PASS.has(failure.code)) answers.unshift('retry');
  return {
    message: failure.message,
    detail: dataFile,
    answers,
    buttons: answers.map((answer) => BUTTON_TEXTS[answer]),
  };
}
