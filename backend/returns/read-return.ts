import { endOfMonth } from 'date-fns/endOfMonth';
import { format } from 'date-fns/format';
import type { CellRead } from '#backend/sheets/cell-text.ts';
import { isColumnNumbers } from '#backend/sheets/column-numbers.ts';
import { FORM_SHEET, type FormIds, FormIdsSchema } from '#backend/sheets/form-format.ts';
import type { ReturnColumn } from '#backend/sheets/read-head.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { AppError } from '#shared/errors.ts';
import type { ParsedReturn, ReturnedCell, ReturnedRow } from './parsed-return.ts';
import { cleanText, readField } from './read-fields.ts';
import { findReturnHead, type HeadFound } from './return-head.ts';

/** Rows that look like tasks and are none. */
const SUM_ROW = /^(?:合计|总计|小计)$/;
/** Rows a return may have at most; a plan has a few hundred tasks at the very most. */
const RETURN_ROWS_MAX = 5_000;

function readIds(sheets: readonly SheetRead[]): { readonly ids: FormIds | null; readonly notes: readonly string[] } {
  const sheet = sheets.find(({ name }) => name === FORM_SHEET);
  if (!sheet) return { ids: null, notes: ['表中的隐藏标识已被删除，按序号和任务文字对应。'] };
  const pairs = sheet.rows.map((row) => [row.cells.get(1)?.text ?? '', row.cells.get(2)?.text ?? ''] as const);
  // An empty document number leaves no cell behind.
  const parsed = FormIdsSchema.safeParse({ documentNumber: '', planTitle: '', ...Object.fromEntries(pairs) });
  if (parsed.success) return { ids: parsed.data, notes: [] };
  return { ids: null, notes: ['表中的隐藏标识已被改动，按序号和任务文字对应。'] };
}

/** Text of the rows above the heads: title and unit line. */
function textAbove(sheet: SheetRead, head: HeadFound): readonly string[] {
  return sheet.rows
    .filter(({ number }) => number <= head.lastRow)
    .flatMap((row) => [...row.cells.values()].filter((cell) => !cell.merged).map(({ text }) => text));
}

/** The unit after 填报单位（盖章）：, in the same cell or the next one. */
function agencyNameIn(texts: readonly string[]): string {
  for (const [index, text] of texts.entries()) {
    const after = /填报单位\s*(?:[（(]\s*(?:盖章|公章|章)\s*[)）])?\s*[:：]?(.*)/su.exec(text)?.[1];
    if (after === undefined) continue;
    const name = after.split(/填报人|审核人|联系人|联系电话|电话|填报日期|填报时间|文号|\n/)[0]?.trim() ?? '';
    return name === '' ? (texts[index + 1]?.replace(/^填报人.*$/su, '').trim() ?? '') : name.replace(/[_＿\s]+$/u, '');
  }
  return '';
}

/** A date in the period, for dates without a year: from the ids, else from 2021年10月 in the title. */
function dateNear(ids: FormIds | null, texts: readonly string[]): string | null {
  if (ids) return ids.periodEndsOn;
  const match = /(20\d{2})\s*年\s*(\d{1,2})\s*月/.exec(texts.join('\n'));
  if (!match) return null;
  return format(endOfMonth(new Date(Number(match[1]), Number(match[2]) - 1)), 'yyyy-MM-dd');
}

function readRow(row: RowRead, head: HeadFound, near: string | null): ReturnedRow | undefined {
  const cellOf = (heading: ReturnColumn): CellRead | undefined => {
    const column = head.columns.get(heading);
    const cell = column === undefined ? undefined : row.cells.get(column);
    // Of a block merged across columns only the first column has the value: section rows, notes under the table.
    return cell?.originColumn === column ? cell : undefined;
  };
  const number = cleanText(cellOf('number')?.text ?? '');
  const taskText = cleanText(cellOf('task')?.text ?? '');
  const idCell = cellOf('task-id');
  const idNumber = idCell?.number ?? Number.parseInt(idCell?.text ?? '', 10);
  const taskId = Number.isSafeInteger(idNumber) && idNumber > 0 ? idNumber : null;
  const fields: Partial<Record<ProgressField, ReturnedCell>> = {};
  for (const field of PROGRESS_FIELDS) {
    if (head.columns.has(field)) fields[field] = readField(field, cellOf(field), near);
  }
  const filled = Object.values(fields).some((field) => field.text !== '');
  if (taskId === null) {
    if ((number === '' || taskText === '') && !filled) return undefined;
    if (
      SUM_ROW.test(number) ||
      SUM_ROW.test(taskText) ||
      isColumnNumbers([...row.cells.values()].map(({ text }) => text))
    )
      return undefined;
  }
  return { rowNumber: row.number, taskId, number, taskText, fields };
}

type Candidate = { readonly sheet: SheetRead; readonly head: HeadFound };

/** The sheet whose heads say most; hidden sheets only when no visible one has heads. */
function chooseSheet(
  sheets: readonly SheetRead[],
): { readonly chosen: Candidate; readonly others: number } | undefined {
  const candidates = sheets
    .filter(({ name }) => name !== FORM_SHEET)
    .flatMap((sheet): Candidate[] => {
      const head = findReturnHead(sheet);
      return head ? [{ sheet, head }] : [];
    })
    .toSorted((a, b) => Number(a.sheet.hidden) - Number(b.sheet.hidden) || b.head.score - a.head.score);
  const [chosen] = candidates;
  return chosen && { chosen, others: candidates.length - 1 };
}

function missingColumns(head: HeadFound): readonly string[] {
  const missing = PROGRESS_FIELDS.filter((field) => !head.columns.has(field)).map(
    (field) => PROGRESS_FIELD_LABELS[field],
  );
  return missing.length === 0 ? [] : [`没有找到这些列，按未改动处理：${missing.join('、')}。`];
}

/**
 * Reads a returned workbook, whatever its sender did to it. Pure: the same bytes give the same values.
 *
 * @param bytes the file's content
 * @param file its name, for the sentence of a refusal
 * @throws AppError as backend/sheets/read-sheets.ts; RETURN_NOT_RECOGNIZED (no heads), RETURN_NO_ROWS
 */
export async function readReturn(bytes: Uint8Array, file: string): Promise<ParsedReturn> {
  const sheets = await readSheets(bytes, file);
  const choice = chooseSheet(sheets);
  if (!choice) throw new AppError('RETURN_NOT_RECOGNIZED', { file });
  const { sheet, head } = choice.chosen;
  const { ids, notes } = readIds(sheets);
  const above = textAbove(sheet, head);
  const near = dateNear(ids, above);
  const rows = sheet.rows
    .filter(({ number }) => number > head.lastRow)
    .slice(0, RETURN_ROWS_MAX)
    .map((row) => readRow(row, head, near))
    .filter((row) => row !== undefined);
  if (rows.length === 0) throw new AppError('RETURN_NO_ROWS', { file });
  return {
    ids,
    agencyName: agencyNameIn(above),
    rows,
    notes: [
      ...notes,
      ...head.notes,
      ...missingColumns(head),
      ...(choice.others > 0 ? [`另有 ${choice.others} 张工作表也像填报表，只读取了“${sheet.name}”。`] : []),
    ],
  };
}
