import { joinDoubts } from '#backend/returns/values/returned-value.ts';
import { cellName } from '#backend/sheets/cell-name.ts';
import type { SheetRead, SheetRemark } from '#backend/sheets/sheet.ts';

const KIND_NAMES: Readonly<Record<string, string>> = { comment: '批注', 'text-box': '文本框', picture: '图片' };
const MEASURES: Readonly<Record<string, string>> = { comment: '条', 'text-box': '个', picture: '张' };
const QUOTE_LENGTH_MAX = 200;

export function quoted(text: string, lengthMax = QUOTE_LENGTH_MAX): string {
  const plain = text.trim();
  return `“${[...plain].length > lengthMax ? `${[...plain].slice(0, lengthMax).join('')}…` : plain}”`;
}

function placeOf({ row, column }: SheetRemark): string {
  if (row === null) return '';
  return `（在 ${column === null ? `第 ${row} 行` : cellName(row, column)}）`;
}

const isSaid = ({ kind, text }: SheetRemark): boolean => kind === 'picture' || text.trim() !== '';

/** What the sheet shows beside its cells, in one note for each kind: 2 条批注：“…”（在 G7）. */
export function remarkNotes(remarks: readonly SheetRemark[]): readonly string[] {
  const kinds = Map.groupBy(remarks.filter(isSaid), ({ kind }) => String(kind));
  return [...kinds].flatMap(([kind, some]) => {
    const name = KIND_NAMES[kind];
    if (name === undefined) return [];
    const each = some.map((remark) => `${remark.text.trim() === '' ? '' : quoted(remark.text)}${placeOf(remark)}`);
    const words = each.filter((text) => text !== '').join('；');
    return [`${some.length} ${MEASURES[kind] ?? '个'}${name}${words === '' ? '' : `：${words}`}。`];
  });
}

/** What of the sheet could not be read: a doubt on everything in it. */
export function remarkDoubts(remarks: readonly SheetRemark[]): readonly string[] {
  return remarks.filter(({ kind }) => KIND_NAMES[kind] === undefined).map(({ text }) => text);
}

/** Doubts that remarks cast on single cells, and on rows where they stand beside the cells to fill in. */
export type RemarkDoubts = {
  readonly cell: (row: number, column: number) => string;
  readonly row: (row: number, fillable: ReadonlySet<number>) => string;
};

export function doubtsByPlace({ remarks }: Pick<SheetRead, 'remarks'>): RemarkDoubts {
  const known = remarks.filter((remark) => KIND_NAMES[remark.kind] !== undefined && isSaid(remark));
  const words = (remark: SheetRemark): string =>
    `有${KIND_NAMES[remark.kind] ?? ''}${remark.text.trim() === '' ? '' : quoted(remark.text, 60)}`;
  return {
    cell: (row, column) =>
      joinDoubts(
        ...known
          .filter((remark) => remark.row === row && remark.column === column)
          .map((remark) => `此格${words(remark)}`),
      ),
    row: (row, fillable) =>
      joinDoubts(
        ...known
          .filter((remark) => remark.row === row && (remark.column === null || !fillable.has(remark.column)))
          .map((remark) => `本行${words(remark)}`),
      ),
  };
}
