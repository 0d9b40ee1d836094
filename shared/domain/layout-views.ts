import type { LayoutDef } from './layout-def.ts';

/** A layout there is: one that comes with the program, or an own one. */
export type LayoutView = {
  /** `ledger`; of an own one `own-3`, for as long as it is there, whatever it is called. */
  readonly key: string;
  readonly builtIn: boolean;
  readonly def: LayoutDef;
};

/** Own layouts are named by their row's number. */
export function ownLayoutKey(id: number): string {
  return `own-${id}`;
}

/** The number in such a key; `undefined` for any other text. */
export function ownLayoutId(key: string): number | undefined {
  const [, digits] = /^own-(\d{1,9})$/u.exec(key) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** A layout as a file that goes to another PC. */
export const LAYOUT_FILE_ENDING = '.表样.json';
