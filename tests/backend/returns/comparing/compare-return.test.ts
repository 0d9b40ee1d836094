import { describe, expect, it } from 'vitest';
import { settleItem } from '#backend/returns/comparing/compare-return.ts';
import type { ReturnedRow } from '#backend/returns/parsed-return.ts';
import { NO_PROGRESS } from '#backend/returns/progress-texts.ts';
import { STRUCK_OUT } from '#backend/returns/values/read-fields.ts';
import { PROGRESS_FIELDS } from '#shared/domain/progress.ts';
import { aRow, compareRows, entryOf, readable, TASKS, type Texts, toldOf, unreadable } from '../returned-rows.ts';

/** One row for the first task: what was sent, what came back, what stands. */
function compareOne(sent: Texts | null, theirs: Texts, ours: Texts, more: Parameters<typeof compareRows>[1] = {}) {
  return compareRows([aRow({}, theirs)], { sent: sent && entryOf(sent), ours: entryOf(ours), ...more });
}

describe('one returned cell, three ways', () => {
  it.each([
    ['nobody changed it', 'a', 'a', 'a', []],
    ['only they changed it', 'a', 'b', 'a', ['proposed']],
    ['only we changed it', 'a', 'a', 'b', []],
    ['both changed it, differently', 'a', 'b', 'c', ['conflict']],
    ['both changed it to the same', 'a', 'b', 'b', []],
    ['they filled it in', '', 'b', '', ['proposed']],
    ['we filled it in meanwhile, they did too', '', 'b', 'c', ['conflict']],
    ['they cleared it', 'a', '', 'a', ['proposed']],
    ['they cleared it, we changed it', 'a', '', 'b', ['conflict']],
  ] as const)('is judged rightly when %s', (_, sent, theirs, ours, states) => {
    const { items, unchangedCells } = compareOne({ narrative: sent }, { narrative: theirs }, { narrative: ours });
    expect(items.map(({ state }) => state)).toEqual(states);
    expect(unchangedCells).toBe(PROGRESS_FIELDS.length - states.length);
  });

  it('carries all three values and the place it belongs to', () => {
    expect(compareOne({ narrative: 'a' }, { narrative: 'b' }, { narrative: 'c' }).items).toEqual([
      {
        id: 0,
        returnId: null,
        key: '101/1/narrative',
        taskId: 101,
        taskNumber: 1,
        taskTitle: TASKS[0]?.title,
        agencyId: 1,
        agencyName: '县农业农村局',
        field: 'narrative',
        fieldLabel: '进展情况',
        base: 'a',
        baseFrom: 'sent',
        theirs: 'b',
        ours: 'c',
        state: 'conflict',
        doubt: '',
        doubts: [],
        chosen: false,
        offers: [],
        retraction: false,
        place: { row: 5, column: 7 },
      },
    ]);
  });

  it('is not changed by blanks at its ends, other line ends, another writing of a number', () => {
    expect(
      compareOne({ narrative: ' 甲 \r\n乙　' }, { narrative: '甲\n乙' }, { narrative: ' 甲 \r\n乙　' }).items,
    ).toEqual([]);
    expect(compareOne({ percent: '50' }, { percent: '50.0' }, { percent: '50' }).items).toEqual([]);
  });

  it('is never chosen when it was cleared, a status neither', () => {
    const cleared = compareOne({ narrative: 'a', status: '推进中' }, {}, { narrative: 'a', status: '推进中' }).items;
    expect(cleared).toMatchObject([
      { field: 'status', theirs: '', state: 'proposed', chosen: false, doubt: '对方清空了此格' },
      { field: 'narrative', theirs: '', state: 'proposed', chosen: false, doubt: '对方清空了此格' },
    ]);
  });

  it('is a conflict when nobody knows what was sent, unless ours is empty', () => {
    expect(compareOne(null, { narrative: 'b' }, { narrative: 'c' }).items[0]).toMatchObject({
      state: 'conflict',
      baseFrom: null,
      doubt: '没有发出记录，无法判断是谁改动的',
    });
    expect(compareOne(null, { narrative: 'b' }, {}).items[0]).toMatchObject({ state: 'proposed', chosen: true });
    expect(compareOne(null, {}, { narrative: 'c' }).items).toEqual([]);
  });

  it('is compared with what two data files once had in common', () => {
    const base = { ...NO_PROGRESS, narrative: 'a', problems: 'p' };
    const row = aRow({ base }, { narrative: 'b', problems: 'q' });
    const { items } = compareRows([row], { sent: null, ours: entryOf({ narrative: 'a', problems: 'r' }) });
    expect(items).toMatchObject([
      { field: 'narrative', base: 'a', baseFrom: 'common', state: 'proposed', chosen: true },
      { field: 'problems', base: 'p', baseFrom: 'common', state: 'conflict', chosen: false },
    ]);
  });

  it('is shown and left alone when it cannot be read', () => {
    const status = unreadable('差不多', '“差不多”不是进展状态', ['推进中']);
    const { items } = compareRows([aRow({ fields: { status } })]);
    expect(items).toMatchObject([
      {
        field: 'status',
        theirs: '差不多',
        state: 'unreadable',
        doubt: status.doubt,
        chosen: false,
        offers: ['推进中'],
      },
    ]);
  });

  it.each(['sent', 'told', 'ours'] as const)('is asked about when words are struck out that are as %s', (side) => {
    const narrative = readable('a', STRUCK_OUT);
    const { items } = compareRows([aRow({ fields: { narrative } })], {
      sent: entryOf({ narrative: side === 'sent' ? 'a' : 's' }),
      ours: entryOf({ narrative: 'a' }),
      ...(side === 'told' ? { told: toldOf({ narrative: 'a' }) } : {}),
    });
    expect(items).toMatchObject([{ theirs: 'a', state: 'unreadable', doubt: STRUCK_OUT, chosen: false }]);
  });

  it('is not touched when its column is gone', () => {
    const row = { ...aRow({}), fields: { narrative: readable('b') } };
    const { items, unchangedCells } = compareRows([row], {
      sent: entryOf({ problems: 'x' }),
      ours: entryOf({ problems: 'x' }),
    });
    expect(items.map(({ field }) => field)).toEqual(['narrative']);
    expect(unchangedCells).toBe(0);
  });
});

describe('a second return of one agency', () => {
  const sent = { narrative: '初报', percent: '' };
  const told = toldOf({ narrative: '第一次', percent: '60' });
  const ours = { narrative: '第一次', percent: '60' };

  it('is compared with what the first one said', () => {
    expect(compareOne(sent, { narrative: '第二次', percent: '60' }, ours, { told }).items).toMatchObject([
      { field: 'narrative', base: '第一次', baseFrom: 'told', state: 'proposed', chosen: true, retraction: false },
    ]);
  });

  it('takes back what it sets to the sent value, and is asked about', () => {
    expect(compareOne(sent, { narrative: '初报', percent: '' }, ours, { told }).items).toMatchObject([
      { field: 'percent', theirs: '', base: '60', state: 'proposed', retraction: true, chosen: false },
      { field: 'narrative', theirs: '初报', base: '第一次', state: 'proposed', retraction: true, chosen: false },
    ]);
  });

  it('says nothing new when it is the first one again, whatever the clerk corrected since', () => {
    expect(compareOne(sent, ours, { narrative: '经办人改的', percent: '55' }, { told }).items).toEqual([]);
  });

  it('is a conflict where the clerk changed the cell since', () => {
    const { items } = compareOne(
      sent,
      { narrative: '第二次', percent: '60' },
      { ...ours, narrative: '经办人改的' },
      { told },
    );
    expect(items).toMatchObject([{ field: 'narrative', state: 'conflict', chosen: false }]);
  });

  it('takes back what was taken, also after something else was turned down in between', () => {
    const [cell] = [...told.keys()];
    if (cell === undefined) throw new Error('one entry was told of');
    const since = new Map([[cell, { narrative: { text: '第二次', taken: false, lastTaken: '第一次' } }]]);
    expect(compareOne(sent, { narrative: '初报', percent: '60' }, ours, { told: since }).items).toMatchObject([
      { field: 'narrative', base: '第一次', baseFrom: 'told', retraction: true, chosen: false },
    ]);
  });

  it('is asked about where it repeats what was not taken', () => {
    const refused = toldOf({ narrative: '第一次' }, false);
    expect(compareOne(sent, { narrative: '第一次' }, { narrative: '初报' }, { told: refused }).items).toMatchObject([
      { base: '初报', baseFrom: 'sent', chosen: false, doubt: '与上次报送相同，上次没有采用' },
    ]);
  });
});

describe('doubts of an item', () => {
  it('stand there once, also one that a cell repeats of its column', () => {
    const { items } = compareOne({}, { narrative: '已排查' }, {});
    const [item] = items;
    if (!item) throw new Error('no item');
    const settled = settleItem(item, ['由“未启动”读作“0%”；列有疑问', '列有疑问', '', '另一处疑问', '另一处疑问']);
    expect(settled).toMatchObject({
      doubts: ['由“未启动”读作“0%”；列有疑问', '另一处疑问'],
      doubt: '由“未启动”读作“0%”；列有疑问；另一处疑问',
      chosen: false,
    });
  });
});

describe('what nobody wrote', () => {
  it('is not made up from a report', () => {
    const { items } = compareOne({}, { narrative: '全部完成', percent: '0', reportedOn: '2021-10-08' }, {});
    expect(items.map(({ field }) => field)).toEqual(['percent', 'narrative', 'reportedOn']);
  });

  it('is offered when 100% says it, and not chosen', () => {
    const { items } = compareOne({}, { percent: '100' }, {});
    expect(items).toMatchObject([
      { field: 'status', theirs: '已完成', state: 'proposed', chosen: false },
      { field: 'percent', chosen: true },
    ]);
    const taken = toldOf({ status: '已完成', percent: '100' });
    expect(
      compareOne({}, { percent: '100' }, { status: '已完成', percent: '100' }, { told: taken }).items,
    ).toMatchObject([{ field: 'status', theirs: '', retraction: true, chosen: false }]);
    expect(compareOne({}, { percent: '100' }, { status: '推进中' }).items.map(({ field }) => field)).toEqual([
      'percent',
    ]);
  });
});

describe('a doubt', () => {
  const chosen = (more: Parameters<typeof compareRows>[1], row: Partial<ReturnedRow> = {}) =>
    compareRows([aRow(row, { narrative: 'b' })], more).items.map((item) => [item.chosen, item.doubts]);

  it('of the table, the column, the row, the cell takes the tick away, and is said once', () => {
    const column = {
      column: 7,
      head: '本月进展',
      field: 'narrative',
      how: 'contained',
      filled: 1,
      doubt: '由表头读作进展情况',
    } as const;
    expect(chosen({})).toEqual([[true, []]]);
    expect(chosen({ doubts: ['甲'], table: { doubts: ['甲', '乙'] } })).toEqual([[false, ['甲', '乙']]]);
    expect(chosen({ table: { columns: [column] } })).toEqual([[false, ['由表头读作进展情况']]]);
    expect(chosen({ table: { columns: [{ ...column, column: 9 }] } })).toEqual([[true, []]]);
    expect(chosen({ table: { columns: [{ ...column, field: 'number' }] } })).toEqual([[true, []]]);
    expect(chosen({}, { doubt: '承接上一行' })).toEqual([[false, ['承接上一行']]]);
    expect(chosen({}, { fields: { narrative: readable('b', '合并的单元格') } })).toEqual([[false, ['合并的单元格']]]);
    expect(chosen({}, { taskText: '追溯平台' })).toEqual([[false, ['任务文字与发出时不同，按标识对应']]]);
  });

  it('of what can hardly be meant takes it away as well', () => {
    const { items } = compareOne({}, { status: '未启动', percent: '100', reportedOn: '2031-10-08' }, {});
    expect(items.map((item) => [item.field, item.chosen])).toEqual([
      ['status', false],
      ['percent', false],
      ['reportedOn', false],
    ]);
  });
});

describe('rows of one task', () => {
  it('are joined: texts one below the other, other differences shown', () => {
    const { items, notes } = compareRows([
      aRow({ rowNumber: 5 }, { narrative: '甲', percent: '50' }),
      aRow({ rowNumber: 6 }, { narrative: '乙', percent: '60', status: '推进中' }),
    ]);
    expect(items).toMatchObject([
      { field: 'status', theirs: '推进中', state: 'proposed', chosen: true },
      { field: 'percent', theirs: '50 / 60', state: 'unreadable', offers: ['50', '60'] },
      { field: 'narrative', theirs: '甲\n乙', state: 'proposed', doubt: '由同一任务的两行合并', chosen: false },
    ]);
    expect(notes).toEqual(['第 5 行与第 6 行都是任务 1，已合并比较。']);
  });

  it('number their items on from where the last file ended', () => {
    const { items } = compareRows([aRow({}, { narrative: 'a', problems: 'b' })], { firstId: 40 });
    expect(items.map(({ id }) => id)).toEqual([40, 41]);
  });

  it('name the tasks that did not come back', () => {
    expect(compareRows([aRow({})]).missingTasks).toEqual([{ taskId: 107, number: 7, title: '加强耕地污染防治' }]);
  });
});
