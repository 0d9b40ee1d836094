import type { ReturnRuleName } from './return-rules.ts';
import { STATUS_LABELS, STATUSES } from './status.ts';

/** What an agency wrote into a row of its form, as the cells hold it. */
export type WrittenReport = {
  /** A word, as it stands there. */
  readonly status: string;
  /** A share of 1; a text when something else than a number stands there; `null`: nothing. */
  readonly percent: number | string | null;
  readonly narrative: string;
  readonly problems: string;
};

/** What of a report is still to be filled in, and what cannot be as it is. */
export type ReportNeeds = {
  /** Names of fields: 进展状态, 进展情况. */
  readonly missing: readonly string[];
  /** Half sentences: 受阻须写存在问题. */
  readonly wrong: readonly string[];
};

/** Rules of the return check that a form can tell its agency beforehand (shared/domain/return-rules.ts). */
export const FORM_RULES = [
  'blocked-without-problem',
  'done-below-hundred',
] as const satisfies readonly ReturnRuleName[];
export type FormRule = (typeof FORM_RULES)[number];

/** What stands in 存在问题 when there is none: the short ways that a formula can hear. */
export const NO_PROBLEM_WORDS = ['', '无', '暂无', '没有', '无问题', '/', '-'] as const;

const WORDS: ReadonlySet<string> = new Set(STATUSES.map((status) => STATUS_LABELS[status]));

/** Blanks of any width and line ends around a text are nothing. The formula of the form does the same. */
function bare(text: string): string {
  return text.replaceAll('　', '').trim();
}

/**
 * What a report needs: a status, and unless nothing is to be done (不涉及) words on the progress; who is held up says by
 * what; a share lies between 0 and 100%. backend/excel/form/missing-formula.ts says the same as a formula, and a test
 * holds the two against each other.
 */
export function reportNeeds(report: WrittenReport, rules: ReadonlySet<FormRule>): ReportNeeds {
  const status = bare(report.status);
  const missing = [
    ...(status === '' ? ['进展状态'] : []),
    ...(bare(report.narrative) === '' && status !== STATUS_LABELS['not-applicable'] ? ['进展情况'] : []),
  ];
  const problems: readonly string[] = NO_PROBLEM_WORDS;
  const wrong = [
    ...(status !== '' && !WORDS.has(status) ? ['进展状态请从下拉列表中选'] : []),
    ...(rules.has('blocked-without-problem') &&
    status === STATUS_LABELS.blocked &&
    problems.includes(bare(report.problems))
      ? ['受阻须写存在问题']
      : []),
    ...percentFault(report.percent),
    ...(rules.has('done-below-hundred') &&
    status === STATUS_LABELS.done &&
    typeof report.percent === 'number' &&
    report.percent < 1
      ? ['已完成而完成比例不到100%']
      : []),
  ];
  return { missing, wrong };
}

function percentFault(percent: WrittenReport['percent']): readonly string[] {
  if (percent === null || (typeof percent === 'string' && bare(percent) === '')) return [];
  if (typeof percent === 'string') return ['完成比例须填0%至100%的数'];
  if (percent > 1) return ['完成比例超过100%'];
  return percent < 0 ? ['完成比例小于0%'] : [];
}

/** The sentence of the column 还差; empty when nothing is. */
export function needsText({ missing, wrong }: ReportNeeds): string {
  const parts = [missing.join('、'), ...wrong].filter((part) => part !== '');
  return parts.length === 0 ? '' : `还差：${parts.join('；')}`;
}

/** In how many places: what stands in 未填 N 处. */
export function needsCount({ missing, wrong }: ReportNeeds): number {
  return missing.length + wrong.length;
}
