import type { PlanColumn } from '#backend/sheets/read-head.ts';

export type PlanHead = {
  readonly columns: ReadonlyMap<PlanColumn, readonly HeadPlace[]>;
  /** Of a matrix, the columns that are a unit each, with marks below. */
  readonly units: readonly HeadPlace[];
  /** Index of the first and last row of the heads. */
  readonly firstRow: number;
  readonly lastRow: number;
};

export type HeadPlace = { readonly column: number; readonly word: string };
