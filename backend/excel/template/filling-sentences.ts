import type { FillNotes } from './fill-rows.ts';
import type { PlacedRows } from './place-rows.ts';
import type { RowMoves } from './row-moves.ts';

/** More rows than this in a sentence help nobody. */
const ROWS_NAMED = 20;

/** What is to be said of the rows of a form that was filled. */
export function rowNotes(
  placed: PlacedRows,
  foreign: readonly number[],
  said: FillNotes,
  moves: RowMoves,
): readonly string[] {
  const added = placed.insertions.reduce((sum, { count }) => sum + count, 0);
  const where = moves.insertions.map(({ after }) => after);
  const notes: string[] = [];
  if (added > 0) notes.push(`表样的行不够，在${rowList(where)}之后加了 ${added} 行，样式与上一行相同。`);
  const { unplaced = [] } = placed;
  if (unplaced.length > 0) {
    const shown = unplaced
      .slice(0, 5)
      .map((section) => `“${section}”`)
      .join('、');
    notes.push(
      `表样没有${shown}${unplaced.length > 5 ? `等 ${unplaced.length} 章` : ''}的标题行，这些任务放在表的最后，请核对。`,
    );
  }
  if (foreign.length > 0) {
    notes.push(`${rowList(foreign.map(moves.row))}没有对应的任务，保持原样，请核对。`);
  }
  if (said.emptied.length > 0) notes.push(`${rowList(said.emptied)}本期没有填报，上期的内容已清空。`);
  for (const [letters, count] of said.formulas) notes.push(`${letters} 列有 ${count} 个单元格是公式，没有改写。`);
  for (const [letters, { words, rows }] of said.unlisted) {
    const shown = [...words]
      .slice(0, 5)
      .map((word) => `“${word.slice(0, 30)}”`)
      .join('、');
    notes.push(`${letters} 列有下拉选项，${shown}不在其中，${rowList(rows)}没有填写，请从选项中选。`);
  }
  for (const [letters, rows] of said.kept) {
    notes.push(`${letters} 列${rowList(rows)}表样中原有的内容与数据文件不同，没有改写，请核对。`);
  }
  if (said.cut.length > 0)
    notes.push(`${said.cut.slice(0, ROWS_NAMED).join('、')} 的内容超过 32767 字，已截断并注明。`);
  return notes;
}

/**
 * Cells that were not filled stay as they are to the letter, formulas with their last results too: Excel works them out
 * anew when it opens the file. Who only looks at it sees the last ones.
 */
export function staleNote(cells: readonly string[]): readonly string[] {
  if (cells.length === 0) return [];
  const shown = cells.slice(0, 5).join('、') + (cells.length > 5 ? ` 等 ${cells.length} 处` : '');
  return [
    `${shown}是公式，保持原样，打开时由 Excel 重新计算；别的软件里看到的若还是原来的数，请重算（WPS：公式 → 重算工作簿）。`,
  ];
}

export function rowList(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].toSorted((one, other) => one - other);
  const shown = sorted.slice(0, ROWS_NAMED).join('、');
  return sorted.length > ROWS_NAMED ? `第 ${shown} 等 ${sorted.length} 行` : `第 ${shown} 行`;
}
