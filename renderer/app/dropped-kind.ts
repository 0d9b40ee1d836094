import type { ForeignKind } from '#shared/domain/foreign-kind.ts';

/** Dropped files told apart, one by one. */
export type Dropped<File> = {
  readonly returns: readonly File[];
  readonly plans: readonly File[];
  /** Workbooks of which only a person can say what they are. */
  readonly unclear: readonly File[];
};

/**
 * Sorts dropped files by what the backend found in them. Beside a form that came back, a workbook that may be one is
 * taken for one: the review chooses nothing beforehand and says what it doubts.
 *
 * @param kinds in the order of the files
 */
export function sortDropped<File>(files: readonly File[], kinds: readonly ForeignKind[]): Dropped<File> {
  const of = (kind: ForeignKind): File[] => files.filter((_, index) => kinds[index] === kind);
  const [returns, plans, unclear] = [of('return'), of('plan'), of('unclear')];
  return returns.length > 0
    ? { returns: files.filter((_, index) => kinds[index] !== 'plan'), plans, unclear: [] }
    : { returns, plans, unclear };
}
