import type { SendingId } from './ids.ts';

/** A cell that says something else. */
export type ChangedCell = {
  /** What the row is about: 12/县公安局. */
  readonly row: string;
  /** The head over it. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
};

/** A row that only one of the two has, with what stands in its cells, by their heads. */
export type OnlyRow = { readonly row: string; readonly cells: Readonly<Record<string, string>> };

/** Two sendings of one layout, or a sending and the present, by what their rows are about. */
export type SendingComparison = {
  readonly what: string;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly same: boolean;
  readonly changed: readonly ChangedCell[];
  readonly added: readonly OnlyRow[];
  readonly removed: readonly OnlyRow[];
  readonly columnsAdded: readonly string[];
  readonly columnsRemoved: readonly string[];
};

/** One of the two; `sendingId` is `null` for the present. */
export type ComparedSide = {
  readonly sendingId: SendingId | null;
  readonly fileName: string;
  /** ISO day whose state it shows. */
  readonly on: string;
  readonly rows: number;
};
