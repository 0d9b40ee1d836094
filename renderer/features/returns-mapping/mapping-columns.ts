import type {
  ColumnHow,
  ReturnColumnField,
  ReturnColumnView,
  ReturnFileReview,
  SheetPicture,
} from '#shared/domain/return-review.ts';
import { cellAt, layPicture } from '../../ui/lay-sheet-picture.ts';
import { type HeadRows, isUnclear, type MappingDraft } from './mapping-draft.ts';

/** A column in the list beside the picture. */
export type MappingColumn = {
  readonly column: number;
  readonly letters: string;
  readonly head: string;
  readonly field: ReturnColumnField | null;
  readonly how: ColumnHow | null;
  readonly filled: number;
  readonly doubt: string;
  readonly unclear: boolean;
};

/**
 * The columns that hold anything, those that wait for a person first.
 *
 * @param file what the program has found
 * @param draft what a person has pointed out since
 */
export function mappingColumns(
  picture: SheetPicture,
  file: Pick<ReturnFileReview, 'columns' | 'headRows'>,
  draft: MappingDraft,
): readonly MappingColumn[] {
  const layout = layPicture(picture);
  const views = new Map(file.columns.map((view) => [view.column, view]));
  const columns = layout.columns.map(({ column, letters }): MappingColumn => {
    const view = views.get(column);
    const field = draft.fields.get(column) ?? null;
    const unclear = isUnclear(view, draft, column);
    return {
      column,
      letters,
      head: headOf(layout, draft.headRows, column),
      field,
      how: howOf(view, field, draft.settled.has(column)),
      filled: view?.filled ?? filledBelow(picture, draft.headRows, column),
      doubt: unclear ? (view?.doubt ?? '') : '',
      unclear,
    };
  });
  return columns
    .filter(({ head, filled, field }) => head !== '' || filled > 0 || field !== null)
    .toSorted((one, other) => Number(other.unclear) - Number(one.unclear) || one.column - other.column);
}

/** The texts over a column in the rows of the heads, a merged one once. */
function headOf(layout: ReturnType<typeof layPicture>, { first, last }: HeadRows, column: number): string {
  const texts: string[] = [];
  for (let row = first; row <= last; row++) {
    const text = cellAt(layout, { row, column })?.text.trim() ?? '';
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts.join(' / ');
}

function howOf(
  view: ReturnColumnView | undefined,
  field: ReturnColumnField | null,
  settled: boolean,
): ColumnHow | null {
  if (field === null) return null;
  return settled || view?.field !== field ? 'pointed' : view.how;
}

function filledBelow({ rows }: SheetPicture, { last }: HeadRows, column: number): number {
  return rows.filter(
    ({ number, cells }) => number > last && cells.some((cell) => cell.column === column && cell.text.trim() !== ''),
  ).length;
}
