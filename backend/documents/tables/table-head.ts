import type { PlanColumn } from '#backend/sheets/read-head.ts';

export type PlanHead = {
  readonly columns: ReadonlyMap<PlanColumn, readonly PlanHeadPlace[]>;
  /** Of a matrix, the columns that are a unit each, with marks below. */
  readonly units: readonly PlanHeadPlace[];
  /** Index of the first and last row of the heads. */
  readonly firstRow: number;
  readonly lastRow: number;
};

export type PlanHeadPlace = { readonly column: number; readonly word: string };
