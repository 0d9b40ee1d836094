import type { CellBlock } from '#backend/sheets/xlsx/cell-place.ts';
import { referenceOf } from '../cell-reference.ts';
import type { Splice } from '../package/xml-part.ts';
import type { WrittenRow } from './fill-rows.ts';
import type { FormBody, FormSheet } from './form-body.ts';
import { type FormColumn, isOfTask } from './form-columns.ts';
import type { RowMoves } from './row-moves.ts';

/** Parts that stand behind `sheetData` and before merged blocks (ECMA-376 part 1, CT_Worksheet). */
const BEFORE_MERGES: ReadonlySet<string> = new Set([
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
]);

/** Column spans that the body merges over the rows of a task. */
export function taskMerges(
  { merges }: Pick<FormSheet, 'merges'>,
  body: FormBody,
  columns: readonly FormColumn[],
): readonly { readonly left: number; readonly right: number }[] {
  const section = new Set(columns.filter(({ fields }) => fields.includes('section')).map(({ column }) => column));
  const isTaskMerged = merges.all.some(
    (block) =>
      isTall(block, body) &&
      columns.some((column) => column.column === block.left && isOfTask(column) && !section.has(column.column)),
  );
  if (!isTaskMerged) return [];
  const spans = new Map<string, { readonly left: number; readonly right: number }>();
  for (const block of merges.all) {
    const { left, right } = block;
    if (isTall(block, body) && !section.has(left)) spans.set(`${left}:${right}`, { left, right });
  }
  return [...spans.values()];
}

function isTall({ top, bottom }: CellBlock, { first, last }: FormBody): boolean {
  return bottom > top && top >= first && bottom <= last;
}

/**
 * The merged blocks of the sheet as it becomes: those below go down, rows that come in are merged across like the row
 * they are like, and a task's cells over all its rows where the form does so.
 */
export function mergeEdits(
  { sheet, merges }: FormSheet,
  rows: readonly WrittenRow[],
  spans: readonly { readonly left: number; readonly right: number }[],
  sectionColumns: ReadonlySet<number>,
  moves: RowMoves,
): readonly Splice[] {
  if (moves.insertions.length === 0) return [];
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const blocks = merges.all.map((block) => {
    const { top, bottom } = moves.span(block.top, block.bottom, false);
    return { ...block, top, bottom: bottom + growth(block, bottom, byNumber, sectionColumns) };
  });
  const taken = new Set(blocks.flatMap(({ top, bottom, left }) => rowsOf(top, bottom).map((row) => `${row}/${left}`)));
  const put = (block: CellBlock): void => {
    if (rowsOf(block.top, block.bottom).some((row) => taken.has(`${row}/${block.left}`))) return;
    for (const row of rowsOf(block.top, block.bottom)) taken.add(`${row}/${block.left}`);
    blocks.push(block);
  };
  for (const own of tasksWithAdded(rows)) {
    for (const span of spans) put({ ...span, top: own.first, bottom: own.last });
  }
  for (const { number, placed } of rows) {
    if (placed.place.kind !== 'added') continue;
    const { like } = placed.place;
    for (const block of merges.all) {
      if (block.right > block.left && block.top <= like && like <= block.bottom) {
        put({ left: block.left, right: block.right, top: number, bottom: number });
      }
    }
  }
  return written(sheet.prefix, sheet.parts, blocks);
}

function rowsOf(top: number, bottom: number): readonly number[] {
  return Array.from({ length: Math.min(bottom - top, 50_000) + 1 }, (_, index) => top + index);
}

/** How many of the rows that came in right behind a block belong into it: rows of its task; of its section. */
function growth(
  block: CellBlock,
  bottom: number,
  rows: ReadonlyMap<number, WrittenRow>,
  sectionColumns: ReadonlySet<number>,
): number {
  const last = rows.get(bottom);
  if (block.bottom === block.top || last === undefined) return 0;
  let count = 0;
  for (let next = rows.get(bottom + 1); next?.placed.place.kind === 'added'; next = rows.get(bottom + count + 1)) {
    const [one, other] = [last.placed.row, next.placed.row];
    const goesOn = sectionColumns.has(block.left) ? one.section === other.section : one.taskId === other.taskId;
    if (!goesOn) break;
    count++;
  }
  return count;
}

/** Tasks of several neighbouring rows, some of which came in. */
function tasksWithAdded(rows: readonly WrittenRow[]): readonly { readonly first: number; readonly last: number }[] {
  const tasks: { first: number; last: number; taskId: number; added: boolean }[] = [];
  for (const { number, placed } of rows) {
    const added = placed.place.kind === 'added';
    const last = tasks.at(-1);
    if (last && last.taskId === placed.row.taskId && last.last === number - 1) {
      last.last = number;
      last.added ||= added;
    } else tasks.push({ first: number, last: number, taskId: placed.row.taskId, added });
  }
  return tasks.filter(({ first, last, added }) => added && last > first);
}

function written(prefix: string, parts: FormSheet['sheet']['parts'], blocks: readonly CellBlock[]): readonly Splice[] {
  const [own, ...more] = parts.filter(({ name }) => name === 'mergeCells');
  if (blocks.length === 0) return [];
  const cells = blocks
    .map(({ top, left, bottom, right }) => {
      const [first, last] = [referenceOf({ row: top, column: left }), referenceOf({ row: bottom, column: right })];
      return `<${prefix}mergeCell ref="${first}:${last}"/>`;
    })
    .join('');
  const put = `<${prefix}mergeCells count="${blocks.length}">${cells}</${prefix}mergeCells>`;
  if (own)
    return [
      { at: own.start, until: own.end, put },
      ...more.map(({ start, end }) => ({ at: start, until: end, put: '' })),
    ];
  const before = parts.findLast(({ name }) => BEFORE_MERGES.has(name));
  return before ? [{ at: before.end, put }] : [];
}
