import { type FormRule, NO_PROBLEM_WORDS } from '#shared/domain/report-needs.ts';
import { STATUS_LABELS, STATUSES } from '#shared/domain/status.ts';

/**
 * The formulas by which a form tells its agency what is missing, without macros. Only functions that Excel 2010, WPS
 * and LibreOffice all know, and none of a text from outside: addresses, and words of our own.
 * `shared/domain/report-needs.ts` says the same in the program, for the results that are written beside them.
 */

/** Addresses of a row's cells that an agency fills in: G5, H5 … */
export type RowCells = {
  readonly status: string;
  readonly percent: string;
  readonly narrative: string;
  readonly problems: string;
};

/** Blanks of any width, line ends and signs that are not shown are nothing. */
function bare(cell: string): string {
  return `TRIM(CLEAN(SUBSTITUTE(${cell},"　","")))`;
}

const quoted = (word: string): string => `"${word}"`;

function isOneOf(cell: string, words: readonly string[]): string {
  return `OR(${words.map((word) => `${bare(cell)}=${quoted(word)}`).join(',')})`;
}

const STATUS_WORDS = STATUSES.map((status) => STATUS_LABELS[status]);

/** Everything that a row lacks, each with its separator before it: 、进展状态、进展情况；受阻须写存在问题 */
function listOf({ status, percent, narrative, problems }: RowCells, rules: ReadonlySet<FormRule>): string {
  const is = (word: string): string => `${bare(status)}=${quoted(word)}`;
  const parts = [
    `IF(${is('')},"、进展状态","")`,
    `IF(AND(LEN(${bare(narrative)})=0,${bare(status)}<>${quoted(STATUS_LABELS['not-applicable'])}),"、进展情况","")`,
    `IF(${isOneOf(status, ['', ...STATUS_WORDS])},"","；进展状态请从下拉列表中选")`,
    ...(rules.has('blocked-without-problem')
      ? [`IF(AND(${is(STATUS_LABELS.blocked)},${isOneOf(problems, NO_PROBLEM_WORDS)}),"；受阻须写存在问题","")`]
      : []),
    `IF(ISNUMBER(${percent}),IF(${percent}>1,"；完成比例超过100%",IF(${percent}<0,"；完成比例小于0%","")),IF(LEN(${bare(percent)})=0,"","；完成比例须填0%至100%的数"))`,
    ...(rules.has('done-below-hundred')
      ? [`IF(AND(${is(STATUS_LABELS.done)},ISNUMBER(${percent})),IF(${percent}<1,"；已完成而完成比例不到100%",""),"")`]
      : []),
  ];
  return parts.join('&');
}

/**
 * The column 还差 of one row: 还差：进展状态、进展情况；完成比例超过100%, or nothing. The list is written once only, because
 * it is long: with a bar behind it, by which an empty one is known, and its first separator taken away after the colon.
 */
export function missingFormula(cells: RowCells, rules: ReadonlySet<FormRule>): string {
  const changes = [
    ['还差：|', ''],
    ['：、', '：'],
    ['：；', '：'],
    ['|', ''],
  ] as const;
  const said = `"还差："&${listOf(cells, rules)}&"|"`;
  return changes.reduce((text, [from, to]) => `SUBSTITUTE(${text},${quoted(from)},${quoted(to)})`, said);
}

/** How many things a block of such cells names: one each, and one more for each separator. */
export function countFormula(range: string): string {
  const separators = `LEN(${range})-LEN(SUBSTITUTE(SUBSTITUTE(${range},"、",""),"；",""))`;
  return `SUMPRODUCT((LEN(${range})>0)*(1+${separators}))`;
}

/** 还差 of a target's row: the value this period, and the one up to now. A value below zero is none. */
export function valueFormula(value: string): string {
  return `IF(ISNUMBER(${value}),IF(${value}<0,"还差：本期值小于0",""),IF(LEN(${bare(value)})=0,"","还差：本期值须填数字"))`;
}
