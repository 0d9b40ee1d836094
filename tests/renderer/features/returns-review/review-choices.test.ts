import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  clearItems,
  decideItems,
  decideValue,
  isReviewed,
  NO_DECISIONS,
  takenDecisions,
  tally,
} from '#renderer/features/returns-review/review-choices.ts';
import { anItem, aReturn } from './a-return.ts';

const CLEAR = anItem(1);
const DOUBTED = anItem(2, { doubt: '写作 1，可能是 100%', field: 'percent', theirs: '1', offers: ['100', '1'] });
const CONFLICT = anItem(3, { state: 'conflict' });
const UNREADABLE = anItem(4, { state: 'unreadable', theirs: '基本完成', field: 'status' });
const FILE = aReturn(1, [CLEAR, DOUBTED, CONFLICT, UNREADABLE]);
const taken = (decisions: ReadonlyMap<string, never> | ReturnType<typeof decideItems>) =>
  takenDecisions(FILE, decisions);

describe('what is chosen of a return', () => {
  it('is, before anybody does anything, only what nothing casts a doubt on', () => {
    expect(tally(FILE, NO_DECISIONS)).toEqual({ taken: 1, questions: 3, conflicts: 1 });
    expect(taken(NO_DECISIONS)).toEqual([{ key: CLEAR.key, choice: 'theirs' }]);
  });

  it('never is a doubt, even if it came as chosen in a state that is a question', () => {
    expect(choiceOf({ ...CONFLICT, chosen: true }, NO_DECISIONS)).toBe('open');
    expect(choiceOf({ ...UNREADABLE, chosen: true }, NO_DECISIONS)).toBe('ours');
  });

  it('全部采用 answers every question but what cannot be read, which is taken only as typed', () => {
    const all = decideItems(NO_DECISIONS, FILE.items, 'theirs');
    expect(tally(FILE, all)).toEqual({ taken: 3, questions: 1, conflicts: 0 });
    const typed = decideValue(all, UNREADABLE, '已完成');
    expect(taken(typed).at(-1)).toEqual({ key: UNREADABLE.key, choice: 'theirs', value: '已完成' });
    expect(isReviewed(FILE, typed)).toBe(true);
  });

  it('a value of the clerk stays while the item is left and taken again; their own value typed again is theirs', () => {
    const typed = decideValue(NO_DECISIONS, DOUBTED, '80');
    const again = decideItems(decideItems(typed, [DOUBTED], 'ours'), [DOUBTED], 'theirs');
    expect(again.get(DOUBTED.key)).toEqual({ key: DOUBTED.key, choice: 'theirs', value: '80' });
    expect(decideValue(typed, DOUBTED, '1').get(DOUBTED.key)).toEqual({ key: DOUBTED.key, choice: 'theirs' });
  });

  it('a file with an open question, one that is held, and one that was taken are not reviewed', () => {
    const clear = aReturn(2, [CLEAR]);
    expect(isReviewed(clear, NO_DECISIONS)).toBe(true);
    expect(isReviewed(FILE, NO_DECISIONS)).toBe(false);
    expect(isReviewed({ ...clear, state: 'taken' }, NO_DECISIONS)).toBe(false);
    const held = { sentence: '请选择', agencies: [], periods: [] };
    expect(isReviewed({ ...clear, held }, NO_DECISIONS)).toBe(false);
  });

  it('a file with a row that says something and belongs to no task is confirmed by who has seen it', () => {
    const row = { rowNumber: 9, number: '3', taskText: '乙', agencyText: '', nearest: null };
    const left = (fields: { readonly narrative?: string }) => aReturn(2, [CLEAR], { leftRows: [{ ...row, fields }] });
    expect(isReviewed(left({}), NO_DECISIONS)).toBe(true);
    expect(isReviewed(left({ narrative: '已检查' }), NO_DECISIONS)).toBe(false);
  });

  it('全部无疑问的 are the items that nobody must look at', () => {
    expect(clearItems(FILE)).toEqual([CLEAR]);
  });
});
