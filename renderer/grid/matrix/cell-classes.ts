import { lightClass } from '#renderer/text/light-class.ts';
import type { MatrixRow } from '#renderer/view/matrix-rows.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { type LightDef, lightOf } from '#shared/domain/light.ts';
import { cellOf, noteOf } from './cell-words.ts';

/**
 * The classes of an agency's cell in one text: whether the agency leads, how its light looks, whether there is a note.
 * Asked once when a cell is made and when its row has changed; a rule for each light would be asked for all of them.
 */
export function cellClasses(row: MatrixRow | undefined, agencyId: AgencyId, lights: readonly LightDef[]): string {
  const cell = cellOf(row, agencyId);
  const mark =
    cell === undefined
      ? 'cell-mark'
      : `cell-mark${cell.role === 'lead' ? ' mark-lead' : ''} ${lightClass(lightOf(lights, cell.light))}`;
  return noteOf(row, agencyId) === undefined ? mark : `${mark} has-note`;
}
