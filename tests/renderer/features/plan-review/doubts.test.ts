import { describe, expect, test } from 'vitest';
import { type Doubt, doubtsOf, nextDoubt } from '#renderer/features/plan-review/doubts/doubts.ts';
import { aDraft, aPlanReview, SOURCE } from './a-draft.ts';

const { reading } = aPlanReview();
const kinds = (doubts: readonly Doubt[]) => doubts.map((doubt) => doubt.kind);

describe('doubts', () => {
  test('name what a clerk must look at, in the order of the document', () => {
    expect(kinds(doubtsOf(aDraft(), reading))).toEqual([
      'UNKNOWN_AGENCY',
      'NO_LEAD',
      'NO_RESPONSIBILITY',
      'LOOK_ALIKE_LEFT_OUT',
      'ALIAS_PROPOSED',
    ]);
  });

  test('go away when the thing is put right', () => {
    const draft = aDraft(
      { kind: 'choose-lead', key: 2, agency: '县公安局' },
      { kind: 'add-role', key: 3, agency: '县公安局', role: 'lead' },
      { kind: 'merge-agency', name: '县农业和农村局', into: '县农业农村局' },
    );
    expect(kinds(doubtsOf(draft, reading))).toEqual(['UNKNOWN_AGENCY', 'LOOK_ALIKE_LEFT_OUT']);
  });

  test('that a person has seen stay in the list, marked', () => {
    const [first] = doubtsOf(aDraft(), reading);
    const draft = aDraft({ kind: 'see', doubts: [first?.id ?? ''], seen: true });
    expect(doubtsOf(draft, reading).map((doubt) => doubt.isSeen)).toEqual([true, false, false, false, false]);
  });

  test('two leads in one bracket are a doubt', () => {
    const draft = aDraft({ kind: 'add-role', key: 1, agency: '县财政局', role: 'lead' });
    expect(kinds(doubtsOf(draft, reading))).toContain('SEVERAL_LEADS');
  });

  test('a bracket that was left out and then taken is no doubt any more', () => {
    const left = doubtsOf(aDraft(), reading).find((doubt) => doubt.kind === 'LOOK_ALIKE_LEFT_OUT');
    const span = left?.span ?? { start: 0, end: 0 };
    expect(SOURCE.slice(span.start, span.end)).toContain('局办公室');
    const responsibility = { text: '局办公室组织', roles: [], scope: '', span };
    const draft = aDraft({ kind: 'add-responsibility', key: 3, responsibility });
    expect(kinds(doubtsOf(draft, reading))).not.toContain('LOOK_ALIKE_LEFT_OUT');
  });

  test('a removed task takes its doubts with it; repeated numbers are found', () => {
    const without = doubtsOf(aDraft({ kind: 'remove-task', key: 3 }), reading);
    expect(kinds(without)).not.toContain('NO_RESPONSIBILITY');
    const repeated = aDraft({ kind: 'set-task', key: 2, patch: { number: 1 } });
    expect(kinds(doubtsOf(repeated, reading))).toContain('NUMBER_REPEATED');
  });
});

describe('walking the doubts', () => {
  test('goes round over those that are open', () => {
    const all = doubtsOf(aDraft(), reading);
    const [first, second] = all;
    expect(nextDoubt(all, null, 1)).toBe(first);
    expect(nextDoubt(all, first?.id ?? '', 1)).toBe(second);
    expect(nextDoubt(all, first?.id ?? '', -1)).toBe(all.at(-1));
    const seen = all.map((doubt) => ({ ...doubt, isSeen: doubt !== first }));
    expect(nextDoubt(seen, null, 1)?.id).toBe(first?.id);
    expect(nextDoubt([], null, 1)).toBeUndefined();
  });
});
