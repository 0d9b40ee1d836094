import { describe, expect, it } from 'vitest';
import { endKept, inListOrder, listLines, versionWords } from '#renderer/features/returns-review/list-lines.ts';
import { lineKey, reviewLines } from '#renderer/features/returns-review/review-lines.ts';
import { typedValue } from '#renderer/features/returns-review/typed-value.ts';
import type { ReturnState } from '#shared/domain/return-review.ts';
import { anItem, aReturn, aSummary } from './a-return.ts';

describe('the list of returns', () => {
  const list = [
    aSummary(1, { state: 'taken', agencyName: '县林业局' }),
    aSummary(2, { agencyName: '县公安局' }),
    aSummary(3, { state: 'received', agencyName: '', fileName: '农业局 十月.xlsx', periodLabel: '' }),
    aSummary(4, { agencyName: '县教育局', version: 2 }),
  ];
  const shown = (folded: readonly ReturnState[], words: string) =>
    listLines(list, new Map(), new Set(folded), words).map((line) =>
      line.kind === 'group' ? `${line.state} ${line.count}` : line.summary.returnId,
    );

  it('is by state, those that ask first, and folds what is done', () => {
    expect(shown(['taken'], '')).toEqual(['received 1', 3, 'to-review 2', 2, 4, 'taken 1']);
    expect(inListOrder(list).map(({ returnId }) => returnId)).toEqual([3, 2, 4, 1]);
  });

  it('is filtered by agency, file and month, folded returns too', () => {
    expect(shown(['taken'], '林业')).toEqual(['taken 1', 1]);
    expect(shown([], '农业局十月')).toEqual(['received 1', 3]);
    expect(shown([], '2021年10月')).toEqual(['to-review 2', 2, 4, 'taken 1', 1]);
    expect(shown([], '没有的单位')).toEqual([]);
  });

  it('tells apart two that wait of one agency and period: by file, else by sheet, else by when they came', () => {
    const marks = (...changes: readonly Parameters<typeof aSummary>[1][]) =>
      listLines(
        changes.map((change, index) => aSummary(index + 1, { agencyName: '县林业局', ...change })),
        new Map(),
        new Set(),
        '',
      ).flatMap((line) => (line.kind === 'file' ? line.mark : []));
    const [one, two] = [{ fileName: '林业局.xlsx' }, { fileName: '林业局 (1).xlsx' }];
    expect(marks(one, two)).toEqual(['林业局.xlsx', '林业局 (1).xlsx']);
    expect(marks({ ...one, sheet: '甲' }, { ...one, sheet: '乙' })).toEqual(['甲 · 林业局.xlsx', '乙 · 林业局.xlsx']);
    const times = marks({ ...one, receivedAt: '2021-10-15T09:00:00' }, { ...one, receivedAt: '2021-10-16T09:00:00' });
    expect(new Set(times).size).toBe(2);
    expect(marks(one, { ...two, periodLabel: '2021-11' })).toEqual(['', '']);
    expect(marks({ ...one, state: 'taken' }, two)).toEqual(['', '']);
    expect(endKept('更正-县林业局-2021年10月填报表 (1).xlsx')).toEqual(['更正-县林业局-2021年10月填报', '表 (1).xlsx']);
  });

  it('names a return that is not the first of its agency', () => {
    expect([null, 1, 2].map(versionWords)).toEqual(['', '', '第2次报送']);
  });
});

describe('what a return brings', () => {
  const items = [anItem(1), anItem(1, { key: '1/1/percent', field: 'percent' }), anItem(2)];
  const file = aReturn(1, items, {
    unchangedCells: 7,
    faults: [{ rule: 'empty', sentence: '第 1 项：未填。', taskId: null, field: null, place: null }],
    leftRows: [{ rowNumber: 9, number: '3', taskText: '乙', agencyText: '', nearest: null, fields: {} }],
    missingTasks: [{ taskId: items[2]?.taskId ?? anItem(2).taskId, number: 2, title: '甲' }],
    notes: ['2 条批注'],
  });

  it('names a task once, and below the items lists what has no cell of ours', () => {
    const lines = reviewLines(file, items);
    expect(lines.map(({ kind }) => kind)).toEqual(
      ['item', 'item', 'item', 'words', 'heading', 'fault', 'heading', 'left-row', 'heading', 'words'].concat([
        'heading',
        'words',
      ]),
    );
    expect(lines.flatMap((line) => (line.kind === 'item' ? line.isSameTask : []))).toEqual([false, true, false]);
    expect(new Set(lines.map(lineKey)).size).toBe(lines.length);
  });

  it('says how many differences are not on show', () => {
    const words = reviewLines(file, items.slice(0, 1)).flatMap((line) => (line.kind === 'words' ? line.words : []));
    expect(words[0]).toBe('另有 2 处没有疑问的差异没有列出');
    expect(words[1]).toBe('另有 7 格与现有数据一致');
  });
});

describe('a value typed in place of theirs', () => {
  it.each([
    ['status', '完成', '已完成'],
    ['percent', '80%', '80'],
    ['percent', '0.4', '40'],
    ['reportedOn', '10月15日', '2021-10-15'],
    ['narrative', '已开展检查。\r\n', '已开展检查。'],
    ['percent', '', ''],
  ] as const)('%s %s is kept in the writing of the form: %s', (field, text, value) => {
    expect(typedValue(field, text, '2021-10-28')).toEqual({ kind: 'value', value });
  });

  it.each([
    ['percent', '300'],
    ['status', '差不多了'],
    ['reportedOn', '2月30日'],
  ] as const)('%s %s is refused with how it can be written', (field, text) => {
    expect(typedValue(field, text, '2021-10-28')).toMatchObject({ kind: 'refused' });
  });
});
