import { describe, expect, it } from 'vitest';
import {
  fieldLabel,
  fieldsToAdd,
  groupsFrom,
  insertColumn,
  linesFrom,
  moveColumn,
  ownName,
  patchColumn,
  problemOf,
  removeColumn,
  sameLayout,
  strangeWords,
} from '#renderer/features/layouts/layout-draft.ts';
import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { LAYOUT_FIELDS, layoutField } from '#shared/domain/layout-fields.ts';
import { aLayout } from './a-layout.ts';

const fieldsOf = ({ columns }: LayoutDef) => columns.map(({ field }) => field);

describe('columns of a layout that is being made', () => {
  it('move to any place, stop at the ends, and take nothing else along', () => {
    const def = aLayout();
    expect(fieldsOf(moveColumn(def, 2, 0))).toEqual(['lead', 'number', 'title']);
    expect(fieldsOf(moveColumn(def, 0, 1))).toEqual(['title', 'number', 'lead']);
    expect(fieldsOf(moveColumn(def, 0, 99))).toEqual(['title', 'lead', 'number']);
    expect(moveColumn(def, 0, -1)).toBe(def);
    expect(moveColumn(def, 7, 0)).toBe(def);
    expect(fieldsOf(def)).toEqual(['number', 'title', 'lead']);
  });

  it('come in with their usual head and looks, and go; the last one stays', () => {
    const due = layoutField('task', 'due');
    if (!due) throw new Error('no field due');
    const more = insertColumn(aLayout(), 1, due);
    expect(fieldsOf(more)).toEqual(['number', 'due', 'title', 'lead']);
    expect(more.columns[1]).toMatchObject({ head: '完成时限', merged: false });
    expect(fieldsOf(removeColumn(more, 0))).toEqual(['due', 'title', 'lead']);
    const one = aLayout(['title']);
    expect(removeColumn(one, 0)).toBe(one);
  });

  it('are changed one by one', () => {
    const def = patchColumn(aLayout(), 1, { head: '重点任务', groups: ['任务', '内容'], width: 60 });
    expect(def.columns.map(({ head }) => head)).toEqual(['序号', '重点任务', '牵头单位']);
    expect(def.columns[1]).toMatchObject({ groups: ['任务', '内容'], width: 60, field: 'title' });
    expect(patchColumn(def, 9, { head: '无' })).toBe(def);
  });

  it('that stand for many columns are offered only once, all others always', () => {
    const offered = fieldsToAdd(aLayout(['number', 'agencies'])).map(({ field }) => field);
    expect(offered).not.toContain('agencies');
    expect(offered).toContain('number');
    expect(fieldsToAdd(aLayout())).toHaveLength(LAYOUT_FIELDS.task.length);
  });

  it('are named by what they show, also when another program wrote a field nobody knows', () => {
    expect(fieldLabel(aLayout(), { field: 'due' })).toBe('完成时限');
    expect(fieldLabel(aLayout(), { field: 'moonPhase' })).toContain('moonPhase');
  });
});

describe('a layout that is being made', () => {
  it('gets a name of its own that no other has', () => {
    expect(ownName('进展情况台账', [])).toBe('进展情况台账（本单位）');
    expect(ownName('进展情况台账（本单位）', ['进展情况台账（本单位）'])).toBe('进展情况台账（本单位2）');
    expect(ownName('长'.repeat(60), []).length).toBeLessThanOrEqual(60);
  });

  it('keeps typed lines as they stand, and no line at all of nothing', () => {
    expect(linesFrom('')).toEqual([]);
    expect(linesFrom('注：一\n\n二')).toEqual(['注：一', '', '二']);
    expect(groupsFrom('甲\n乙\n丙\n丁')).toEqual(['甲', '乙', '丙']);
  });

  it('is the same only when everything is', () => {
    expect(sameLayout(aLayout(), aLayout())).toBe(true);
    expect(sameLayout(aLayout(), moveColumn(aLayout(), 0, 1))).toBe(false);
  });

  it('says in words why it cannot be kept', () => {
    expect(problemOf(aLayout())).toBeNull();
    expect(problemOf(patchColumn(aLayout(), 1, { width: 0 }))).toContain('第 2 列的宽度');
    expect(problemOf({ ...aLayout(), name: ' ' })).toContain('表样名称');
    expect(problemOf({ ...aLayout(), margins: { top: 99, bottom: 0, left: 0, right: 0 } })).toContain('页边距');
    const fonts = { ...aLayout().fonts, body: { name: '', size: 11, bold: false } };
    expect(problemOf({ ...aLayout(), fonts })).toContain('字体');
    expect(problemOf({ ...aLayout(), notes: Array.from({ length: 21 }, () => '注') })).toContain('注最多');
    expect(problemOf({ ...aLayout(), title: '长'.repeat(301) })).not.toBeNull();
  });

  it('tells of words in braces that would be printed as they are', () => {
    const def = patchColumn({ ...aLayout(), notes: ['{{天气}}'] }, 0, { head: '{{期}}{{天气}}' });
    expect(strangeWords(def)).toEqual(['天气']);
    expect(strangeWords(aLayout())).toEqual([]);
  });
});
