import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsBetween, type ReviewedTable } from '#backend/returns/comparing/conflicts-between.ts';
import { PeriodIdSchema, ReturnIdSchema } from '#shared/domain/ids.ts';
import { aRow, compareRows, entryOf, type Texts } from '../returned-rows.ts';

const OCTOBER = PeriodIdSchema.parse(10);

function aFile(fileName: string, theirs: Texts, sent: Texts = {}, more: Partial<ReviewedTable> = {}): ReviewedTable {
  const { items, untouched } = compareRows([aRow({}, theirs)], { sent: entryOf(sent), ours: entryOf(sent) });
  return { fileName, sheet: '填报表', periodId: OCTOBER, items, untouched, ...more };
}

function settled(...files: readonly ReviewedTable[]) {
  return conflictsBetween(files).map((items) =>
    items.map(({ field, state, chosen, doubt }) => ({ field, state, chosen, doubt })),
  );
}

describe('files of one review on one cell', () => {
  it('are a conflict when they say two things', () => {
    expect(settled(aFile('张.xlsx', { narrative: '甲' }), aFile('李.xlsx', { narrative: '乙' }))).toEqual([
      [{ field: 'narrative', state: 'conflict', chosen: false, doubt: '“李.xlsx”中此格是“乙”' }],
      [{ field: 'narrative', state: 'conflict', chosen: false, doubt: '“张.xlsx”中此格是“甲”' }],
    ]);
  });

  it('count once when they say the same', () => {
    expect(settled(aFile('张.xlsx', { percent: '50' }), aFile('李.xlsx', { percent: '50.0' }))).toMatchObject([
      [{ state: 'proposed', chosen: true, doubt: '' }],
      [{ state: 'proposed', chosen: false, doubt: '与“张.xlsx”中相同，只计一次' }],
    ]);
  });

  it('are asked about when one changed what the other, filled in too, has as it was sent', () => {
    const first = aFile('第一次.xlsx', { narrative: '填错行', problems: '无' });
    const second = aFile('更正后.xlsx', { problems: '无', percent: '60' });
    expect(settled(first, second)).toMatchObject([
      [
        { field: 'narrative', state: 'proposed', chosen: false, doubt: '“更正后.xlsx”中此格没有改动' },
        { field: 'problems', chosen: true },
      ],
      [
        { field: 'percent', chosen: false },
        { field: 'problems', chosen: false },
      ],
    ]);
  });

  it('are asked about when the other came back as it was sent, for that may be the correction', () => {
    const filled = aFile('第一次.xlsx', { narrative: '甲' });
    expect(settled(filled, aFile('更正后.xlsx', {}))).toMatchObject([[{ chosen: false }], []]);
  });

  it('are none when the other is the untouched sheet of the same file, came long before, or is of another period', () => {
    const filled = aFile('副本.xlsx', { narrative: '甲' }, {}, { receivedAt: '2021-10-20T09:00:00Z' });
    expect(settled(filled, aFile('副本.xlsx', {}, {}, { sheet: '填报表 (2)' }))).toMatchObject([
      [{ chosen: true }],
      [],
    ]);
    const earlier = aFile('初报.xlsx', { percent: '50' }, {}, { receivedAt: '2021-10-18T09:00:00Z' });
    expect(settled(earlier, filled)).toMatchObject([[{ chosen: false }], [{ chosen: true }]]);
    const together = { ...earlier, receivedAt: '2021-10-20T08:59:00Z' };
    expect(settled(together, filled)).toMatchObject([[{ chosen: false }], [{ chosen: false }]]);
    // A clock set back between them does not make the later one the earlier: they were kept in their order.
    const setBack = { ...earlier, returnId: ReturnIdSchema.parse(8) };
    expect(settled(setBack, { ...filled, returnId: ReturnIdSchema.parse(7) })).toMatchObject([
      [{ chosen: true }],
      [{ chosen: false }],
    ]);
    const september = aFile('九月.xlsx', { narrative: '乙' }, {}, { periodId: PeriodIdSchema.parse(9) });
    expect(settled(filled, september)).toMatchObject([[{ chosen: true }], [{ chosen: true }]]);
  });

  it('are named by their sheets within one workbook', () => {
    const [[item] = []] = settled(
      aFile('一.xlsx', { narrative: '甲' }),
      aFile('一.xlsx', { narrative: '乙' }, {}, { sheet: '填报表 (2)' }),
    );
    expect(item?.doubt).toContain('填报表 (2)');
  });

  it('never leave two chosen items on one cell, nor one that others contradict', () => {
    const value = fc.constantFrom('', '甲', '乙');
    const texts = fc.record({ narrative: value, problems: value, percent: fc.constantFrom('', '50', '50.0', '60') });
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 5 }), texts, (returned, sent) => {
        const files = returned.map((theirs, index) => aFile(`${index}.xlsx`, theirs, sent));
        const chosen = conflictsBetween(files)
          .flat()
          .filter((item) => item.chosen);
        expect(new Set(chosen.map(({ key }) => key)).size).toBe(chosen.length);
        for (const item of chosen) {
          const said = files.flatMap(({ items }) => items.filter(({ key }) => key === item.key));
          expect(said.every(({ theirs }) => Number(theirs) === Number(item.theirs) || theirs === item.theirs)).toBe(
            true,
          );
        }
      }),
    );
  });
});
