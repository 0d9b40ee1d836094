import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { cellOf, noteOf } from './cell-words.ts';

/**
 * The classes of an agency's cell in one text: whether the agency leads, how its light stands, whether there is a note.
 * Asked once when a cell is made and when its row has changed; a rule for each light would be asked for all of them.
 */
export function cellClasses(row: MatrixRow | undefined, agencyId: AgencyId): string {
  const cell = cellOf(row, agencyId);
  const mark =
    cell === undefined ? 'cell-mark' : `cell-mark${cell.role === 'lead' ? ' mark-lead' : ''} light-${cell.light}`;
  return noteOf(row, agencyId) === undefined ? mark : `${mark} has-note`;
}
