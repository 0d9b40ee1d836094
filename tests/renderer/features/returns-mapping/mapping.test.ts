import { describe, expect, it } from 'vitest';
import { mappingColumns } from '#renderer/features/returns-mapping/mapping-columns.ts';
import {
  isMappingChanged,
  mappingProblem,
  pointHeadRow,
  setMeaning,
  startMapping,
  toMapping,
} from '#renderer/features/returns-mapping/mapping-draft.ts';
import type { ReturnColumnView } from '#shared/domain/return-review.ts';
import { aPicture } from '../../ui/a-picture.ts';

const picture = aPicture([
  ['2021年食品安全填报表', '=', '=', '='],
  ['序号', '任务', '进展', '='],
  ['^', '^', '状态', '完成情况'],
  ['1', '冷链', '推进中', '已检 30 批次'],
  ['2', '校园', '', '未开展'],
]);
const column = (view: Partial<ReturnColumnView> & { readonly column: number }): ReturnColumnView => ({
  head: '',
  field: null,
  how: null,
  filled: 2,
  doubt: '',
  ...view,
});
const file = {
  headRows: { first: 2, last: 3 },
  columns: [
    column({ column: 1, field: 'number', how: 'exact' }),
    column({ column: 2, field: 'task', how: 'exact' }),
    column({ column: 3, field: 'status', how: 'contents', doubt: '由内容读作进展状态' }),
    column({ column: 4, doubt: '有内容而不认识表头' }),
  ],
} as const;

describe('what the columns of a return mean', () => {
  it('the columns that wait for a person stand first, with their heads as written', () => {
    const listed = mappingColumns(picture, file, startMapping(file));
    expect(listed.map(({ letters, head, unclear }) => [letters, head, unclear])).toEqual([
      ['C', '进展 / 状态', true],
      ['D', '进展 / 完成情况', true],
      ['A', '序号', false],
      ['B', '任务', false],
    ]);
  });

  it('a column that a person has settled is 手工指定 and no longer unclear', () => {
    const draft = setMeaning(startMapping(file), 4, 'narrative');
    const settled = mappingColumns(picture, file, draft).find((each) => each.column === 4);
    expect(settled).toMatchObject({ field: 'narrative', how: 'pointed', unclear: false, doubt: '' });
  });

  it('a meaning belongs to one column: given to another, the first one is not read any more', () => {
    const draft = setMeaning(startMapping(file), 4, 'status');
    expect(toMapping('Sheet1', draft).columns).toEqual([
      { column: 1, field: 'number' },
      { column: 2, field: 'task' },
      { column: 4, field: 'status' },
    ]);
  });

  it('without a column that names the task, or without one that reports, it cannot be read', () => {
    const start = startMapping(file);
    expect(mappingProblem(start)).toBeNull();
    expect(mappingProblem(setMeaning(setMeaning(start, 1, null), 2, null))).toContain('序号');
    expect(mappingProblem(setMeaning(start, 3, null))).toContain('进展情况');
  });

  it('knows whether anything was pointed out', () => {
    const start = startMapping(file);
    expect(isMappingChanged(file, start)).toBe(false);
    expect(isMappingChanged(file, setMeaning(setMeaning(start, 4, 'problems'), 4, null))).toBe(false);
    expect(isMappingChanged(file, setMeaning(start, 4, 'problems'))).toBe(true);
    expect(isMappingChanged(file, { ...start, headRows: { first: 3, last: 3 } })).toBe(true);
  });

  it.each([
    [{ first: 3, last: 3 }, 2, { first: 2, last: 3 }],
    [{ first: 3, last: 3 }, 4, { first: 3, last: 4 }],
    [{ first: 2, last: 4 }, 2, { first: 3, last: 4 }],
    [{ first: 2, last: 4 }, 4, { first: 2, last: 3 }],
    [{ first: 2, last: 4 }, 3, { first: 2, last: 4 }],
    [{ first: 3, last: 3 }, 3, { first: 3, last: 3 }],
    [{ first: 3, last: 3 }, 9, { first: 9, last: 9 }],
    [{ first: 2, last: 6 }, 7, { first: 7, last: 7 }],
  ])('heads in rows %j, row %i clicked: %j', (before, row, after) => {
    expect(pointHeadRow(before, row)).toEqual(after);
  });
});
