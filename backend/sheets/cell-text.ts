/**
 * A cell as a person sees it, with what the program needs to know beyond the words.
 * `merged`: the value belongs to a merged block and this cell is not its first.
 */
export type CellRead = {
  /** What the cell shows: 25户, 007, 10月8日. Hidden words stand here too, with their trouble. */
  readonly text: string;
  /** The number behind it; `null` for words and for dates. */
  readonly number: number | null;
  /** The number is shown as a percentage: 0.5 is 50%. */
  readonly percent: boolean;
  readonly isoDate: string | null;
  /** The date is shown without its day (2021年6月), which was never meant. */
  readonly monthOnly: boolean;
  /** An error value such as #N/A. */
  readonly error: boolean;
  readonly merged: boolean;
  /** Row and column of the merged block's first cell, or the cell's own. */
  readonly originRow: number;
  readonly originColumn: number;
  /** Why what stands in the cell is not to be taken as it stands; `null`: nothing is in the way. */
  readonly trouble: CellTrouble | null;
};

/**
 * A formula whose result the file does not hold; words struck out, all or some; a number format that shows nothing of
 * it; words that the file has lost; a picture in the cell. Of `no-result`, `lost` and `picture` there is no text.
 */
export type CellTrouble = 'no-result' | 'struck-out' | 'not-shown' | 'lost' | 'picture';
