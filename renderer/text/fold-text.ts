/** A text as it is compared: full and half width, small and capital letters alike, blanks aside. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
