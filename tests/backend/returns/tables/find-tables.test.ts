// A returned file holds more than one clean form: two agencies in one workbook, a filled copy beside the empty original,
// heads on every printed page, sheets of their own. Every filled table is given, and what is left out is named.
import { describe, expect, it } from 'vitest';
import { readReturn } from '#backend/returns/tables/read-return.ts';
import { type Given, sheetRead, tableOf } from '../returned-sheets.ts';

const HEADS = ['序号', '工作任务', '进展状态', '完成比例', '进展情况', '填报日期', '任务标识'];
const TASKS = ['建立冷链食品追溯体系', '开展校园食品安全行动', '严把粮食收储质量关'];

/** A form: title, unit line, heads, three tasks. */
function form(
  unit: string,
  narratives: readonly (string | null)[],
  month = '2021年10月',
): readonly (readonly Given[])[] {
  return [
    [`《某县2021年食品安全工作安排》填报表（${month}）`],
    [`填报单位（盖章）：${unit}　　填报人：　　　联系电话：　　`],
    HEADS,
    ...TASKS.map((task, index) => [index + 1, task, null, null, narratives[index] ?? null, null, index + 11]),
  ];
}

const ids = (agency: string, agencyId: number, name = '_form') =>
  sheetRead(
    [
      ['version', '1'],
      ['planId', '1'],
      ['planTitle', '某县2021年食品安全工作安排'],
      ['documentNumber', '某政办发〔2021〕31号'],
      ['agencyId', String(agencyId)],
      ['agencyName', agency],
      ['periodId', '10'],
      ['periodLabel', '2021-10'],
      ['periodEndsOn', '2021-10-31'],
      ['formId', '29'],
    ],
    { name, hidden: true },
  );

const saidUnit = (table: { said: { units: readonly { says: string }[] } }): string | undefined =>
  table.said.units[0]?.says;
const narratives = (table: ReturnType<typeof tableOf>) =>
  table.rows.map(({ fields }) => fields.narrative?.text).filter((text) => text !== '');

describe('the tables of a returned file', () => {
  it('are those of both agencies, each with its own ids', () => {
    const { tables } = readReturn(
      [
        sheetRead(form('县公安局', ['已侦办3起']), { name: '填报表' }),
        ids('县公安局', 2),
        sheetRead(form('县教育局', [null, '已检查12所学校']), { name: '填报表 (2)' }),
        ids('县教育局', 3, '_form (2)'),
      ],
      '两家.xlsx',
    );
    expect(tables.map(saidUnit)).toEqual(['县公安局', '县教育局']);
    expect(tables.map((table) => table.ids?.agencyId)).toEqual([2, 3]);
    expect(tables.map(narratives)).toEqual([['已侦办3起'], ['已检查12所学校']]);
  });

  it('get no ids of another unit', () => {
    const { tables } = readReturn(
      [
        sheetRead(form('县教育局', ['甲已开展'])),
        ids('县公安局', 2),
        sheetRead(form('某县公安局', ['乙已开展']), { name: '二' }),
      ],
      '两家.xlsx',
    );
    expect(tables.map((table) => table.ids?.agencyName)).toEqual([undefined, '县公安局']);
  });

  it('stand one below the other on one sheet', () => {
    const first = form('县公安局', ['已侦办3起']);
    const { tables } = readReturn([sheetRead([...first, [], ...form('县教育局', ['已检查12所'])])], 'x.xlsx');
    expect(tables.map(saidUnit)).toEqual(['县公安局', '县教育局']);
    expect(tables.map(({ rows }) => rows.length)).toEqual([3, 3]);
    expect(tables.map(({ firstHeadRow }) => firstHeadRow)).toEqual([3, 10]);
    expect(tables.map(narratives)).toEqual([['已侦办3起'], ['已检查12所']]);
  });

  it('go on below heads that stand again on the next page, with or without the title', () => {
    const [title, unit, heads, ...rows] = form('县公安局', ['一已办', '二已办', '三已办']);
    const page = [title ?? [], unit ?? [], heads ?? []];
    for (const again of [page, [heads ?? []]]) {
      const table = tableOf(sheetRead([...page, ...rows.slice(0, 2), ...again, ...rows.slice(2)]));
      expect(narratives(table)).toEqual(['一已办', '二已办', '三已办']);
      expect(table.notes.join()).toContain('重复');
    }
  });

  it('go on below heads that are the same but for some that are emptied, above or below', () => {
    const [title, unit, heads = [], ...rows] = form('县公安局', ['一已办', '二已办', '三已办']);
    const without = (...gone: readonly number[]): readonly Given[] =>
      heads.map((head, index) => (gone.includes(index) ? null : head));
    const pairs = [
      [heads, without(2)],
      [without(2, 3), heads],
      [without(1, 2, 3, 4, 5), heads],
      [heads, without(0, 1, 5)],
    ] as const;
    for (const [above, below] of pairs) {
      const table = tableOf(sheetRead([title ?? [], unit ?? [], above, ...rows.slice(0, 2), below, ...rows.slice(2)]));
      expect(narratives(table)).toEqual(['一已办', '二已办', '三已办']);
      expect(table.said.periods.map(({ month }) => month)).toEqual([10]);
      expect(table.doubts).toEqual([]);
    }
  });

  it('are asked about when rows above the heads look like tasks and stand below nothing', () => {
    const [title, unit, heads = [], ...rows] = form('县公安局', ['一已办', '二已办', '三已办']);
    const table = tableOf(
      sheetRead([title ?? [], unit ?? [], ['甲', '乙'], ...rows.slice(0, 2), heads, ...rows.slice(2)]),
    );
    expect(narratives(table)).toEqual(['三已办']);
    expect(table.doubts).toEqual(['表头上面的第 4、5 行像是任务行，没有读取，请对照原表核对']);
    expect(table.notes.join()).toContain('二已办');
  });

  it('are for the month and the unit above them, when those stand once above other heads', () => {
    const [title, unit, heads = [], ...rows] = form('县公安局', ['一已办', '二已办', '三已办'], '2021年11月');
    const others = heads.map((head) => (head === '填报日期' ? '备注' : head));
    const sheet = sheetRead([title ?? [], unit ?? [], heads, ...rows.slice(0, 2), [], others, ...rows.slice(2)]);
    const { tables } = readReturn([sheet, ids('县公安局', 2)], 'x.xlsx');
    expect(tables.map(narratives)).toEqual([['一已办', '二已办'], ['三已办']]);
    expect(tables.map(({ said }) => said.periods.map(({ month }) => month))).toEqual([[11], [11]]);
    expect(tables.map(saidUnit)).toEqual(['县公安局', '县公安局']);
  });

  it('are the filled copy alone, beside the original that came with it', () => {
    const sent = sheetRead(form('县公安局', ['发出时的进展']), { name: '填报表' });
    const filled = sheetRead(form('县公安局', ['发出时的进展', '新写的进展']), { name: '填报表 (2)' });
    const table = tableOf([sent, filled, ids('县公安局', 2)]);
    expect(table.sheet).toBe('填报表 (2)');
    expect(table.notes).toContain('工作表“填报表”（表头在第 3 行）的内容都在工作表“填报表 (2)”中，未作为另一份读取。');
    const empty = tableOf([filled, sheetRead(form('县公安局', []), { name: '空表' })]);
    expect(empty.notes.join()).toContain('空表');
  });

  it('are both, when each says something of its own', () => {
    const some = [sheetRead(form('县公安局', ['甲写的'])), sheetRead(form('县公安局', ['乙写的']), { name: '另一份' })];
    expect(readReturn(some, 'x.xlsx').tables.map(narratives)).toEqual([['甲写的'], ['乙写的']]);
  });

  it('come with a doubt from a hidden sheet, after those that are shown', () => {
    const { tables } = readReturn(
      [
        sheetRead(form('县公安局', ['草稿']), { name: '旧稿', hidden: true }),
        sheetRead(form('县公安局', ['定稿']), { name: '填报表' }),
      ],
      'x.xlsx',
    );
    expect(tables.map(({ sheet, doubts }) => [sheet, doubts])).toEqual([
      ['填报表', []],
      ['旧稿', ['工作表“旧稿”是隐藏的']],
    ]);
  });

  it('are not a sheet of details, nor one of other words; both are named', () => {
    const table = tableOf([
      sheetRead(
        [
          ['序号', '检查对象', '检查日期', '存在问题'],
          [1, '门店1', '2021-10-08', '台账不全'],
        ],
        { name: '检查明细' },
      ),
      sheetRead([['通讯录'], ['张某', '0356-3000000']], { name: '通讯录' }),
      sheetRead(form('县公安局', ['已侦办3起'])),
      ids('县公安局', 2),
    ]);
    expect(table.notes.join()).toContain('检查明细');
    expect(table.notes).toContain('工作表“通讯录”有 2 行内容，没有找到填报表的表头，未读取。');
  });

  it('are found below a long list of instructions', () => {
    const notes = Array.from({ length: 25 }, (_, index) => [`第${index + 1}条 请认真填写`]);
    const table = tableOf(sheetRead([...notes, ...form('县公安局', ['已侦办3起'])]));
    expect(table.firstHeadRow).toBe(28);
    expect(narratives(table)).toEqual(['已侦办3起']);
  });

  it('are refused with a code of their own when there is none, or no task in it', () => {
    expect(() => readReturn([sheetRead([['会议通知'], ['各单位：请参会']])], 'x.xlsx')).toThrow(
      expect.objectContaining({ code: 'RETURN_NOT_RECOGNIZED' }),
    );
    expect(() => readReturn([], 'x.xlsx')).toThrow(expect.objectContaining({ code: 'RETURN_NOT_RECOGNIZED' }));
    expect(() => readReturn([sheetRead([HEADS])], 'x.xlsx')).toThrow(
      expect.objectContaining({ code: 'RETURN_NO_ROWS' }),
    );
  });

  it('are kept when everything in them was cleared: that must be asked about', () => {
    expect(tableOf(sheetRead(form('县公安局', []))).rows).toHaveLength(3);
  });

  it('say that something of the sheet could not be read, as a doubt on all of it', () => {
    const table = tableOf(
      sheetRead(form('县公安局', ['已侦办3起']), {
        remarks: [
          { kind: 'unread', row: null, column: null, text: '有 2 行没有读到' },
          { kind: 'comment', row: 4, column: 5, text: '另有3家停业' },
          { kind: 'comment', row: 5, column: 2, text: '本项不归我局' },
          { kind: 'picture', row: null, column: null, text: '' },
        ],
      }),
    );
    expect(table.doubts).toEqual(['有 2 行没有读到']);
    expect(table.notes).toContain('2 条批注：“另有3家停业”（在 E4）；“本项不归我局”（在 B5）。');
    expect(table.notes).toContain('1 张图片。');
    expect(table.rows[0]?.fields.narrative?.doubt).toBe('此格有批注“另有3家停业”');
    expect(table.rows[1]?.doubt).toBe('本行有批注“本项不归我局”');
    expect(table.rows[1]?.fields.narrative?.doubt).toBe('');
  });

  it('name remarks beside every table, of a table left out, and on a sheet without a table', () => {
    const comment = (row: number, text: string) => ({ kind: 'comment', row, column: 5, text }) as const;
    const { tables } = readReturn(
      [
        sheetRead(form('县公安局', ['已侦办3起']), {
          remarks: [comment(4, '另有3家停业'), comment(40, '表外的话')],
        }),
        sheetRead(form('县公安局', []), { name: '空表', remarks: [comment(5, '空表的话')] }),
        sheetRead([], {
          name: '说明',
          remarks: [
            { kind: 'text-box', row: null, column: null, text: '另附材料' },
            { kind: 'unread', row: null, column: null, text: '有 2 行没有读到' },
          ],
        }),
      ],
      'x.xlsx',
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]?.doubts).toEqual([]);
    const notes = tables[0]?.notes.filter((note) => /批注|文本框/u.test(note));
    expect(notes).toEqual([
      '工作表“填报表”的填报表以外有 1 条批注：“表外的话”（在 E40）。',
      '工作表“空表”的填报表以外有 1 条批注：“空表的话”（在 E5）。',
      '工作表“说明”的填报表以外有 1 个文本框：“另附材料”。',
      '1 条批注：“另有3家停业”（在 E4）。',
    ]);
  });
});
