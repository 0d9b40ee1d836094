import { type LayoutColumn, type LayoutDef, LayoutDefSchema } from '#shared/domain/layout-def.ts';
import { LAYOUT_FIELDS, type LayoutField, layoutField, usualColumn } from '#shared/domain/layout-fields.ts';
import { unknownPlaceholders } from '#shared/domain/placeholders.ts';

/** Edits of a layout before it is kept: pure, each gives a new one. Places count from 0. */

/** A column to another place; a place beyond the ends is the end, and no place is no change. */
export function moveColumn(def: LayoutDef, from: number, to: number): LayoutDef {
  const column = def.columns[from];
  const place = Math.min(Math.max(to, 0), def.columns.length - 1);
  if (!column || place === from) return def;
  return { ...def, columns: def.columns.toSpliced(from, 1).toSpliced(place, 0, column) };
}

/** A column of a field, with its usual head and looks, in front of the one at a place. */
export function insertColumn(def: LayoutDef, at: number, field: LayoutField): LayoutDef {
  return { ...def, columns: def.columns.toSpliced(at, 0, usualColumn(field)) };
}

/** Without a column; a layout's last one stays. */
export function removeColumn(def: LayoutDef, at: number): LayoutDef {
  return def.columns.length < 2 ? def : { ...def, columns: def.columns.toSpliced(at, 1) };
}

export function patchColumn(def: LayoutDef, at: number, patch: Partial<LayoutColumn>): LayoutDef {
  const column = def.columns[at];
  return column ? { ...def, columns: def.columns.with(at, { ...column, ...patch }) } : def;
}

/** Upper heads as they are typed, one on each line from the top, and back. */
export function groupsFrom(text: string): string[] {
  return text.split('\n').slice(0, 3);
}

/** Lines as they are typed; an empty text is no line at all. */
export function linesFrom(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** Fields that a layout of these rows can still name: those that stand for many columns only once. */
export function fieldsToAdd({ rows, columns }: LayoutDef): readonly LayoutField[] {
  const has = new Set(columns.map(({ field }) => field));
  return LAYOUT_FIELDS[rows].filter(({ field, expands }) => expands === undefined || !has.has(field));
}

/** What a column is called in the list: its field, whatever its head says. */
export function fieldLabel({ rows }: LayoutDef, { field }: Pick<LayoutColumn, 'field'>): string {
  return layoutField(rows, field)?.label ?? `（未知内容：${field}）`;
}

/** A name for an own layout made from another: 进展情况台账（本单位）, and a number behind it when that exists. */
export function ownName(name: string, names: readonly string[]): string {
  const base = name.replace(/（本单位\d*）$/u, '').slice(0, 50);
  for (let count = 1; ; count++) {
    const own = `${base}（本单位${count === 1 ? '' : count}）`;
    if (!names.includes(own)) return own;
  }
}

/** Whether two layouts are the same in everything. */
export function sameLayout(one: LayoutDef, other: LayoutDef): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

const NOT_KEPT = '还不能用：';

/** Why a draft cannot be shown or kept yet; `null`: it can. */
export function problemOf(def: LayoutDef): string | null {
  const checked = LayoutDefSchema.safeParse(def);
  if (checked.success) return null;
  const [issue] = checked.error.issues;
  const [part, place, detail] = issue?.path ?? [];
  switch (part) {
    case 'name':
      return '请填写表样名称，不超过 60 字。';
    case 'columns':
      if (typeof place !== 'number') return `${NOT_KEPT}至少要有一列，最多 200 列。`;
      return detail === 'width'
        ? `${NOT_KEPT}第 ${place + 1} 列的宽度应为 2 至 150。`
        : `${NOT_KEPT}第 ${place + 1} 列的表头太长。`;
    case 'fonts':
      return `${NOT_KEPT}字体要有名称，字号应为 6 至 72 磅。`;
    case 'margins':
      return `${NOT_KEPT}页边距应为 0 至 80 毫米。`;
    case 'notes':
      return `${NOT_KEPT}注最多 20 行，每行不超过 1000 字。`;
    case 'signature':
      return `${NOT_KEPT}落款最多 6 行，每行不超过 300 字。`;
    default:
      return `${NOT_KEPT}有一项内容太长或不在范围内。`;
  }
}

/** Words in braces that the program does not know: they would be printed as they are. */
export function strangeWords(def: LayoutDef): readonly string[] {
  const { title, unitLine, columns, notes, signature } = def;
  const texts = [title, unitLine.left, unitLine.right, ...notes, ...signature];
  const heads = columns.flatMap(({ head, groups }) => [head, ...groups]);
  return [...new Set([...texts, ...heads].flatMap(unknownPlaceholders))];
}
