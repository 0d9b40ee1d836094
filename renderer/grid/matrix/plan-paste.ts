import { layBlock, shortened, textsOver } from '#renderer/grid/sheet/clipboard/lay-block.ts';
import { type PasteOrder, refusing, type SheetPlan } from '#renderer/grid/sheet/sheet-model.ts';
import { oneLine } from '#renderer/text/one-line.ts';
import { agencyOfColumn, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import { MAX_ROLE_CELLS, parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { cellOf } from './cell-words.ts';
import type { RoleChange, TitleChange } from './matrix-changes.ts';
import { type MatrixSheet, textOf } from './matrix-sheet.ts';
import { rolesIn } from './selected-cells.ts';

/** What a paste into the matrix changes. Its roles are all known: the paste was looked through for unreadable texts. */
export type PastedChanges = { readonly roles: readonly RoleChange[]; readonly titles: readonly TitleChange[] };

/**
 * Reads a block laid over the matrix: marks under agencies, titles under titles. Cells that hold the role already are
 * left out, and one text that names no role refuses the whole paste.
 */
export function planPaste(sheet: MatrixSheet, order: PasteOrder): SheetPlan<PastedChanges> {
  const laid = layBlock(sheet, order);
  if (laid instanceof AppError) return refusing(laid);
  const { cutFrom } = order;
  const wanted = new Map<string, RoleChange>();
  const want = (change: RoleChange): unknown => wanted.set(`${change.taskId}/${change.agencyId}`, change);
  for (const { taskId, agencyId } of rolesIn(sheet, cutFrom)) want({ taskId, agencyId, role: null });
  const titles: TitleChange[] = [];
  const readRole = roleReader();
  const agencies = new Map(sheet.columns.map((columnId) => [columnId, agencyOfColumn(columnId)]));
  let skipped = 0;
  let outside = 0;
  for (const over of textsOver(sheet, laid)) {
    if (over === null) {
      outside += 1;
      continue;
    }
    const { text, row: task, columnId } = over;
    const agencyId = agencies.get(columnId) ?? null;
    if (agencyId !== null) {
      const role = readRole(text);
      if (role === undefined) {
        const place = `第 ${task.task.number} 项（粘贴内容的第 ${over.line} 行第 ${over.column} 列）`;
        return refusing(new AppError('PASTE_TEXT_UNKNOWN', { text: shortened(text), place }));
      }
      const change = { taskId: task.task.id, agencyId, role };
      // What stands there already is no change, unless it is cut away from there or written over twice.
      if (cutFrom.length > 0 || laid.targets.length > 1 || (cellOf(task, agencyId)?.role ?? null) !== role)
        want(change);
      if (wanted.size > MAX_ROLE_CELLS) return refusing(new AppError('TOO_MANY_CELLS', { limit: MAX_ROLE_CELLS }));
    } else if (text !== textOf(task, columnId)) {
      const title = columnId === TITLE_COLUMN ? oneLine(text) : '';
      if (title !== '') titles.push({ taskId: task.task.id, title });
      else skipped += 1;
    }
  }
  const rowOf = new Map(sheet.rows.map((task) => [task.task.id, task]));
  const roles = [...wanted.values()].filter(
    ({ taskId, agencyId, role }) => (cellOf(rowOf.get(taskId), agencyId)?.role ?? null) !== role,
  );
  return { kind: 'write', changes: { roles, titles }, areas: laid.inside, skipped, outside };
}

/** A large block repeats few texts. */
function roleReader(): (text: string) => Role | null | undefined {
  const known = new Map<string, Role | null | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, parseRoleMark(text));
    return known.get(text);
  };
}
