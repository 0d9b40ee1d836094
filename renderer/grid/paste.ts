import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import { parseRoleMark, type Role } from '#shared/domain/role.ts';
import type { MatrixRow } from './matrix-rows.ts';

/** A block of texts as a spreadsheet puts it on the clipboard: lines of cells parted by tabs. */
export function parseBlock(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  // A role has neither tab nor line break, so quotes, which protect those, can simply be taken off.
  return lines.map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

export type PastedCell = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role | null };

/** What a paste would do: cells to set, or the text that names no role; and how much lies outside. */
export type PastePlan =
  | { readonly kind: 'cells'; readonly cells: readonly PastedCell[]; readonly outside: number }
  | { readonly kind: 'unknown'; readonly text: string };

/**
 * Lays a block over the matrix, its upper left corner on one cell. Headings of sections are stepped over, cells that
 * already hold the role are left out, and one unknown text refuses the whole block: half a paste helps no one.
 *
 * @param rows as shown, with the filters the clerk sees
 * @param agencyIds the columns, from left to right
 */
export function planPaste(
  block: readonly (readonly string[])[],
  at: { readonly taskId: TaskId; readonly agencyId: AgencyId },
  rows: readonly MatrixRow[],
  agencyIds: readonly AgencyId[],
): PastePlan {
  const tasks = rows.filter((row) => row.kind === 'task');
  const top = tasks.findIndex((row) => row.task.id === at.taskId);
  const left = agencyIds.indexOf(at.agencyId);
  const cells: PastedCell[] = [];
  let outside = 0;
  for (const [down, line] of block.entries()) {
    for (const [across, text] of line.entries()) {
      const role = parseRoleMark(text);
      if (role === undefined) return { kind: 'unknown', text: text.trim() };
      const row = top < 0 ? undefined : tasks[top + down];
      const agencyId = left < 0 ? undefined : agencyIds[left + across];
      if (!row || agencyId === undefined) outside += 1;
      else if ((row.cells.get(agencyId)?.role ?? null) !== role) cells.push({ taskId: row.task.id, agencyId, role });
    }
  }
  return { kind: 'cells', cells, outside };
}
