import type { Block } from '#renderer/grid/sheet/clipboard/tsv.ts';
import { type Area, sizeOf, spotsOf } from '#renderer/grid/sheet/selection/geometry.ts';
import { type Sheet, sheetSize } from '#renderer/grid/sheet/selection/sheet.ts';
import { oneLine } from '#renderer/text/one-line.ts';
import { agencyOfColumn, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { TaskId } from '#shared/domain/ids.ts';
import { MAX_ROLE_CELLS, parseRoleMark, type Role } from '#shared/domain/role.ts';
import { AppError } from '#shared/errors.ts';
import { cellOf } from './cell-words.ts';
import type { RoleChange } from './fill-roles.ts';
import { textAt } from './matrix-sheet.ts';
import { rolesIn } from './selected-cells.ts';

export type TitleChange = { readonly taskId: TaskId; readonly title: string };

/** What a paste would do. Nothing is done of one that is refused. */
export type PastePlan =
  | {
      readonly kind: 'write';
      readonly roles: readonly RoleChange[];
      readonly titles: readonly TitleChange[];
      /** Where the block comes to lie, to be selected afterwards. */
      readonly areas: readonly Area[];
      /** Texts for columns that cannot be written. */
      readonly skipped: number;
      /** Texts beyond the last row or column. */
      readonly outside: number;
    }
  | { readonly kind: 'refused'; readonly error: AppError };

export type PasteOrder = {
  readonly block: Block;
  /** What is selected: where the block is to go. */
  readonly areas: readonly Area[];
  /** Where the block was cut from; its roles move. */
  readonly cutFrom: readonly Area[];
};

/**
 * Lays a block over the selected cells by the rules of a worksheet: one cell fills all that is selected, a block is
 * repeated where the selection is a multiple of it and otherwise laid down once from the upper left corner; several
 * areas must each fit. Headings of sections are stepped over, cells that hold the role already are left out, and one
 * text that names no role refuses the whole paste: half a paste helps no one.
 */
export function planPaste(sheet: Sheet, { block, areas, cutFrom }: PasteOrder): PastePlan {
  const size = { rows: block.length, columns: Math.max(1, ...block.map((line) => line.length)) };
  const all = sheetSize(sheet);
  const targets = areas.map((area) => targetArea(area, size, all));
  const fits = targets.every((target, index) => areas.length === 1 || sameSize(target, areas[index]));
  if (!fits) return refused(new AppError('PASTE_SHAPES_DIFFER'));

  const wanted = new Map<string, RoleChange>();
  const want = (change: RoleChange): unknown => wanted.set(`${change.taskId}/${change.agencyId}`, change);
  for (const { taskId, agencyId } of rolesIn(sheet, cutFrom)) want({ taskId, agencyId, role: null });
  const titles: TitleChange[] = [];
  const readRole = roleReader();
  const agencies = sheet.columns.map(agencyOfColumn);
  let skipped = 0;
  let outside = 0;
  for (const target of targets) {
    for (const spot of spotsOf(target)) {
      const text = block[(spot.row - target.top) % size.rows]?.[(spot.column - target.left) % size.columns];
      if (text === undefined) continue;
      const task = sheet.tasks[spot.row];
      const columnId = sheet.columns[spot.column];
      if (!task || columnId === undefined) {
        outside += 1;
        continue;
      }
      const agencyId = agencies[spot.column] ?? null;
      if (agencyId !== null) {
        const role = readRole(text);
        if (role === undefined) {
          const place = `第 ${task.task.number} 项（粘贴内容的第 ${spot.row - target.top + 1} 行第 ${spot.column - target.left + 1} 列）`;
          return refused(new AppError('PASTE_TEXT_UNKNOWN', { text: shortened(text), place }));
        }
        const change = { taskId: task.task.id, agencyId, role };
        // What stands there already is no change, unless it is cut away from there or written over twice.
        if (cutFrom.length > 0 || targets.length > 1 || (cellOf(task, agencyId)?.role ?? null) !== role) want(change);
        if (wanted.size > MAX_ROLE_CELLS) return refused(new AppError('TOO_MANY_CELLS', { limit: MAX_ROLE_CELLS }));
      } else if (text !== textAt(sheet, spot)) {
        const title = columnId === TITLE_COLUMN ? oneLine(text) : '';
        if (title !== '') titles.push({ taskId: task.task.id, title });
        else skipped += 1;
      }
    }
  }
  const rowOf = new Map(sheet.tasks.map((task) => [task.task.id, task]));
  const roles = [...wanted.values()].filter(
    ({ taskId, agencyId, role }) => (cellOf(rowOf.get(taskId), agencyId)?.role ?? null) !== role,
  );
  return { kind: 'write', roles, titles, areas: targets.map((area) => cut(area, all)), skipped, outside };
}

type BlockSize = { readonly rows: number; readonly columns: number };

function targetArea(area: Area, block: BlockSize, all: BlockSize): Area {
  const { rows, columns } = sizeOf(area);
  const down = repeats(rows, block.rows);
  // A whole row is where a block begins, not a length it is to fill; a single cell does fill it.
  const across = columns === all.columns && block.columns > 1 ? 1 : repeats(columns, block.columns);
  const [tall, wide] = down === 0 || across === 0 ? [1, 1] : [down, across];
  return {
    top: area.top,
    left: area.left,
    bottom: area.top + tall * block.rows - 1,
    right: area.left + wide * block.columns - 1,
  };
}

/** How often a block goes into a selected length; 0 when it is longer but no multiple. */
function repeats(selected: number, block: number): number {
  if (selected <= block) return 1;
  return selected % block === 0 ? selected / block : 0;
}

function sameSize(target: Area, area: Area | undefined): boolean {
  return area !== undefined && target.bottom === area.bottom && target.right === area.right;
}

/** A large block repeats few texts. */
function roleReader(): (text: string) => Role | null | undefined {
  const known = new Map<string, Role | null | undefined>();
  return (text) => {
    if (!known.has(text)) known.set(text, parseRoleMark(text));
    return known.get(text);
  };
}

function cut(area: Area, { rows, columns }: BlockSize): Area {
  return { ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) };
}

function refused(error: AppError): PastePlan {
  return { kind: 'refused', error };
}

/** A whole paragraph pasted by mistake is recognised by its beginning. */
function shortened(text: string): string {
  const letters = [...text.trim()];
  return letters.length > 20 ? `${letters.slice(0, 20).join('')}…` : letters.join('');
}
