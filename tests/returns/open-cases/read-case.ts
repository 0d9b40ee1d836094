import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import type { CellName } from '../office/progress-cells.ts';

/**
 * The open cases lie beside the project and are never copied into it: base.db and cases/. Where they are absent,
 * whoever needs them says so.
 */
const PROJECT = path.dirname(path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url)))));
const OPEN_CASES = path.join(path.dirname(PROJECT), 'shared', 'returns-untried');

export const OPEN_CASES_ABSENT = '回收表样例 ../shared/returns-untried 不在项目旁边，跳过';

/** A data file from which the forms of the cases were sent. */
export const OPEN_CASES_BASE = path.join(OPEN_CASES, 'base.db');

/**
 * Cells that were filled in besides, as anybody who opens the workbooks sees, though expected.txt names them not: they
 * may land with this value.
 */
const ALSO_FILLED: Readonly<Record<string, readonly string[]>> = {
  'A08-merged': [7, 10].map((task) => `2021-10/县农业农村局/${task}/status=推进中`),
  'A23-two-forms-one-workbook': ['2021-10/县市场监督管理局/1/status=已完成'],
  'A23b-two-forms-second-agency': ['2021-10/县市场监督管理局/1/status=已完成'],
  'A29-filled-in-a-copy-of-the-sheet': ['2021-10/县农业农村局/7/status=推进中'],
  'A36-status-left-empty': [
    '2021-10/县市场监督管理局/1/narrative=全部完成',
    '2021-10/县市场监督管理局/3/narrative=尚未开展',
    '2021-10/县市场监督管理局/4/narrative=不涉及本单位',
    '2021-10/县市场监督管理局/8/reportedOn=2021-10-08',
  ],
  'P06-formula-without-stored-result': ['2021-10/县农业农村局/7/status=推进中'],
  'P14-empty-strings-and-inline': ['2021-10/县农业农村局/7/status=推进中'],
};

/** `?` as a value: must be asked, must not be taken. */
export type Expected = CellName & { readonly value: string };

export type OpenCase = {
  readonly name: string;
  /** Paths of the workbooks that came back. */
  readonly files: readonly string[];
  readonly what: string;
  readonly expected: readonly Expected[];
  /** What may land besides, as `key=value`. */
  readonly alsoFilled: ReadonlySet<string>;
};

const RETURNED = /\.(?:xlsx|xlsm|xlsb|xls|et|ods|csv|tsv|txt|html?|mht|zip|docx?)$/iu;
const EXPECTED = /^task (\d+) (\w+) = (['"])(.*)\3 \((.+), (\d{4}-\d{2})\)$/u;

export function openCasesArePresent(): boolean {
  return fs.existsSync(OPEN_CASES_BASE);
}

/** All cases that have workbooks; those that try the window have none. */
export function readOpenCases(): readonly OpenCase[] {
  const folder = path.join(OPEN_CASES, 'cases');
  return fs
    .readdirSync(folder)
    .toSorted()
    .map((name) => readCase(path.join(folder, name)))
    .filter(({ files }) => files.length > 0);
}

function readCase(folder: string): OpenCase {
  const lines = fs.readFileSync(path.join(folder, 'expected.txt'), 'utf8').split('\n');
  const files = fs
    .readdirSync(folder)
    .filter((name) => RETURNED.test(name) && !/^(?:expected|observed)/u.test(name))
    .map((name) => path.join(folder, name));
  return {
    name: path.basename(folder),
    files,
    what: lines[0] ?? '',
    expected: lines.filter((line) => line.startsWith('task ')).map(readExpected),
    alsoFilled: new Set(ALSO_FILLED[path.basename(folder)]),
  };
}

function readExpected(line: string): Expected {
  const [, task, name, , written = '', agency = '', period = ''] = EXPECTED.exec(line) ?? [];
  const field = PROGRESS_FIELDS.find((candidate): candidate is ProgressField => candidate === name);
  if (field === undefined) throw new Error(`not understood: ${line}`);
  const value = written.replace(/\\n/gu, '\n').replace(/\\(['"\\])/gu, '$1');
  return { task: Number(task), field, agency, period, value };
}

/** Cases about the same bytes ask about different cells of them: what another one names is no stray change. */
export function namedElsewhere(cases: readonly OpenCase[], mine: OpenCase): readonly Expected[] {
  const hash = hashOf(mine);
  return cases.filter((other) => other !== mine && hashOf(other) === hash).flatMap(({ expected }) => expected);
}

function hashOf({ files }: OpenCase): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(fs.readFileSync(file));
  return hash.digest('hex');
}
