import type { FillRow } from './fill-input.ts';
import type { FormBody } from './form-body.ts';
import { columnFor, type FormColumn } from './form-columns.ts';
import type { FormMatches } from './match-form-rows.ts';
import type { MergedBlocks } from './merged-blocks.ts';
import type { Insertion } from './row-moves.ts';

/** Where a row of ours stands, in the numbers of the form as it was. */
export type PlacedRow = {
  readonly row: FillRow;
  /**
   * `theirs`: it is that row already; `waiting`: an empty row; `added`: behind a row, the how manieth there. `like`: the
   * row whose looks it gets.
   */
  readonly place:
    | { readonly kind: 'theirs' | 'waiting'; readonly number: number }
    | { readonly kind: 'added'; readonly after: number; readonly index: number; readonly like: number };
};

export type PlacedRows = {
  readonly rows: readonly PlacedRow[];
  readonly insertions: readonly Insertion[];
};

/**
 * Gives every row of ours its place: the row of theirs that it is; else, in an empty form, the rows that wait, in their
 * order; else a row behind the last of its task or its section. What does not fit is added.
 */
export function placeRows(
  rows: readonly FillRow[],
  body: FormBody,
  matches: FormMatches,
  columns: readonly FormColumn[],
  merges: MergedBlocks,
): PlacedRows {
  const isEmptyForm = !body.rows.some(({ kind }) => kind === 'task');
  const blocks = isEmptyForm ? taskBlocks(body, columns, merges) : null;
  return blocks === null ? byRow(rows, body, matches) : byBlock(rows, body, blocks);
}

function byRow(rows: readonly FillRow[], body: FormBody, { matched }: FormMatches): PlacedRows {
  const numberOf = new Map([...matched].map(([number, row]) => [row, number]));
  const lastOfTask = new Map<number, number>();
  const lastOfSection = new Map<string, number>();
  for (const [number, { taskId, section }] of matched) {
    lastOfTask.set(taskId, Math.max(number, lastOfTask.get(taskId) ?? 0));
    if (section !== '') lastOfSection.set(section, Math.max(number, lastOfSection.get(section) ?? 0));
  }
  for (const heading of body.rows.filter(({ kind }) => kind === 'heading')) {
    const section = rows.find((row) => row.section !== '' && sameWords(heading.heading, row.section))?.section;
    if (section !== undefined && !lastOfSection.has(section)) lastOfSection.set(section, heading.number);
  }
  const lastFilled = body.rows.findLast(({ kind }) => kind !== 'empty')?.number ?? body.first - 1;
  const free = new Set(body.rows.filter(({ kind }) => kind === 'empty').map(({ number }) => number));
  /** The first free row right behind a row, with nothing but waiting rows between. */
  const reached = new Map<number, number>();
  const waitingBehind = (row: number): number | undefined => {
    for (let number = reached.get(row) ?? row + 1; number <= body.last; number++) {
      if (body.rows[number - body.first]?.kind !== 'empty') return undefined;
      reached.set(row, number + 1);
      if (free.delete(number)) return number;
    }
    return undefined;
  };
  const like = likeRow(body);
  const counts = new Map<number, number>();
  const added = (row: FillRow, after: number): PlacedRow => {
    const index = counts.get(after) ?? 0;
    counts.set(after, index + 1);
    return { row, place: { kind: 'added', after, index, like: like(after) } };
  };
  const end = Math.max(body.last, body.first - 1);
  const placed = rows.map((row): PlacedRow => {
    const theirs = numberOf.get(row);
    if (theirs !== undefined) return { row, place: { kind: 'theirs', number: theirs } };
    const behind = lastOfTask.get(row.taskId) ?? lastOfSection.get(row.section);
    const next = waitingBehind(behind ?? lastFilled);
    if (next === undefined && behind !== undefined && behind < lastFilled) return added(row, behind);
    return next === undefined ? added(row, end) : { row, place: { kind: 'waiting', number: next } };
  });
  return { rows: placed, insertions: [...counts].map(([after, count]) => ({ after, count })) };
}

/** The nearest row of the table above, whose looks a row behind it gets; without one the first of the body. */
function likeRow(body: FormBody): (after: number) => number {
  return (after) =>
    body.rows.findLast(({ kind, number }) => number <= after && (kind === 'task' || kind === 'empty'))?.number ??
    body.rows.find(({ kind }) => kind === 'task')?.number ??
    body.first;
}

function sameWords(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text.replace(
      /^\s*(?:第?[一二三四五六七八九十百\d]+[章节部类]?|[（(][一二三四五六七八九十]+[）)])\s*[、.．]?|\s/gu,
      '',
    );
  return plain(one) !== '' && plain(one) === plain(other);
}

type Block = { readonly top: number; readonly bottom: number };

/** Rows of an empty form that are merged for one task each; `null`: the form merges none. */
function taskBlocks(body: FormBody, columns: readonly FormColumn[], merges: MergedBlocks): readonly Block[] | null {
  const naming = columnFor(columns, 'task', 'group', 'number')?.column;
  if (naming === undefined) return null;
  const blocks: Block[] = [];
  for (let number = body.first; number <= body.last; ) {
    const block = merges.at(number, naming);
    const bottom = Math.min(block?.bottom ?? number, body.last);
    blocks.push({ top: number, bottom });
    number = bottom + 1;
  }
  return blocks.some(({ top, bottom }) => bottom > top) ? blocks : null;
}

function byBlock(rows: readonly FillRow[], body: FormBody, blocks: readonly Block[]): PlacedRows {
  const counts = new Map<number, number>();
  const placed: PlacedRow[] = [];
  const waiting = [...blocks];
  const pattern = blocks[0] ?? { top: body.first, bottom: body.first };
  for (const own of Map.groupBy(rows, ({ taskId }) => taskId).values()) {
    const block = waiting.shift();
    for (const [index, row] of own.entries()) {
      const number = block === undefined ? body.last + 1 : block.top + index;
      if (block !== undefined && number <= block.bottom) {
        placed.push({ row, place: { kind: 'waiting', number } });
        continue;
      }
      const after = block?.bottom ?? body.last;
      const before = counts.get(after) ?? 0;
      counts.set(after, before + 1);
      placed.push({ row, place: { kind: 'added', after, index: before, like: block?.bottom ?? pattern.top } });
    }
  }
  return { rows: placed, insertions: [...counts].map(([after, count]) => ({ after, count })) };
}
