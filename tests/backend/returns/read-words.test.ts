// Statuses and words as people type them into a form: a status is one of ours or asked, words are what the cell shows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readField } from '#backend/returns/values/read-fields.ts';
import { STATUS_LABELS } from '#shared/domain/status.ts';
import { readTyped, shownDay, typedCell } from './typed-cell.ts';

describe('a status', () => {
  it.each([
    ['已完成', '已完成'],
    ['办结', '已完成'],
    ['全部完成。', '已完成'],
    ['“已完成”', '已完成'],
    ['进 行 中', '推进中'],
    ['正常推进', '推进中'],
    ['推进中（正常）', '推进中'],
    ['未开展', '未启动'],
    ['受 阻', '受阻'],
    ['不涉及', '不涉及'],
    ['□未启动 ☑推进中 □已完成', '推进中'],
    ['☑已完成', '已完成'],
  ])('is sure as %s', (given, text) => {
    expect(readTyped('status', given)).toEqual({ text, readable: true, doubt: '', offers: [] });
  });

  it.each([
    ['√', '已完成'],
    ['☑', '已完成'],
    ['100%', '已完成'],
    ['进度75%', '推进中'],
    ['0%', '未启动'],
    ['基本完成', '推进中'],
    ['部分完成', '推进中'],
    ['未办结', '推进中'],
    ['力争年底完成', '推进中'],
    ['尚未动工', '未启动'],
    ['按计划推进', '推进中'],
    ['常态化开展', '推进中'],
    ['已启动', '推进中'],
    ['进展缓慢', '受阻'],
    ['无此任务', '不涉及'],
    ['已完成（待验收）', '已完成'],
    ['推进中（资金受阻）', '推进中'],
  ])('is read with a doubt from %s', (given, text) => {
    const value = readTyped('status', given);
    expect(value).toMatchObject({ text, readable: true });
    expect(value.doubt).toContain(given);
  });

  it.each([
    '无',
    '困难',
    '×',
    '？',
    '/',
    '见附件',
    '同上',
    '已完成/推进中',
    '是',
    '已完成对12家企业的检查，下一步将继续推进',
  ])('cannot be read from %s', (given) => {
    expect(readTyped('status', given)).toMatchObject({ text: given, readable: false });
  });

  it('answers yes or no only where the head asks', () => {
    const asked = (text: string) => readField('status', typedCell(text), { near: null, asksYesOrNo: true });
    expect(asked('是')).toMatchObject({ text: '已完成', doubt: '' });
    expect(asked('否')).toMatchObject({ text: '推进中', offers: ['推进中', '未启动'] });
  });

  it('is never made up', () => {
    expect(readTyped('status', '')).toEqual({ text: '', readable: true, doubt: '', offers: [] });
    expect(readField('status', undefined, { near: null }).text).toBe('');
    const labels: readonly string[] = Object.values(STATUS_LABELS);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'已未完成推进中受阻不涉及启动是否√×%0189（）。，、无困难基本') }),
        (text) => {
          const value = readTyped('status', text);
          // What is no word of ours is told with the value, or is not taken.
          if (value.readable && value.text !== '') expect(labels).toContain(value.text);
          if (!value.readable) expect(value.doubt).not.toBe('');
        },
      ),
    );
  });
});

describe('words', () => {
  it.each([
    ['  前后空白　', '前后空白'],
    ['第一行\r\n第二行', '第一行\n第二行'],
    ['无', '无'],
    ['——', '——'],
    ['007', '007'],
    [{ number: 25, text: '25户' }, '25户'],
    [shownDay('2021-10-08', '10月8日'), '10月8日'],
  ] as const)('are what the cell shows: %j', (given, text) => {
    expect(readTyped('problems', given)).toEqual({ text, readable: true, doubt: '', offers: [] });
  });

  it('that are not there, not seen or struck out are never taken in silence', () => {
    expect(readTyped('narrative', { trouble: 'no-result' })).toMatchObject({
      text: '',
      readable: false,
      doubt: '公式没有结果',
    });
    expect(readTyped('percent', { trouble: 'no-result' }).readable).toBe(false);
    expect(readTyped('narrative', { trouble: 'picture' }).readable).toBe(false);
    expect(readTyped('narrative', { trouble: 'lost' }).readable).toBe(false);
    expect(readTyped('narrative', { text: '已检查', trouble: 'struck-out' })).toMatchObject({
      text: '已检查',
      doubt: '有文字被划去（删除线）',
    });
    expect(readTyped('status', { text: '已完成', trouble: 'not-shown' }).doubt).not.toBe('');
    expect(readTyped('narrative', { text: '#N/A', error: true }).readable).toBe(false);
    for (const field of ['narrative', 'percent', 'reportedOn', 'status'] as const) {
      expect(readTyped(field, '########').readable).toBe(false);
      expect(readTyped(field, '#DIV/0!')).toMatchObject({ readable: false, doubt: '单元格是错误值“#DIV/0!”' });
    }
  });
});

describe('words that only point elsewhere', () => {
  it.each(['同上', '同上。', '（见附件）', '详见附件1', '另行汇报', '〃'])('are asked about: %s', (written) => {
    expect(readTyped('narrative', written)).toMatchObject({ text: written, readable: true });
    expect(readTyped('narrative', written).doubt).toContain('别处');
  });

  it.each(['已检查12家，详见附件', '无', '同上月相比增加 3 家', '另报送线索2条'])('are not: %s', (written) => {
    expect(readTyped('narrative', written).doubt).toBe('');
  });
});

describe('signs without width', () => {
  it('do not count', () => {
    expect(readTyped('narrative', '\u200B已检查\uFEFF 12 家\u2060').text).toBe('已检查 12 家');
  });
});
