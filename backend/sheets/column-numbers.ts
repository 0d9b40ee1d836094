/** @returns whether the cells of a row only count the columns: 1, 2, 3 … as under the heads of printed forms */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => Number(text.trim()));
  return (
    numbers.length > 2 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}
