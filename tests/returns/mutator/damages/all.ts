import type { Damage } from '../damage.ts';
import { ABOVE_DAMAGES } from './above.ts';
import { COLUMN_DAMAGES } from './columns.ts';
import { FILE_DAMAGES, PART_DAMAGES } from './files.ts';
import { HEAD_DAMAGES } from './heads.ts';
import { HISTORY_DAMAGES } from './history.ts';
import { MERGE_DAMAGES, ROW_DAMAGES } from './rows.ts';
import { SHEET_DAMAGES } from './sheets.ts';
import { VALUE_DAMAGES } from './values.ts';

/** Everything that agencies are known to do to a form. */
export const DAMAGES: readonly Damage[] = [
  ...HISTORY_DAMAGES,
  ...VALUE_DAMAGES,
  ...MERGE_DAMAGES,
  ...ROW_DAMAGES,
  ...COLUMN_DAMAGES,
  ...HEAD_DAMAGES,
  ...ABOVE_DAMAGES,
  ...SHEET_DAMAGES,
  ...PART_DAMAGES,
  ...FILE_DAMAGES,
];
