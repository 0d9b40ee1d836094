// A small matrix as it is shown, for the rules of selecting, copying and filling.

import type { MatrixSheet } from '#renderer/grid/matrix/matrix-sheet.ts';
import { buildRows } from '#renderer/view/matrix-rows.ts';
import { parseRoleMark } from '#shared/domain/role.ts';
import { aTask } from '../a-matrix.ts';

/**
 * @param picture a line per task, a sign per agency: `●○△` or `.`
 * @returns 序号 and 工作任务 in columns 0 and 1, then agencies 1, 2, …
 */
export function aSheet(picture: readonly string[]): MatrixSheet {
  const tasks = picture.map((line, row) => {
    const duties = [...line].flatMap((sign, index) => {
      const role = sign === '.' ? null : parseRoleMark(sign);
      return role ? [[index + 1, [role, 'waiting'] as const] as const] : [];
    });
    return aTask(row + 1, null, `任务${row + 1}`, Object.fromEntries(duties));
  });
  const agencies = [...(picture[0] ?? '')].map((_, index) => `agency-${index + 1}`);
  return {
    rows: buildRows([], tasks).filter((row) => row.kind === 'task'),
    columns: ['number', 'title', ...agencies],
  };
}
