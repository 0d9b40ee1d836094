/** Longest name of an operator. */
export const OPERATOR_MAX = 40;

/**
 * 操作人: the name a person gives for the history, on one line.
 *
 * @returns the name as it is kept, or `undefined` for none: nothing but blanks, or longer than {@link OPERATOR_MAX}
 */
export function operatorFrom(text: string): string | undefined {
  const name = text.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
  return name === '' || name.length > OPERATOR_MAX ? undefined : name;
}
