import type { SheetPicture } from '#shared/domain/return-review.ts';
import type { CellRead } from './cell-text.ts';
import type { RowRead, SheetRead } from './sheet.ts';

/** What is worth a picture: a form has a dozen columns and sixty rows. */
const PICTURE = { rows: 200, columns: 60, cellLength: 500 } as const;

/**
 * A sheet as it looks, for showing beside what was read of it: shown texts, merged blocks, what is hidden.
 *
 * @param name of the sheet; when there is none of that name, the picture has no rows. Empty: no table was found, and
 *   the fullest sheet is shown, so that a person can point one out
 */
export function pictureOf(sheets: readonly SheetRead[], name: string): SheetPicture {
  const sheet = name === '' ? fullest(sheets) : sheets.find((each) => each.name === name);
  const shown = (sheet?.rows ?? []).slice(0, PICTURE.rows);
  const spans = spansOf(shown);
  return {
    sheet: sheet?.name ?? name,
    rows: shown.map(({ number, hidden, cells }) => ({
      number,
      hidden,
      cells: [...cells].flatMap(([column, cell]) => {
        if (column > PICTURE.columns || cell.merged) return [];
        const { right, bottom } = spans.get(`${number}:${column}`) ?? { right: column, bottom: number };
        return [{ column, text: textIn(cell), columnSpan: right - column + 1, rowSpan: bottom - number + 1 }];
      }),
    })),
    hiddenColumns: [...(sheet?.hiddenColumns ?? [])].filter((column) => column <= PICTURE.columns),
    rowsLeftOut: (sheet?.rows.length ?? 0) - shown.length,
  };
}

function fullest(sheets: readonly SheetRead[]): SheetRead | undefined {
  return sheets.toSorted((one, other) => other.rows.length - one.rows.length)[0];
}

function textIn({ text, trouble }: CellRead): string {
  return trouble === 'not-shown' ? '' : text.slice(0, PICTURE.cellLength);
}

type Corner = { readonly right: number; readonly bottom: number };

/** The last cell of each merged block, by its first one (`row:column`). */
function spansOf(rows: readonly RowRead[]): ReadonlyMap<string, Corner> {
  const spans = new Map<string, Corner>();
  for (const { number, cells } of rows) {
    for (const [column, { merged, originRow, originColumn }] of cells) {
      if (!merged || column > PICTURE.columns) continue;
      const key = `${originRow}:${originColumn}`;
      const before = spans.get(key) ?? { right: originColumn, bottom: originRow };
      spans.set(key, { right: Math.max(before.right, column), bottom: Math.max(before.bottom, number) });
    }
  }
  return spans;
}
