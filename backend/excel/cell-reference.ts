/** A column as letters: 1 is A, 28 is AB. */
export function columnLetters(column: number): string {
  if (column <= 26) return String.fromCharCode(64 + column);
  const head = Math.floor((column - 1) / 26);
  return (head > 0 ? columnLetters(head) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A cell's place as written in formulas: `AB12` of row 12 and column 28. */
export function referenceOf({ row, column }: { readonly row: number; readonly column: number }): string {
  return columnLetters(column) + row;
}
