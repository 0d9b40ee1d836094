import type { SheetPicture } from '#shared/domain/return-review.ts';

/** A picture of rows of texts; a text of `=` goes on with the block at its left, one of `^` with the block above. */
export function aPicture(lines: readonly (readonly string[])[], sheet = 'Sheet1'): SheetPicture {
  const rows = lines.map((texts, index) => ({
    number: index + 1,
    hidden: false,
    cells: texts.flatMap((text, at) => {
      if (text === '=' || text === '^') return [];
      const wide = texts.slice(at + 1).findIndex((next) => next !== '=');
      const high = lines.slice(index + 1).findIndex((line) => line[at] !== '^');
      return {
        column: at + 1,
        text,
        columnSpan: 1 + (wide < 0 ? texts.length - at - 1 : wide),
        rowSpan: 1 + (high < 0 ? lines.length - index - 1 : high),
      };
    }),
  }));
  return { sheet, rows, hiddenColumns: [], rowsLeftOut: 0 };
}
