import type { PrintColumn } from '#shared/domain/print-table.ts';
import { breakLines } from '#shared/text/text-width.ts';
import { CELL_PADDING_EMS, LINE_EMS } from './lay-rows.ts';
import type { ColumnPlan, LaidColumn } from './plan-columns.ts';

/** A head as it stands in its cell. `scale`: its letters against the table's, below 1 for a long name. */
export type LaidHead = { readonly lines: readonly string[]; readonly vertical: boolean; readonly scale: number };

/** Neighbours under one head above their own. Without lines: no group, its column's head stands over both rows. */
export type HeadGroup = { readonly lines: readonly string[]; readonly span: number };

export type Heads = {
  readonly heads: readonly LaidHead[];
  /** Over each run of columns; empty when the table has no groups. */
  readonly groups: readonly (readonly HeadGroup[])[];
  /** Height in ems of the row of heads, and of the row of groups above it (0: there is none). */
  readonly height: number;
  readonly groupHeight: number;
};

/** Characters one below the other: a little more than a square each. */
const STACKED_EM = 1.12;
/** A longer name would push the rows off the page: its letters get smaller, then it stands in two columns. */
const STACKED_MAX = 12;
const SMALLEST_SINGLE = 0.75;
const HEAD_PADDING_EMS = 0.8;

/** The heads of all columns. They are as tall on every page, so that pages can be laid side by side. */
export function layHeads(columns: readonly PrintColumn[], { blocks, widths, font }: ColumnPlan): Heads {
  const heads = columns.map((column, index) => layHead(column, (widths[index] ?? 0) / font));
  const heights = heads.map(({ lines, vertical }) =>
    vertical ? Math.min(STACKED_MAX, lines[0]?.length ?? 0) * STACKED_EM : lines.length * LINE_EMS,
  );
  const hasGroups = columns.some(({ group }) => group !== '');
  const groups = hasGroups ? blocks.map((block) => layGroups(columns, block, font)) : [];
  const groupLines = Math.max(0, ...groups.flat().map(({ lines }) => lines.length));
  return {
    heads,
    groups,
    height: Math.max(LINE_EMS, ...heights) + HEAD_PADDING_EMS,
    groupHeight: hasGroups ? groupLines * LINE_EMS + HEAD_PADDING_EMS / 2 : 0,
  };
}

function layHead({ head, verticalHead }: PrintColumn, widthEms: number): LaidHead {
  if (!verticalHead) return { lines: breakLines(head, widthEms - 2 * CELL_PADDING_EMS), vertical: false, scale: 1 };
  const characters = [...head];
  const single = STACKED_MAX / characters.length;
  if (single >= SMALLEST_SINGLE) return { lines: [head], vertical: true, scale: Math.min(1, single) };
  // In two columns that together must not be wider than the cell.
  const half = Math.ceil(characters.length / 2);
  const scale = Math.min(STACKED_MAX / half, (widthEms - CELL_PADDING_EMS) / (2 * STACKED_EM), 1);
  return { lines: [characters.slice(0, half).join(''), characters.slice(half).join('')], vertical: true, scale };
}

function layGroups(columns: readonly PrintColumn[], block: readonly LaidColumn[], font: number): readonly HeadGroup[] {
  const groups: { text: string; span: number; width: number }[] = [];
  for (const { index, width } of block) {
    const text = columns[index]?.group ?? '';
    const last = groups.at(-1);
    if (last && text !== '' && last.text === text) {
      last.span += 1;
      last.width += width;
    } else groups.push({ text, span: 1, width });
  }
  return groups.map(({ text, span, width }) => ({
    lines: text === '' ? [] : breakLines(text, width / font),
    span,
  }));
}
