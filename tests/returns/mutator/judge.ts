import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import type { CellName, ProgressCells } from '../office/progress-cells.ts';
import { howAsked, isNoted } from '../open-cases/judge-case.ts';
import type { Draft, Truth } from './draft.ts';

/**
 * `right`: landed as anybody reads it. `asked`: anybody would read it, and still the clerk is asked. `rightly asked`:
 * nobody could tell, and the clerk is asked. `note`: only a note tells of it. `wrong`: something else landed, or it was
 * lost without a word. `refused`: the whole file.
 */
export const OUTCOMES = ['right', 'asked', 'rightly asked', 'note', 'wrong', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type JudgedMutantCell = {
  readonly cell: string;
  readonly outcome: Outcome;
  readonly expected: string;
  readonly got: string;
  readonly why: string;
};

/** Judges every cell the form could change, and every cell that changed. */
export function judgeMutant(
  draft: Pick<Draft, 'truth' | 'remarks'>,
  review: ReturnReview,
  before: ProgressCells,
  after: ProgressCells,
): readonly JudgedMutantCell[] {
  const judged = [...draft.truth].map(([key, truth]): JudgedMutantCell => {
    const was = before.get(key) ?? '';
    const got = after.get(key) ?? '';
    const outcome = outcomeOf(key, truth, was, got, review);
    return { cell: key, outcome, expected: `${truth.how} ${truth.value}`, got, why: whyAsked(key, review) };
  });
  const strays = [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => !draft.truth.has(key) && before.get(key) !== after.get(key))
    .map((key) => ({
      cell: key,
      outcome: 'wrong' as const,
      expected: `as it was ${before.get(key) ?? ''}`,
      got: after.get(key) ?? '',
      why: '',
    }));
  const told = JSON.stringify(review);
  const lost = draft.remarks
    .filter((remark) => !told.includes(remark))
    .map((remark) => ({ cell: 'remark', outcome: 'wrong' as const, expected: remark, got: 'not told', why: '' }));
  return [...judged, ...strays, ...lost, ...spiteOfDoubt(review)];
}

function outcomeOf(key: string, { how, value }: Truth, was: string, got: string, review: ReturnReview): Outcome {
  if (how !== 'ask' && got === value) return 'right';
  if (got !== was) return 'wrong';
  const cell = cellNamed(key);
  const asked = howAsked(cell, value, review);
  if (asked === 'refused') return 'refused';
  if (asked !== undefined) return how === 'land' ? 'asked' : 'rightly asked';
  if (how !== 'land' && standsUnderAnother(cell, value, review)) return 'rightly asked';
  return isNoted(cell, value, review) ? 'note' : 'wrong';
}

/** A row whose number and hidden id name two tasks, without words to tell: its cells stand under one, each with that doubt. */
function standsUnderAnother({ task, field }: CellName, value: string, { files }: ReturnReview): boolean {
  return files
    .flatMap(({ items }) => items)
    .some(
      (item) =>
        item.taskNumber !== task &&
        item.field === field &&
        !item.chosen &&
        item.doubt.includes('序号与标识不一致') &&
        value !== '' &&
        item.theirs === value,
    );
}

function cellNamed(key: string): CellName {
  const [period = '', agency = '', task = '', name = ''] = key.split('/');
  const field = PROGRESS_FIELDS.find((candidate) => candidate === name);
  if (field === undefined) throw new Error(`no such cell: ${key}`);
  return { period, agency, task: Number(task), field };
}

/** A doubt unticks: nothing that has one may be chosen beforehand. */
function spiteOfDoubt({ files }: ReturnReview): JudgedMutantCell[] {
  return files
    .flatMap(({ items }) => items)
    .filter(({ chosen, doubt }) => chosen && doubt !== '')
    .map(({ key, doubt, theirs }) => ({
      cell: `item ${key}`,
      outcome: 'wrong',
      expected: 'not chosen, it has a doubt',
      got: theirs,
      why: doubt,
    }));
}

/** What the review says about a cell, for whoever looks for the fault. */
function whyAsked(key: string, { files }: ReturnReview): string {
  const { task, agency, field } = cellNamed(key);
  const items = files
    .flatMap((file) => file.items)
    .filter((item) => item.taskNumber === task && item.agencyName === agency && item.field === field)
    .map(({ state, theirs, doubt }) => `${state} “${theirs.slice(0, 30)}” ${doubt}`);
  const held = files.flatMap((file) => (file.held === null ? [] : [`held: ${file.held.sentence}`]));
  const refused = files.flatMap(({ refusal }) => (refusal === null ? [] : [`refused: ${refusal.code}`]));
  return [...items, ...held, ...refused].join(' | ');
}
