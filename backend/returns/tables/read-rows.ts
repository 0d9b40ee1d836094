import type { ReturnedCell, ReturnedRow } from '#backend/returns/parsed-return.ts';
import { type FieldContext, isFilled, readField } from '#backend/returns/values/read-fields.ts';
import { joinDoubts } from '#backend/returns/values/returned-value.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import { PROGRESS_FIELD_LABELS, PROGRESS_FIELDS, type ProgressField } from '#shared/domain/progress.ts';
import { ownCells } from './find-tables.ts';
import type { SettledColumns } from './settle-columns.ts';
import { quoted, type RemarkDoubts } from './sheet-remarks.ts';
import { type FieldColumns, isFromAbove, type SortedRow, taskIdAt, textAt } from './table-rows.ts';

/** All that reading the rows of one table needs. */
export type RowReading = {
  readonly settled: SettledColumns;
  readonly columns: FieldColumns;
  readonly context: FieldContext;
  readonly remarks: RemarkDoubts;
  /** Each row says whose it is. */
  readonly isLedger: boolean;
};

/** Fields whose values are words, which can be joined when they stand in two rows. */
const TEXT_FIELDS: ReadonlySet<ProgressField> = new Set(['narrative', 'problems', 'nextSteps']);

/** Texts of number, task and unit; of a cell merged down the block's. */
function spreadText(row: RowRead, column: number | undefined): string {
  const cell = column === undefined ? undefined : row.cells.get(column);
  if (!isFilled(cell) || cell.originColumn !== column) return '';
  return textAt(row, column);
}

function fieldAt(field: ProgressField, row: RowRead, reading: RowReading): ReturnedCell | undefined {
  const column = reading.columns.get(field);
  const view = reading.settled.at.get(field);
  if (column === undefined || view === undefined) return undefined;
  const cell = row.cells.get(column);
  // Merged across from another column: the words stand there, and nobody says that this field was emptied.
  if (isFilled(cell) && cell.originColumn !== column) return undefined;
  const value = readField(field, cell, reading.context);
  const across = PROGRESS_FIELDS.filter((other) => {
    const at = reading.columns.get(other);
    return other !== field && isFilled(cell) && at !== undefined && row.cells.get(at)?.originColumn === column;
  });
  return {
    ...value,
    doubt: joinDoubts(
      value.doubt,
      isFilled(cell) && isFromAbove(row, cell) ? '与其他行合并的单元格' : '',
      across.length > 0 ? `与${across.map((other) => PROGRESS_FIELD_LABELS[other]).join('、')}合并的单元格` : '',
      view.doubt,
      reading.remarks.cell(row.number, column),
    ),
    place: { row: row.number, column },
  };
}

function readRow(row: RowRead, above: ReturnedRow | undefined, heading: string, reading: RowReading): ReturnedRow {
  const { columns, isLedger, remarks } = reading;
  const own = {
    number: spreadText(row, columns.get('number')),
    taskText: spreadText(row, columns.get('task')),
    agencyText: isLedger ? spreadText(row, columns.get('agency')) : '',
  };
  // In a ledger the number and the task often stand only in the first of a task's rows, and so does the unit.
  const carries = isLedger && above !== undefined && own.number === '' && own.taskText === '' && own.agencyText !== '';
  const carriesUnit = isLedger && above !== undefined && own.agencyText === '' && own.taskText !== '';
  const fields: Partial<Record<ProgressField, ReturnedCell>> = {};
  for (const field of PROGRESS_FIELDS) {
    const cell = fieldAt(field, row, reading);
    if (cell) fields[field] = cell;
  }
  const section = spreadText(row, columns.get('section')) || heading;
  const fillable = new Set(PROGRESS_FIELDS.map((field) => columns.get(field) ?? 0));
  return {
    rowNumber: row.number,
    taskId: taskIdAt(row, columns),
    number: carries ? above.number : own.number,
    taskText: carries ? above.taskText : own.taskText,
    ...(section === '' ? {} : { section }),
    agencyText: carriesUnit ? above.agencyText : own.agencyText,
    fields,
    base: null,
    doubt: joinDoubts(
      carries ? '序号和任务承接上一行' : '',
      carriesUnit && above.agencyText !== '' ? '单位承接上一行' : '',
      remarks.row(row.number, fillable),
    ),
  };
}

/** A second line of the same task: words are joined, other values count where only one line has them. */
function joinCells(field: ProgressField, first: ReturnedCell, second: ReturnedCell, rowNumber: number): ReturnedCell {
  if (second.text === '' && second.readable) return first;
  const doubt = joinDoubts(first.doubt, second.doubt);
  if (first.text === '' && first.readable)
    return { ...second, doubt: joinDoubts(doubt, `写在下面的第 ${rowNumber} 行`) };
  if (first.text === second.text && first.readable === second.readable) return { ...first, doubt };
  if (TEXT_FIELDS.has(field) && first.readable && second.readable) {
    return {
      text: `${first.text}\n${second.text}`,
      readable: true,
      doubt: joinDoubts(doubt, `与第 ${rowNumber} 行合并`),
      offers: [],
      place: null,
    };
  }
  return {
    text: `${first.text} / ${second.text}`,
    readable: false,
    doubt: joinDoubts(doubt, `第 ${rowNumber} 行又写了一次，内容不同`),
    offers: [first, second].filter(({ readable }) => readable).map(({ text }) => text),
    place: first.place,
  };
}

function joinMore(above: ReturnedRow, row: RowRead, reading: RowReading): ReturnedRow {
  const more = readRow(row, undefined, '', reading);
  const fields: Partial<Record<ProgressField, ReturnedCell>> = { ...above.fields };
  for (const field of PROGRESS_FIELDS) {
    const column = reading.columns.get(field);
    const cell = column === undefined ? undefined : row.cells.get(column);
    const second = more.fields[field];
    // One block over both lines is one value.
    if (second === undefined || (isFilled(cell) && isFromAbove(row, cell))) continue;
    const first = fields[field];
    fields[field] = first ? joinCells(field, first, second, row.number) : second;
  }
  return { ...above, fields, doubt: joinDoubts(above.doubt, more.doubt) };
}

/** All that a row says, for telling whether it stands twice. */
function sayingOfRow({ taskId, number, taskText, agencyText, fields }: ReturnedRow): string {
  const values = PROGRESS_FIELDS.map((field) => [fields[field]?.text, fields[field]?.readable]);
  return JSON.stringify([taskId, number, taskText, agencyText, values]);
}

export type RowsRead = { readonly rows: readonly ReturnedRow[]; readonly notes: readonly string[] };

/** Reads the rows that are tasks; of the others a note says what they are. */
export function readTaskRows(sorted: readonly SortedRow[], reading: RowReading): RowsRead {
  const rows: ReturnedRow[] = [];
  const twice: string[] = [];
  const said = new Map<string, number>();
  let heading = '';
  for (const [index, { row, kind }] of sorted.entries()) {
    if (kind === 'section') {
      heading = ownCells(row)
        .map(([, text]) => text)
        .join(' ');
    }
    const above = rows.at(-1);
    if (kind === 'more' && above) {
      rows[rows.length - 1] = joinMore(above, row, reading);
    } else if (kind === 'task' || kind === 'more') {
      const read = readRow(row, above, heading, reading);
      const saying = sayingOfRow(read);
      // A row that goes on below is not yet all it says.
      const goesOn = sorted[index + 1]?.kind === 'more';
      const before = read.taskText === '' || goesOn ? undefined : said.get(saying);
      said.set(saying, before ?? row.number);
      if (before !== undefined) twice.push(`第 ${row.number} 行与第 ${before} 行完全相同，只读取一次。`);
      else rows.push(read);
    }
  }
  return { rows, notes: [...twice, ...otherRows(sorted)] };
}

/** As much of a row that is no task as its note repeats. */
const ROW_LENGTH_MAX = 500;

const OTHER_KINDS = { section: '分类标题行', sum: '合计行', foot: '表下说明', 'number-only': '只有序号的行' } as const;

function otherRows(sorted: readonly SortedRow[]): readonly string[] {
  const hidden = sorted.filter(({ row, kind }) => row.hidden && (kind === 'task' || kind === 'more'));
  return [
    ...(hidden.length > 0 ? [`有 ${hidden.length} 行被筛选或隐藏，也已读取。`] : []),
    ...(Object.keys(OTHER_KINDS) as (keyof typeof OTHER_KINDS)[]).flatMap((kind) => {
      const some = sorted.filter((one) => one.kind === kind);
      if (some.length === 0) return [];
      const each = some.map(
        ({ row }) =>
          `第 ${row.number} 行${quoted(
            ownCells(row)
              .map(([, text]) => text)
              .join(' '),
            ROW_LENGTH_MAX,
          )}`,
      );
      return [`${OTHER_KINDS[kind]}，未作为任务读取：${each.join('、')}。`];
    }),
  ];
}
