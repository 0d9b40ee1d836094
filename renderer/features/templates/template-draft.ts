import {
  askedField,
  fieldsAsked,
  TEMPLATE_FIELD_LABELS,
  TEMPLATE_FIELDS,
  type TemplateColumn,
  type TemplateMapping,
} from '#shared/domain/template.ts';

/** What a person has said of a form so far, over what the program has read. */
export type TemplateDraft = {
  readonly mapping: TemplateMapping;
  /** Letters of the columns whose meaning a person has settled. */
  readonly settled: ReadonlySet<string>;
};

/** What a click on the picture says. */
export const POINTERS = ['column', 'head', 'body', 'title', 'unit'] as const;
export type Pointer = (typeof POINTERS)[number];
export const POINTER_WORDS: Readonly<Record<Pointer, string>> = {
  column: '选列',
  head: '表头行',
  body: '填报首行',
  title: '标题',
  unit: '填报单位',
};

/** A click far below is another head, not a longer one. */
const MOST_HEAD_ROWS = 5;

export const startDraft = (mapping: TemplateMapping): TemplateDraft => ({ mapping, settled: new Set() });

/** Heads and body were pointed out anew: what was said of columns that are still there stays said. */
export function readAnew({ mapping: before, settled }: TemplateDraft, mapping: TemplateMapping): TemplateDraft {
  const said = new Map(before.columns.map((column) => [column.column, column.field]));
  const columns = mapping.columns.map((column) =>
    settled.has(column.column) ? { ...column, field: said.get(column.column) ?? null } : column,
  );
  const stays = before.sheet === mapping.sheet;
  return stays
    ? { mapping: { ...mapping, columns, titleCell: before.titleCell, unitCell: before.unitCell }, settled }
    : startDraft(mapping);
}

/** Says what a column asks for; `null`: it is left as it is. */
export function setField(draft: TemplateDraft, letters: string, field: string | null): TemplateDraft {
  const columns = draft.mapping.columns.map((column) => (column.column === letters ? { ...column, field } : column));
  return { mapping: { ...draft.mapping, columns }, settled: new Set([...draft.settled, letters]) };
}

/** Says that a column was read rightly. */
export function confirmColumn(draft: TemplateDraft, letters: string): TemplateDraft {
  return { ...draft, settled: new Set([...draft.settled, letters]) };
}

/** Whether a person has said anything that is not kept yet. */
export function hasBeenSaid({ mapping, settled }: TemplateDraft, read: TemplateMapping | null): boolean {
  return settled.size > 0 || JSON.stringify(mapping) !== JSON.stringify(read);
}

/** Whether a column waits for a person. */
export function isOpen({ settled }: TemplateDraft, { column, sure }: TemplateColumn): boolean {
  return !sure && !settled.has(column);
}

/** Rows of the heads when another one is pointed at: one beside them joins, the outermost leaves, any other is the head. */
export function headRowsWith([first, last]: readonly [number, number], row: number): [number, number] {
  const several = last > first;
  if (row === first && several) return [first + 1, last];
  if (row === last && several) return [first, last - 1];
  if (row >= first && row <= last) return [first, last];
  const grown: [number, number] = [Math.min(first, row), Math.max(last, row)];
  const isBeside = row === first - 1 || row === last + 1;
  return isBeside && grown[1] - grown[0] < MOST_HEAD_ROWS ? grown : [row, row];
}

/** Names a cell as the title or as the line of the unit; the same cell once more takes the name away. */
export function nameCell(draft: TemplateDraft, as: 'title' | 'unit', cell: string): TemplateDraft {
  const key = as === 'title' ? 'titleCell' : 'unitCell';
  const value = draft.mapping[key] === cell ? null : cell;
  const { labels = [] } = draft.mapping;
  const others = labels.filter(({ asks, cell: at }) => asks !== 'unit' || at === value);
  const isKnown = others.some(({ asks }) => asks === 'unit');
  const added = value === null || isKnown ? [] : [{ asks: 'unit' as const, cell: value, label: '', answerCell: value }];
  return {
    ...draft,
    mapping: { ...draft.mapping, [key]: value, ...(as === 'unit' ? { labels: [...added, ...others] } : {}) },
  };
}

/** The mapping as it is kept: what a person has settled is sure. */
export function mappingOf({ mapping, settled }: TemplateDraft): TemplateMapping {
  const columns = mapping.columns.map((column) => {
    const { column: letters, head, field } = column;
    return settled.has(letters) ? { column: letters, head, field, sure: true } : column;
  });
  return { ...mapping, columns };
}

/** Why a form cannot be filled by this, for the clerk; `null` when it can. */
export function draftProblem({ mapping }: TemplateDraft): string | null {
  const asked = new Set(mapping.columns.flatMap(({ field }) => fieldsAsked(field)));
  if (asked.size === 0) return '还没有一列要填写，请至少为一列选定内容。';
  if (mapping.bodyRow <= mapping.headRows[1]) return '填报首行要在表头下面，请重新指出。';
  return null;
}

const SEVERAL = ['problems+nextSteps', 'narrative+problems+nextSteps', 'task+target'] as const;
const words = (field: string): string =>
  fieldsAsked(field)
    .map((asked) => TEMPLATE_FIELD_LABELS[asked])
    .join('＋');

/** Everything a column can ask for, with its words; also whatever several things this one was read as. */
export function fieldChoices(field: string | null): readonly (readonly [string, string])[] {
  const single = TEMPLATE_FIELDS.map((known) => [known, TEMPLATE_FIELD_LABELS[known]] as const);
  const own = askedField(fieldsAsked(field));
  const several = [...new Set([...SEVERAL, ...(own?.includes('+') ? [own] : [])])];
  return [...single, ...several.map((each) => [each, words(each)] as const)];
}

/** C5 as a place; `null` for no cell. */
export function placeOf(cell: string | null): { readonly row: number; readonly column: number } | null {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/u.exec(cell ?? '') ?? [];
  return letters === '' ? null : { row: Number(row), column: columnOf(letters) };
}

export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
