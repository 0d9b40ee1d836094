import type { LayoutDef } from '#shared/domain/layout-def.ts';
import { layoutField, usualColumn } from '#shared/domain/layout-fields.ts';

/** A layout with these fields as its columns. */
export function aLayout(
  fields: readonly string[] = ['number', 'title', 'lead'],
  rows: LayoutDef['rows'] = 'task',
): LayoutDef {
  const font = (size: number) => ({ name: '仿宋_GB2312', size, bold: false });
  return {
    name: '任务表',
    rows,
    sections: 'none',
    order: 'usual',
    totals: false,
    split: 'none',
    title: '{{计划名称}}任务表',
    unitLine: { left: '填报单位：{{填报单位}}', right: '{{填报日期}}' },
    columns: fields.map((name) => {
      const field = layoutField(rows, name);
      if (!field) throw new Error(`no field ${name}`);
      return usualColumn(field);
    }),
    notes: [],
    signature: [],
    fonts: { title: font(20), unitLine: font(12), head: font(11), section: font(12), body: font(11) },
    paper: 'A4',
    orientation: 'landscape',
    margins: { top: 20, bottom: 20, left: 15, right: 15 },
    frozenColumns: 0,
    chart: 'none',
  };
}
