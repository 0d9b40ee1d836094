import type { TemplateField, TemplateMapping } from '#shared/domain/template.ts';
import type { AllowedWords } from './allowed-words.ts';
import type { CellLooks } from './cell-looks.ts';
import { columnFor, type FormColumn } from './form-columns.ts';
import type { MergedBlocks } from './merged-blocks.ts';
import { cellText, type SharedTexts } from './shared-texts.ts';
import { cellIn, type SheetText, styleNumber } from './sheet-text.ts';

/** What a template is read with. */
export type FormSheet = {
  readonly sheet: SheetText;
  readonly shared: SharedTexts;
  readonly looks: CellLooks;
  readonly merges: MergedBlocks;
  readonly allowed: AllowedWords;
};

export type BodyRow = {
  readonly number: number;
  /** `empty`: ruled and waiting; `heading`: 一、…; `other`: a subtotal, a remark. */
  readonly kind: 'task' | 'heading' | 'empty' | 'other';
  /** Of a heading: its words. */
  readonly heading: string;
  /** What its cells say, by column; of a merged block what its first cell says. */
  readonly text: (column: number) => string;
};

export type FormBody = {
  /** From the first to the last row of the body. */
  readonly rows: readonly BodyRow[];
  readonly first: number;
  /** One less than `first` when there is none. */
  readonly last: number;
  /** Something stands below. */
  readonly hasFoot: boolean;
};

const TOTAL = /^\s*(?:合\s*计|总\s*计|共\s*计|平\s*均|累\s*计)/u;
const SUBTOTAL = /^\s*小\s*计/u;
const FOOT =
  /^\s*(?:注|备注|说明|填表说明|填报说明)\s*\d*\s*[:：]|(?:填报|填表|制表|审核|经办|联系|负责|签发|报送|校对)(?:人|单位|日期|时间)?(?:签[字名章])?\s*(?:[（(][^）)]*[）)])?\s*[:：]|[（(](?:盖章|公章|签字)[）)]|^\s*(?:联系电话|电话|日期|单位负责人)\s*[:：]/u;
const HEADING =
  /^\s*(?:第[一二三四五六七八九十百\d]+[章节部类]|[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十]+[）)])/u;

/** Reads the rows between the heads and the foot of a form. */
export function readFormBody(form: FormSheet, mapping: TemplateMapping, columns: readonly FormColumn[]): FormBody {
  const { sheet } = form;
  const first = mapping.bodyRow;
  const lastRow = sheet.rows.at(-1)?.number ?? 0;
  const limit = Math.min(lastRow, (mapping.footRow ?? lastRow + 1) - 1);
  const rows: BodyRow[] = [];
  let lastFilled = first - 1;
  let isBelow = false;
  let footAt: number | undefined;
  for (let number = first; number <= limit; number++) {
    const row = readRow(form, number, columns);
    const foot = row.says !== '' && (TOTAL.test(row.says) || FOOT.test(row.says));
    if (foot) {
      footAt ??= number;
      isBelow = true;
    }
    // Below a note or a sum only what is plainly a row of the table is one: a further note is not.
    const counts = row.kind === 'task' && !foot && (!isBelow || row.filled > 2);
    if (counts || (row.kind === 'heading' && !isBelow)) {
      lastFilled = number;
      footAt = undefined;
      isBelow = false;
    }
    rows.push({ number, kind: foot ? 'other' : row.kind, heading: row.heading, text: row.text });
  }
  const ruled = ruledRows(form, columns, first);
  let last = lastFilled;
  const isEmptyForm = lastFilled < first;
  for (let number = last + 1; number <= limit; number++) {
    const row = rows[number - first];
    if (row?.kind !== 'empty' || !ruled(number, isEmptyForm)) break;
    last = number;
  }
  const rest = rows.slice(last - first + 1).some(({ kind }) => kind !== 'empty');
  return {
    rows: rows.slice(0, last - first + 1),
    first,
    last,
    hasFoot: rest || limit < lastRow || footAt !== undefined,
  };
}

type ReadRow = BodyRow & { readonly says: string; readonly filled: number };

function readRow({ sheet, shared, merges }: FormSheet, number: number, columns: readonly FormColumn[]): ReadRow {
  const row = sheet.rowAt(number);
  const known = new Map<number, string>();
  const text = (column: number): string => {
    const before = known.get(column);
    if (before !== undefined) return before;
    const block = merges.at(number, column);
    const source = block === undefined || block.top === number ? row : sheet.rowAt(block.top);
    const said = cellText(sheet.xml, cellIn(source, block?.left ?? column), shared).trim();
    known.set(column, said);
    return said;
  };
  const own = (row?.cells ?? []).flatMap((cell) => {
    const block = merges.at(number, cell.column);
    if (block && (block.top !== number || block.left !== cell.column)) return [];
    const words = cellText(sheet.xml, cell, shared).trim();
    return words === '' || cell.formulaStart >= 0 ? [] : [{ column: cell.column, words, block }];
  });
  const [one] = own;
  const named = columns.filter(({ fields }) => fields.some((field) => NAMING.has(field)));
  const about = named.length > 0 ? named : columns;
  const says = one?.words ?? '';
  const parted = partedHeading(own, columns);
  const kind = (): BodyRow['kind'] => {
    const unit = columnFor(columns, 'unit', 'agency');
    if (own.length === 0)
      return unit !== undefined && text(unit.column) !== '' && merges.at(number, unit.column) ? 'task' : 'empty';
    if (SUBTOTAL.test(says)) return 'other';
    if (parted !== null || (one && own.length === 1 && isHeading(one, columns))) return 'heading';
    const isNamed = about.some(({ column }) => text(column) !== '');
    return isNamed || (unit !== undefined && text(unit.column) !== '')
      ? 'task'
      : onlyCounts(own, columns)
        ? 'empty'
        : 'other';
  };
  return { number, kind: kind(), heading: parted ?? says, text, says, filled: own.length };
}

/** What a row is about stands in them. */
const NAMING: ReadonlySet<TemplateField> = new Set(['task', 'group', 'target', 'targetName']);
const ORDINAL = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u;

/** 一 below 序号 and the section's words beside it; `null`: it is no heading in two cells. */
function partedHeading(
  own: readonly { readonly column: number; readonly words: string }[],
  columns: readonly FormColumn[],
): string | null {
  const [ordinal, words, ...more] = own;
  const isBelowNumber = ordinal?.column === columnFor(columns, 'number')?.column;
  return ordinal && words && more.length === 0 && isBelowNumber && ORDINAL.test(ordinal.words) ? words.words : null;
}

/** Printed serial numbers in rows that wait: 1, 2, 3 … and nothing else. */
function onlyCounts(
  own: readonly { readonly column: number; readonly words: string }[],
  columns: readonly FormColumn[],
): boolean {
  const number = columnFor(columns, 'number')?.column;
  return own.length === 1 && own[0]?.column === number && /^\d+$/u.test(own[0]?.words ?? '');
}

function isHeading(
  {
    column,
    words,
    block,
  }: {
    readonly column: number;
    readonly words: string;
    readonly block: { readonly left: number; readonly right: number } | undefined;
  },
  columns: readonly FormColumn[],
): boolean {
  if (HEADING.test(words)) return true;
  const covered = columns.filter((each) => block && block.left <= each.column && each.column <= block.right);
  return covered.length > 1 && covered.length * 2 >= columns.length && column <= (columns[0]?.column ?? 1);
}

/** Whether an empty row is one of those that wait to be filled: ruled; in an empty form that rules nothing, any row. */
function ruledRows(
  { sheet, looks }: FormSheet,
  columns: readonly FormColumn[],
  first: number,
): (number: number, isEmptyForm: boolean) => boolean {
  const isRuled = (number: number): boolean => {
    const row = sheet.rowAt(number);
    const ruled = columns.filter(({ column }) => {
      const cell = cellIn(row, column);
      return cell !== undefined && looks.of(styleNumber(cell)).ruled;
    });
    return ruled.length * 2 > columns.length;
  };
  const isRuledForm = isRuled(first);
  return (number, isEmptyForm) => (isEmptyForm && !isRuledForm) || isRuled(number);
}
