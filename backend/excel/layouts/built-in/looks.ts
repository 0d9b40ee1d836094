import type { LayoutColumn, LayoutFonts, LayoutMargins, LayoutRowKind } from '#shared/domain/layout-def.ts';
import { layoutField, usualColumn } from '#shared/domain/layout-fields.ts';

/** Fonts by role, as offices ask for them (GB/T 9704 as practised): 小标宋 title, 黑体 heads, 楷体 sections, 仿宋 body. */
const OFFICE_FONTS: LayoutFonts = {
  title: { name: '方正小标宋简体', size: 20, bold: false },
  unitLine: { name: '仿宋_GB2312', size: 12, bold: false },
  head: { name: '黑体', size: 11, bold: false },
  section: { name: '楷体_GB2312', size: 12, bold: true },
  body: { name: '仿宋_GB2312', size: 11, bold: false },
};

/** Millimetres; the page number stands inside the lower one. */
const OFFICE_MARGINS: LayoutMargins = { top: 16, bottom: 17, left: 13, right: 13 };

/** Where who drew a table up, checked it and answers for it signs. */
const SIGNATURE = ['填报人：　　　　　　　　审核人：　　　　　　　　单位负责人：　　　　　　　　'];

/** The page of the office's tables below their columns and notes. */
export const OFFICE_PAGE = {
  signature: SIGNATURE,
  fonts: OFFICE_FONTS,
  orientation: 'landscape',
  margins: OFFICE_MARGINS,
} as const;

export const UNIT_LINE = {
  left: '填报单位：{{填报单位}}　　文号：{{文号}}',
  right: '填报日期：{{填报日期}}',
};

type Changes = Partial<Omit<LayoutColumn, 'field'>>;

/** Columns of a row kind: its fields with their usual looks, changed where it says so. */
export function columnsOf(
  rows: LayoutRowKind,
  ...named: readonly (string | readonly [string, Changes])[]
): LayoutColumn[] {
  return named.map((each) => {
    const [name, changes] = typeof each === 'string' ? [each, {}] : each;
    const field = layoutField(rows, name);
    if (!field) throw new Error(`${rows} has no field ${name}`);
    return { ...usualColumn(field), ...changes };
  });
}
