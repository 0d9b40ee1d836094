import { expect, it } from 'vitest';
import { nextQuestion } from '#renderer/features/returns-review/question-walk.ts';
import { decideItems, NO_DECISIONS } from '#renderer/features/returns-review/review-choices.ts';
import { anItem, aReturn, returnId } from './a-return.ts';

const DOUBT = { doubt: '请核对' };
const HELD = aReturn(1, [], { state: 'received', held: { sentence: '请选择单位', agencies: [], periods: [] } });
const FIRST = aReturn(2, [anItem(1), anItem(2, DOUBT), anItem(3)]);
const SECOND = aReturn(3, [anItem(4), anItem(5, { state: 'conflict' })]);
const FILES = [HELD, FIRST, SECOND];
const spot = (id: number, key: number | null) => ({
  returnId: returnId(id),
  key: key === null ? null : `${key}/1/narrative`,
});

it('goes from the held file over the doubts of all files and round, both ways', () => {
  const walk = (from: ReturnType<typeof spot> | null, step: 1 | -1) => nextQuestion(FILES, new Map(), from, step);
  expect(walk(null, 1)).toEqual(spot(1, null));
  expect(walk(spot(1, null), 1)).toEqual(spot(2, 2));
  expect(walk(spot(2, 3), 1)).toEqual(spot(3, 5));
  expect(walk(spot(3, 5), 1)).toEqual(spot(1, null));
  expect(walk(null, -1)).toEqual(spot(3, 5));
  expect(walk(spot(3, 4), -1)).toEqual(spot(2, 2));
});

it('passes over what was answered, and comes back to the only one that is left', () => {
  const decisions = new Map([[returnId(2), decideItems(NO_DECISIONS, FIRST.items, 'ours')]]);
  expect(nextQuestion([FIRST, SECOND], decisions, spot(2, 2), 1)).toEqual(spot(3, 5));
  expect(nextQuestion([FIRST, SECOND], decisions, spot(3, 5), 1)).toEqual(spot(3, 5));
});

it('finds nothing where everything is clear, answered, or no longer waits', () => {
  expect(nextQuestion([], new Map(), null, 1)).toBeNull();
  expect(nextQuestion([{ ...SECOND, state: 'taken' }], new Map(), null, 1)).toBeNull();
});
