import type { NameBook } from '#backend/returns/words/name-book.ts';
import { TEMPLATE_FIELD_LABELS, type TemplateField } from '#shared/domain/template.ts';
import { referenceOf } from '../cell-reference.ts';
import type { FillRow } from './fill-input.ts';
import type { FormSheet } from './form-body.ts';
import { type FormColumn, isOfPeriod, isOfTask, namesTheRow } from './form-columns.ts';
import type { FormFormulas } from './form-formulas.ts';
import { listedWord } from './listed-word.ts';
import type { PlacedRow } from './place-rows.ts';
import type { RowMoves } from './row-moves.ts';
import { cellText } from './shared-texts.ts';
import { cellIn, type FormRowAt, styleNumber } from './sheet-text.ts';
import { type ColumnManner, contentOf, type FilledContent, isCut, wordsOf } from './value-words.ts';

/** What is written into one row, in the numbers of the sheet as it becomes. */
export type WrittenRow = {
  readonly number: number;
  readonly placed: PlacedRow;
  /** The row as it was; `undefined` for one that comes in, or of which nothing stands in the sheet. */
  readonly theirs: FormRowAt | undefined;
  /** The row whose looks it has. */
  readonly like: FormRowAt | undefined;
  /** By column; `null`: emptied. Cells that are kept are not in it. */
  readonly cells: ReadonlyMap<number, FilledContent | null>;
  /** Cells that hold something of ours, those that held it before among them. */
  readonly filled: number;
};

export type FillNotes = {
  /** Cells of mapped columns that hold a formula, by column letters. */
  readonly formulas: Map<string, number>;
  /** Cells whose words were cut. */
  readonly cut: string[];
  /** Rows of theirs that had something for the period before and now have nothing. */
  readonly emptied: number[];
  /** Cells with a drop-down list that holds no word for what there is to say, by column letters. */
  readonly unlisted: Map<string, { readonly words: Set<string>; readonly rows: number[] }>;
  /** Rows of theirs with another deadline, other units … than ours, which stay, by column letters. */
  readonly kept: Map<string, number[]>;
};

/** Decides what each cell of each row holds. */
export function fillRows(
  form: FormSheet,
  placedRows: readonly PlacedRow[],
  columns: readonly FormColumn[],
  manners: ReadonlyMap<number, ColumnManner>,
  formulas: FormFormulas,
  moves: RowMoves,
  about: {
    readonly rowsAre: 'task' | 'duty';
    readonly date1904: boolean;
    readonly mergesTasks: boolean;
    readonly names: () => NameBook;
  },
  notes: FillNotes,
): readonly WrittenRow[] {
  const { sheet } = form;
  const asked = columns.map((column) => ({
    column,
    manner: manners.get(column.column),
    isNaming: namesTheRow(column, about.rowsAre),
    isOfPeriod: isOfPeriod(column),
    isOfTask: isOfTask(column),
  }));
  const hasBlocks = form.merges.all.length > 0;
  const hasFormulas = formulas.all.length > 0;
  const rows = placedRows.map((placed) => {
    const { place } = placed;
    const number = place.kind === 'added' ? moves.row(place.after) + 1 + place.index : moves.row(place.number);
    return { placed, number };
  });
  rows.sort((one, other) => one.number - other.number);
  return rows.map(({ placed, number }, index): WrittenRow => {
    const { place, row } = placed;
    const theirs = place.kind === 'added' ? undefined : sheet.rowAt(place.number);
    const like = place.kind === 'added' ? sheet.rowAt(place.like) : theirs;
    const before = rows[index - 1];
    const goesOn = before?.placed.row.taskId === row.taskId && before.number === number - 1;
    const cells = new Map<number, FilledContent | null>();
    let filled = 0;
    let emptied = false;
    for (const { column, manner, isNaming, isOfPeriod: isAnew, isOfTask: isShared } of asked) {
      const at = place.kind === 'added' ? place.like : place.number;
      if (isShared && goesOn && about.mergesTasks && place.kind === 'added') continue;
      if (hasBlocks && isInsideBlock(form, placed, column)) continue;
      const cell = cellIn(like, column.column);
      const style = cell === undefined ? 0 : styleNumber(cell);
      const told = contentOfColumn(row, column, form.looks.of(style), manner, about.date1904);
      const content = inList(form, told, at, column, about.names);
      if (hasFormulas && formulas.at(at, column.column)) {
        if (content === null) continue;
        notes.formulas.set(column.letters, (notes.formulas.get(column.letters) ?? 0) + 1);
        continue;
      }
      const said = theirs === undefined || cell === undefined ? '' : cellText(sheet.xml, cell, form.shared);
      if (place.kind === 'theirs' && said !== '') {
        if (isNaming || !isAnew || isSame(content, said)) {
          if (!isNaming && content !== null && !saysSame(content, said)) addTo(notes.kept, column.letters, number);
          filled++;
          continue;
        }
        if (content === null) emptied = true;
      }
      if (told !== null && content === null) {
        const of = notes.unlisted.get(column.letters) ?? { words: new Set(), rows: [] };
        of.words.add('text' in told ? told.text : String(told.number));
        of.rows.push(number);
        notes.unlisted.set(column.letters, of);
      }
      if (content === null && said === '') continue;
      cells.set(column.column, content);
      if (content === null) continue;
      filled++;
      if ('text' in content && isCut(content.text)) notes.cut.push(referenceOf({ row: number, column: column.column }));
    }
    if (emptied) notes.emptied.push(number);
    return { number, placed, theirs, like, cells, filled };
  });
}

/** Whether the cell is one of a merged block and not its first: only the first one says anything. */
function isInsideBlock({ merges }: FormSheet, { place }: PlacedRow, column: FormColumn): boolean {
  if (place.kind !== 'added') {
    const block = merges.at(place.number, column.column);
    return block !== undefined && (block.top !== place.number || block.left !== column.column);
  }
  const block = merges.at(place.like, column.column);
  return block !== undefined && block.left !== column.column;
}

function isSame(content: FilledContent | null, said: string): boolean {
  if (content === null) return false;
  return 'text' in content ? content.text === said : said !== '' && Number(said) === content.number;
}

/** As a person compares them: blanks and marks do not count. */
function saysSame(content: FilledContent, said: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
  return isSame(content, said) || ('text' in content && plain(content.text) === plain(said));
}

function addTo(rows: Map<string, number[]>, letters: string, row: number): void {
  const known = rows.get(letters);
  if (known) known.push(row);
  else rows.set(letters, [row]);
}

/** Where the form has a drop-down list, what it allows; `null`: nothing in it says the same. */
function inList(
  { allowed }: FormSheet,
  content: FilledContent | null,
  row: number,
  { column, fields }: FormColumn,
  names: () => NameBook,
): FilledContent | null {
  const words = content === null ? undefined : allowed(row, column);
  if (content === null || words === undefined) return content;
  return listedWord(content, words, fields.length === 1 ? fields[0] : undefined, names());
}

function contentOfColumn(
  { values }: FillRow,
  { fields }: FormColumn,
  look: Parameters<typeof contentOf>[1],
  manner: ColumnManner | undefined,
  date1904: boolean,
): FilledContent | null {
  if (manner === undefined) return null;
  const [first] = fields;
  if (first !== undefined && fields.length === 1) return contentOf(values[first], look, manner, date1904);
  const said = fields.flatMap((field): { readonly field: TemplateField; readonly words: string }[] => {
    const words = wordsOf(values[field], manner).trim();
    return words === '' ? [] : [{ field, words }];
  });
  if (said.length === 0) return null;
  if (said.length === 1) return { text: said[0]?.words ?? '' };
  return { text: said.map(({ field, words }) => `${TEMPLATE_FIELD_LABELS[field]}：${words}`).join('\n') };
}
