/** How one level of a list is numbered. */
export type ListLevel = {
  readonly start: number;
  /** ST_NumberFormat: chineseCounting, decimal, bullet … */
  readonly format: string;
  /** `%1、`, `（%2）`: `%n` stands for the number of the n-th level. */
  readonly pattern: string;
  /** One-based level after which this one starts anew; 0 never; left out, after any higher level. */
  readonly restartAfter: number | undefined;
  /** All numbers of the pattern are written in digits. */
  readonly isLegal: boolean;
  /** The paragraph style bound to this level. */
  readonly styleId: string | undefined;
};

export type Levels = ReadonlyMap<number, ListLevel>;

/** A list of the document. Lists with the same `sequence` go on counting where the other stopped. */
export type List = {
  readonly numId: string;
  readonly sequence: string;
  readonly levels: Levels;
  /** Level → the number this list starts anew with. */
  readonly startOverrides: ReadonlyMap<number, number>;
};

export type ListPlace = { readonly list: List; readonly level: number };
