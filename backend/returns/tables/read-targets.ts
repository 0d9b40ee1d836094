import type { ReturnedTarget } from '#backend/returns/parsed-return.ts';
import { cleanText, isFilled } from '#backend/returns/values/read-fields.ts';
import { readTargetValue } from '#backend/returns/values/read-target-value.ts';
import { joinDoubts } from '#backend/returns/values/returned-value.ts';
import { HEAD_SEARCH_ROWS } from '#backend/sheets/find-head.ts';
import { MISSING_HEAD, TARGET_HEADS, TARGET_ID_HEAD } from '#backend/sheets/form-format.ts';
import { plainHead } from '#backend/sheets/read-head.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { doubtsByPlace } from './sheet-remarks.ts';

type TargetHeads = { readonly row: number; readonly at: ReadonlyMap<string, number> };

/** Longer texts are no heads, and taking them apart would take its time. */
const HEAD_LENGTH_MAX = 40;

/** The heads by which the sheet is known when the column of ids was taken away. */
const KNOWN_BY = [TARGET_HEADS.target, TARGET_HEADS.aim, TARGET_HEADS.value];

function targetHeadsOf({ rows }: SheetRead): TargetHeads | undefined {
  for (const row of rows) {
    if (row.number > HEAD_SEARCH_ROWS) return undefined;
    const short = [...row.cells].filter(([, { text }]) => text.length <= HEAD_LENGTH_MAX);
    const at = new Map(short.map(([column, { text }]) => [plainHead(text), column] as const));
    const isKnown = KNOWN_BY.every((head) => at.has(head));
    if (at.has(TARGET_HEADS.value) && (at.has(TARGET_ID_HEAD) || isKnown)) return { row: row.number, at };
  }
  return undefined;
}

/** Whether a sheet is the one where values of targets are filled in: it is no table of reports. */
export function isTargetSheet(sheet: SheetRead): boolean {
  return targetHeadsOf(sheet) !== undefined;
}

/** `12/345`: of the form 12 the target 345. */
function idsIn(text: string): Pick<ReturnedTarget, 'formId' | 'targetId'> {
  const match = /^(\d{1,15})\/(\d{1,15})$/u.exec(text);
  return match ? { formId: Number(match[1]), targetId: Number(match[2]) } : { formId: null, targetId: null };
}

/** Every row of a sheet of targets that names one; the column of formulas, and what was given, is not read. */
export function readTargets(sheet: SheetRead): readonly ReturnedTarget[] {
  const heads = targetHeadsOf(sheet);
  if (heads === undefined) return [];
  const { at } = heads;
  const textAt = (row: RowRead, head: string): string => {
    const column = at.get(head);
    const cell = column === undefined ? undefined : row.cells.get(column);
    return isFilled(cell) ? cleanText(cell.text) : '';
  };
  const valueColumn = at.get(TARGET_HEADS.value) ?? 0;
  const remarks = doubtsByPlace(sheet);
  return sheet.rows.flatMap((row): ReturnedTarget[] => {
    if (row.number <= heads.row) return [];
    const ids = idsIn(textAt(row, TARGET_ID_HEAD));
    const text = textAt(row, TARGET_HEADS.target);
    const cell = row.cells.get(valueColumn);
    if (ids.targetId === null && text === '' && !isFilled(cell)) return [];
    const value = readTargetValue(cell, textAt(row, TARGET_HEADS.unit));
    const doubt = joinDoubts(
      value.doubt,
      cell?.merged === true && isFilled(cell) ? '与其他格合并的单元格' : '',
      remarks.cell(row.number, valueColumn),
      sheet.hidden ? `工作表“${sheet.name}”是隐藏的` : '',
      isFilled(cell) && sheet.hiddenColumns.has(valueColumn) ? `“${TARGET_HEADS.value}”一列在表中是隐藏的` : '',
    );
    return [
      {
        rowNumber: row.number,
        ...ids,
        number: textAt(row, '序号'),
        text,
        cell: { ...value, doubt, place: null },
      },
    ];
  });
}

/** Columns of that sheet which a person put in or wrote over, with what stands there: nothing of it is read, and it is said. */
export function targetSheetNotes(sheet: SheetRead): readonly string[] {
  const heads = targetHeadsOf(sheet);
  if (heads === undefined) return [];
  const known = new Set<string>([
    ...['序号', '工作任务', '上期值', '本年累计', TARGET_ID_HEAD],
    ...Object.values(TARGET_HEADS),
  ]);
  const missing = heads.at.get(MISSING_HEAD);
  const ours = new Set([...heads.at].filter(([head]) => known.has(head)).map(([, column]) => column));
  const others = sheet.rows
    .filter(({ number }) => number > heads.row)
    .flatMap((row) =>
      [...row.cells]
        .filter(([column, cell]) => !ours.has(column) && cell.originColumn === column && isFilled(cell))
        .filter(([column, { text }]) => column !== missing || !/^(?:还差：|#|$)/u.test(cleanText(text)))
        .map(([, { text }]) => `第 ${row.number} 行“${cleanText(text)}”`),
    );
  return others.length === 0 ? [] : [`工作表“${sheet.name}”的其他列，未读取：${others.join('、')}。`];
}
