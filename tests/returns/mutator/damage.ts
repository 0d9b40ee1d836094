import type { Draft } from './draft.ts';
import type { Random } from './random.ts';

/** Damages of one group would undo or contradict one another: of each at most one is done to a form. */
export type DamageGroup =
  | 'status'
  | 'percent'
  | 'date'
  | 'words'
  | 'history'
  | 'rows'
  | 'merges'
  | 'columns'
  | 'heads'
  | 'above'
  | 'sheets'
  | 'parts'
  | 'file';

/** The order in which groups are done: what stands in cells first, what the file is last. */
export const DAMAGE_ORDER: readonly DamageGroup[] = [
  'history',
  'status',
  'percent',
  'date',
  'words',
  'rows',
  'merges',
  'columns',
  'heads',
  'above',
  'sheets',
  'parts',
  'file',
];

export type WriterName = 'exceljs' | 'SheetJS' | 'LibreOffice';

export type Damage = {
  readonly name: string;
  readonly group: DamageGroup;
  /** Writers that cannot write it. */
  readonly without?: readonly WriterName[];
  /** Changes the draft and the truth about it. `false`: it cannot be done to this form. */
  readonly apply: (draft: Draft, random: Random) => unknown;
};
