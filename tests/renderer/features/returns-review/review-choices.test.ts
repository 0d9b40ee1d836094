import { describe, expect, it } from 'vitest';
import { chooseAll, firstChoices, keepOursWhereOpen, tally } from '#renderer/features/returns-review/review-choices.ts';
import type { ReturnFileReview, ReturnItem, ReturnItemState, ReturnReview } from '#shared/domain/return-review.ts';
import { agencyId, taskId } from '../../a-matrix.ts';

function anItem(id: number, state: ReturnItemState): ReturnItem {
  return {
    id,
    taskId: taskId(1),
    taskNumber: 1,
    taskTitle: '甲',
    field: 'narrative',
    base: '',
    theirs: '已完成',
    ours: '',
    state,
    doubt: '',
  };
}

function aFile(items: readonly ReturnItem[], seenBefore = false): ReturnFileReview {
  return {
    fileName: '回收.xlsx',
    sha256: 'a',
    agencyId: agencyId(1),
    agencyName: '县公安局',
    periodLabel: '2021-10',
    formId: null,
    seenBefore,
    items,
    unchangedCells: 0,
    notes: [],
    refusal: null,
  };
}

const ITEMS = [anItem(0, 'proposed'), anItem(1, 'conflict'), anItem(2, 'unreadable')];
const REVIEW: ReturnReview = { reviewId: 'r', files: [aFile(ITEMS)] };

describe('reviewing returns', () => {
  it('takes clear changes at first and leaves conflicts to the clerk', () => {
    expect(tally(firstChoices(REVIEW), ITEMS)).toEqual({ accepted: [0], open: 1 });
  });

  it('takes nothing at first from a file that was taken in before', () => {
    const again = firstChoices({ reviewId: 'r', files: [aFile([anItem(0, 'proposed')], true)] });
    expect(tally(again, ITEMS).accepted).toEqual([]);
  });

  it('全选 settles conflicts but never takes what cannot be read', () => {
    expect(tally(chooseAll(firstChoices(REVIEW), ITEMS, 'theirs'), ITEMS)).toEqual({ accepted: [0, 1], open: 0 });
    expect(tally(chooseAll(firstChoices(REVIEW), ITEMS, 'ours'), ITEMS)).toEqual({ accepted: [], open: 0 });
  });

  it('keeping ours where both changed leaves the clear changes taken', () => {
    expect(tally(keepOursWhereOpen(firstChoices(REVIEW)), ITEMS)).toEqual({ accepted: [0], open: 0 });
  });
});
