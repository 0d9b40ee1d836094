import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatrixSheet, progressTextOf, textAt } from '#renderer/grid/matrix/matrix-sheet.ts';
import { planPaste } from '#renderer/grid/matrix/plan-paste.ts';
import { copiedBlock } from '#renderer/grid/sheet/clipboard/copied-block.ts';
import { layOutCells, toHtmlTable } from '#renderer/grid/sheet/clipboard/html-table.ts';
import { type Block, parseTsv, toTsv } from '#renderer/grid/sheet/clipboard/tsv.ts';
import { areaBetween } from '#renderer/grid/sheet/selection/geometry.ts';
import type { PasteOrder } from '#renderer/grid/sheet/sheet-model.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { aSheet } from '../../a-sheet.ts';

const area = (top: number, left: number, bottom = top, right = left) =>
  areaBetween({ row: top, column: left }, { row: bottom, column: right });

/** `2/3 ●`: task 2, agency 3 becomes a lead. */
function pasted(sheet: MatrixSheet, order: Omit<PasteOrder, 'cutFrom'> & Partial<PasteOrder>) {
  const plan = planPaste(sheet, { cutFrom: [], ...order });
  if (plan.kind === 'refused') return plan.error.message;
  return plan.changes.roles.map(
    ({ taskId, agencyId, role }) => `${taskId}/${agencyId} ${role ? ROLE_MARKS[role] : '-'}`,
  );
}

describe('text on the clipboard', () => {
  it('is read line by line, whatever the line ends', () => {
    expect(parseTsv('●\t○\r\n△\t\r\n')).toEqual([
      ['●', '○'],
      ['△', ''],
    ]);
    expect(parseTsv('')).toEqual([['']]);
  });

  it('keeps line breaks, tabs and quotes of a quoted cell, and a quote somebody typed', () => {
    expect(parseTsv('"第一行\n第二行"\t"他说""好"""\r\n')).toEqual([['第一行\n第二行', '他说"好"']]);
    expect(parseTsv('"没有结束\t●')).toEqual([['"没有结束', '●']]);
    expect(parseTsv('5" 管\t●')).toEqual([['5" 管', '●']]);
  });

  it('comes back as it was written, for any texts', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '\t', '\n', "'", '=', '-', '牵', 'a', ' ', '●') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      );
    fc.assert(
      fc.property(block, (texts) => {
        expect(parseTsv(toTsv(texts))).toEqual(texts);
      }),
    );
  });

  it('never throws, and is at least one cell, whatever another program has put there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseTsv(text).flat().length).toBeGreaterThan(0);
      }),
    );
  });

  it('of a title that looks like a formula is no formula for a spreadsheet', () => {
    expect(toTsv([['=cmd|calc', '-', '+10%']])).toBe("'=cmd|calc\t-\t'+10%\r\n");
  });
});

describe('a table on the clipboard', () => {
  it('names no tag and no formula of a text', () => {
    const html = toHtmlTable([['<img src=x onerror=alert(1)>', '一行\n两行']]);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toMatch(/一行<br[^>]*>两行/);
    expect(html).toContain("mso-number-format:'\\@'");
  });

  it('has merged cells in the places they cover, the text in the first', () => {
    const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan });
    expect(
      layOutCells([
        [cell('甲', 2), cell('乙', 1, 2)],
        [cell('丙'), cell('丁')],
      ]),
    ).toEqual([
      ['甲', '乙', ''],
      ['', '丙', '丁'],
    ]);
    expect(layOutCells([[cell('全', 1, 99_999_999)]])?.[0]?.length).toBe(1000);
    const bomb = Array.from({ length: 2000 }, () => [cell('x', 1000, 1000)]);
    expect(layOutCells(bomb)).toBeUndefined();
  });
});

describe('copying', () => {
  const sheet = aSheet(['●○.', '..△']);

  it('takes the words of the progress view where those are shown', () => {
    const [[words = ''] = []] =
      copiedBlock(sheet, [area(0, 2)], ({ rows, columns }, { row, column }) => {
        const task = rows[row];
        return task ? progressTextOf(task, columns[column] ?? '', WORDS_SET.lights) : '';
      }) ?? [];
    expect(words).toMatch(/^● ./u);
    expect(words).not.toBe('●');
  });

  it('takes numbers and titles as they are shown', () => {
    expect(copiedBlock(sheet, [area(0, 0, 1, 4)], textAt)).toEqual([
      ['1', '任务1', '●', '○', ''],
      ['2', '任务2', '', '', '△'],
    ]);
  });

  it('puts areas of the same rows or columns together, in the order they are shown', () => {
    expect(copiedBlock(sheet, [area(0, 4, 1, 4), area(0, 2, 1, 2)], textAt)).toEqual([
      ['●', ''],
      ['', '△'],
    ]);
    expect(copiedBlock(sheet, [area(1, 3, 1, 4), area(0, 3, 0, 4)], textAt)).toEqual([
      ['○', ''],
      ['', '△'],
    ]);
    expect(copiedBlock(sheet, [area(0, 2), area(1, 3)], textAt)).toBeUndefined();
  });
});

describe('pasting', () => {
  it('one cell fills all that is selected', () => {
    const sheet = aSheet(['...', '.●.']);
    expect(pasted(sheet, { block: [['牵头']], areas: [area(0, 2, 1, 3)] })).toEqual(['1/1 ●', '1/2 ●', '2/1 ●']);
  });

  it('repeats a block over a multiple of it, and lays it down once over anything else', () => {
    const block: Block = [['1', '2']];
    const sheet = aSheet(['....', '....']);
    expect(pasted(sheet, { block, areas: [area(0, 2, 1, 5)] })).toHaveLength(8);
    expect(pasted(sheet, { block, areas: [area(0, 2, 1, 4)] })).toEqual(['1/1 ●', '1/2 ○']);
    expect(pasted(sheet, { block, areas: [area(0, 2, 1, 2)] })).toEqual(['1/1 ●', '1/2 ○', '2/1 ●', '2/2 ○']);
  });

  it('begins at the start of a whole row, which it is not to fill', () => {
    const sheet = aSheet(['......', '......']);
    const plan = planPaste(sheet, { block: [['1', '任务1', '●', '○']], areas: [area(0, 0, 0, 7)], cutFrom: [] });
    expect(plan).toMatchObject({ areas: [area(0, 0, 0, 3)], skipped: 0 });
  });

  it('goes into several areas that each fit, and is refused when one does not', () => {
    const sheet = aSheet(['....', '....']);
    expect(pasted(sheet, { block: [['3']], areas: [area(0, 2), area(1, 5)] })).toEqual(['1/1 △', '2/4 △']);
    expect(pasted(sheet, { block: [['1', '2']], areas: [area(0, 2, 0, 3), area(1, 2)] })).toContain('大小不同');
  });

  it('understands every usual writing of a role, and takes roles away where it is empty', () => {
    const sheet = aSheet(['●●●●', '....']);
    const block = [
      ['', '无', '协办', '★'],
      ['Q', '◎', '主办', '按职责分工负责'],
    ];
    expect(pasted(sheet, { block, areas: [area(0, 2)] })).toEqual([
      '1/1 -',
      '1/2 -',
      '1/3 △',
      '2/1 ●',
      '2/2 ○',
      '2/3 ●',
      '2/4 ○',
    ]);
  });

  it('is refused as a whole for one text that names no role, and says where it stands', () => {
    const sheet = aSheet(['..', '..']);
    expect(
      pasted(sheet, {
        block: [
          ['●', '○'],
          ['●', '下周'],
        ],
        areas: [area(0, 2)],
      }),
    ).toContain('第 2 项（粘贴内容的第 2 行第 2 列）的“下周”');
  });

  it('a title is one line: breaks inside the pasted cell become blanks, and a cell of breaks alone is no title', () => {
    const pasted = planPaste(aSheet(['..', '..']), {
      block: [['春季\n防疫 \r\n检查'], ['\n']],
      areas: [area(0, 1, 0, 1)],
      cutFrom: [],
    });
    expect(pasted).toMatchObject({ changes: { titles: [{ taskId: 1, title: '春季 防疫 检查' }] }, skipped: 1 });
  });

  it('counts what lies beyond the edge and what cannot be written, and pastes titles', () => {
    const plan = planPaste(aSheet(['..', '..']), {
      block: [
        ['9', '新的标题', '●', '', '●'],
        ['2', '任务2', '', '○', '●'],
        ['3', '任务3', '●', '●', '●'],
      ],
      areas: [area(0, 0)],
      cutFrom: [],
    });
    expect(plan).toMatchObject({
      changes: {
        roles: [
          { taskId: 1, agencyId: 1, role: 'lead' },
          { taskId: 2, agencyId: 2, role: 'co-responsible' },
        ],
        titles: [{ taskId: 1, title: '新的标题' }],
      },
      skipped: 1,
      outside: 7,
      areas: [area(0, 0, 1, 3)],
    });
  });

  it('moves what was cut, also over a part of itself', () => {
    const sheet = aSheet(['●○..']);
    expect(pasted(sheet, { block: [['●', '○']], areas: [area(0, 3)], cutFrom: [area(0, 2, 0, 3)] })).toEqual([
      '1/1 -',
      '1/2 ●',
      '1/3 ○',
    ]);
  });

  it('what was copied, in its own place, changes nothing; elsewhere it makes the same picture', () => {
    const signs = fc.constantFrom('●', '○', '△', '.');
    const pictures = fc.array(fc.string({ unit: signs, minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 });
    const corner = fc.record({ row: fc.nat(4), column: fc.integer({ min: 2, max: 6 }) });
    fc.assert(
      fc.property(pictures, corner, corner, corner, (picture, one, other, at) => {
        const sheet = aSheet(picture);
        const from = areaBetween(one, other);
        const block = parseTsv(toTsv(copiedBlock(sheet, [from], textAt) ?? []));
        expect(pasted(sheet, { block, areas: [from] })).toEqual([]);

        const plan = planPaste(sheet, { block, areas: [area(at.row, at.column)], cutFrom: [] });
        if (plan.kind === 'refused') throw plan.error;
        const after = plan.changes.roles.reduce((lines, { taskId, agencyId, role }) => {
          const line = [...(lines[taskId - 1] ?? '')];
          line[agencyId - 1] = role ? ROLE_MARKS[role] : '.';
          return lines.with(taskId - 1, line.join(''));
        }, picture);
        const shown = copiedBlock(aSheet(after), plan.areas, textAt);
        const [rows, columns] = [shown?.length ?? 0, shown?.[0]?.length ?? 0];
        expect(shown).toEqual(block.slice(0, rows).map((line) => line.slice(0, columns)));
      }),
    );
  });
});
