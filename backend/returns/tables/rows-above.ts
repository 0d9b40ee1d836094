import type { RowRead } from '#backend/sheets/sheet.ts';
import { ownCells } from './find-tables.ts';
import type { HeadBlock } from './return-head.ts';
import { quoted } from './sheet-remarks.ts';
import { type FieldColumns, isTaskLike } from './table-rows.ts';
import { isLabel, unitLineIn } from './units-in-text.ts';

/** As much of such a row as its note repeats. */
const ROW_LENGTH_MAX = 500;

/**
 * What is to be said of rows above the heads that are neither title, unit line nor help: perhaps they stand below other
 * heads that somebody damaged. One that looks like a task doubts the whole table, any other is named.
 */
export function rowsAbove(
  above: readonly RowRead[],
  block: HeadBlock,
  columns: FieldColumns,
): { readonly doubts: readonly string[]; readonly notes: readonly string[] } {
  const several = above.filter((row) => {
    const own = ownCells(row);
    return own.length > 1 && !own.some(([, text]) => isLabel(text) || unitLineIn(text) !== undefined);
  });
  const words = (row: RowRead): string =>
    `第 ${row.number} 行${quoted(
      ownCells(row)
        .map(([, text]) => text)
        .join(' '),
      ROW_LENGTH_MAX,
    )}`;
  const like = several.filter((row) => isTaskLike(row, block, columns));
  const numbers = like.map(({ number }) => number).join('、');
  return {
    doubts: like.length === 0 ? [] : [`表头上面的第 ${numbers} 行像是任务行，没有读取，请对照原表核对`],
    notes: several.length === 0 ? [] : [`表头上面的行，未作为任务读取：${several.map(words).join('、')}。`],
  };
}
