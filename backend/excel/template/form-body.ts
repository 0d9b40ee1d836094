import type { TemplateMapping } from '#shared/domain/template.ts';
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
  const telling = tellingColumns(columns);
  const rows: BodyRow[] = [];
  let lastFilled = first - 1;
  let isBelow = false;
  let footAt: number | undefined;
  for (let number = first; number <= limit; number++) {
    const row = readRow(form, number, telling);
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
    rows.push(foot ? { ...row, kind: 'other' } : row);
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

/** Columns that tell what a row is. */
type TellingColumns = {
  readonly all: readonly FormColumn[];
  /** Those that name the task; without any, all. */
  readonly naming: readonly FormColumn[];
  readonly unit: FormColumn | undefined;
  readonly number: FormColumn | undefined;
};

function tellingColumns(columns: readonly FormColumn[]): TellingColumns {
  const named = columns.filter(({ fields }) => fields.some((field) => field === 'task' || field === 'group'));
  return {
    all: columns,
    naming: named.length > 0 ? named : columns,
    unit: columnFor(columns, 'unit', 'agency'),
    number: columnFor(columns, 'number'),
  };
}

function readRow({ sheet, shared, merges }: FormSheet, number: number, columns: TellingColumns): ReadRow {
  const row = sheet.rowAt(number);
  const text = (column: number): string => {
    const block = merges.at(number, column);
    const source = block === undefined || block.top === number ? row : sheet.rowAt(block.top);
    return cellText(sheet.xml, cellIn(source, block?.left ?? column), shared).trim();
  };
  let one: OwnWords | undefined;
  let two: OwnWords | undefined;
  let filled = 0;
  for (const cell of row?.cells ?? []) {
    if (cell.formulaStart >= 0) continue;
    const block = merges.at(number, cell.column);
    if (block && (block.top !== number || block.left !== cell.column)) continue;
    const words = cellText(sheet.xml, cell, shared).trim();
    if (words === '') continue;
    filled++;
    if (filled === 1) one = { column: cell.column, words, block };
    if (filled === 2) two = { column: cell.column, words, block };
  }
  const says = one?.words ?? '';
  const parted = filled === 2 ? partedHeading(one, two, columns.number) : null;
  const kind = (): BodyRow['kind'] => {
    const { unit } = columns;
    if (one === undefined)
      return unit !== undefined && text(unit.column) !== '' && merges.at(number, unit.column) ? 'task' : 'empty';
    if (SUBTOTAL.test(says)) return 'other';
    if (parted !== null || (filled === 1 && isHeading(one, columns.all))) return 'heading';
    const isNamed = columns.naming.some(({ column }) => text(column) !== '');
    return isNamed || (unit !== undefined && text(unit.column) !== '')
      ? 'task'
      : filled === 1 && onlyCounts(one, columns)
        ? 'empty'
        : 'other';
  };
  return { number, kind: kind(), heading: parted ?? says, text, says, filled };
}

const ORDINAL = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u;

/** 一 below 序号 and the section's words beside it; `null`: it is no heading in two cells. */
function partedHeading(
  ordinal: OwnWords | undefined,
  words: OwnWords | undefined,
  number: FormColumn | undefined,
): string | null {
  const isBelowNumber = ordinal?.column === number?.column;
  return ordinal && words && isBelowNumber && ORDINAL.test(ordinal.words) ? words.words : null;
}

type OwnWords = {
  readonly column: number;
  readonly words: string;
  readonly block: { readonly left: number; readonly right: number } | undefined;
};

/** Printed serial numbers in rows that wait: 1, 2, 3 … and nothing else. */
function onlyCounts({ column, words }: OwnWords, { number }: TellingColumns): boolean {
  return column === number?.column && /^\d+$/u.test(words);
}

function isHeading({ column, words, block }: OwnWords, columns: readonly FormColumn[]): boolean {
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
