import { columnLetters } from '#backend/excel/cell-reference.ts';
import { type ContentsKind, contentsOf } from '#backend/returns/tables/column-contents.ts';
import { textAt } from '#backend/returns/tables/table-rows.ts';
import { unitsInName } from '#backend/returns/tables/units-in-text.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import { TEMPLATE_FIELD_LABELS, type TemplateField } from '#shared/domain/template.ts';
import type { AskingColumn } from './read-columns.ts';

/** One row of a filled form: what stands in each column, by its letters. */
export type ExampleRow = Readonly<Record<string, string>>;

const ROWS_MAX = 500;
const TEXT_MAX = 300;
/** Fewer rows prove nothing. */
const ROWS_ENOUGH = 2;
/** What the cells of a field are. */
const FIELD_OF_KIND: Readonly<Partial<Record<ContentsKind, TemplateField>>> = { status: 'status', percent: 'percent' };
const KIND_WORDS: Readonly<Record<ContentsKind, string>> = {
  status: '进展状态',
  percent: '百分数',
  date: '日期',
  text: '文字',
};
const KIND_OF_FIELD: Readonly<Partial<Record<TemplateField, ContentsKind>>> = {
  status: 'status',
  percent: 'percent',
  reportedOn: 'date',
  narrative: 'text',
  problems: 'text',
  nextSteps: 'text',
};

/** The rows of a filled form as plain texts; a block merged down counts for each of its rows. */
export function exampleRows(rows: readonly RowRead[], columns: readonly AskingColumn[]): readonly ExampleRow[] {
  return rows.slice(0, ROWS_MAX).map(({ cells }) =>
    Object.fromEntries(
      columns.flatMap(({ column }) => {
        const cell = cells.get(column);
        const text = cell === undefined || cell.error ? '' : (cell.isoDate ?? cell.text.trim());
        return text === '' ? [] : [[columnLetters(column), text.slice(0, TEXT_MAX)] as const];
      }),
    ),
  );
}

/**
 * Settles columns that are in doubt by what they hold: states and percentages look like nothing else; of two columns
 * with like heads the one whose cells are of the kind is meant; a head whose cells are of another kind is doubted.
 *
 * @param isExample a person gave these rows as an example, so that they count as much as the heads
 */
export function settleByExample(columns: readonly AskingColumn[], rows: readonly RowRead[], isExample: boolean): void {
  if (rows.length === 0) return;
  const kinds = new Map(columns.map((column) => [column, contentsOf(rows, column.column)] as const));
  for (const column of columns) {
    const contents = kinds.get(column);
    if (contents === undefined || contents.filled < ROWS_ENOUGH) continue;
    const [field] = column.fields;
    const wanted = field === undefined || column.fields.length > 1 ? undefined : KIND_OF_FIELD[field];
    if (column.sure && wanted !== undefined && wanted !== contents.kind && contents.kind !== null) {
      column.sure = false;
      column.note = `表头是“${column.head}”，下面填的却是${KIND_WORDS[contents.kind]}，请核对`;
    }
    if (!column.sure) settleOne(column, contents.kind, { columns, rows, isExample });
  }
}

type Around = {
  readonly columns: readonly AskingColumn[];
  readonly rows: readonly RowRead[];
  readonly isExample: boolean;
};

function settleOne(column: AskingColumn, kind: ContentsKind | null, { columns, rows, isExample }: Around): void {
  const isTaken = (field: TemplateField): boolean =>
    columns.some((other) => other !== column && other.sure && other.fields.includes(field));
  const given = kind === null ? undefined : FIELD_OF_KIND[kind];
  if (given !== undefined && !isTaken(given)) {
    const rivals = columns.filter((other) => other !== column && !other.sure && other.fields[0] === given);
    const isAlone = rivals.every((other) => contentsOf(rows, other.column).kind !== kind);
    const isAsked = column.fields[0] === given;
    column.fields = [given];
    column.sure = isAlone && (isAsked || isExample);
    column.note = column.sure
      ? `按示例中的内容认作${TEMPLATE_FIELD_LABELS[given]}`
      : `下面填的像是${TEMPLATE_FIELD_LABELS[given]}，请核对`;
    return;
  }
  if (column.fields.length > 0) return;
  if (kind === 'date' && !isTaken('due')) propose(column, 'due');
  else if (isOfUnits(rows, column.column) && !isTaken('responsible') && !isTaken('lead'))
    propose(column, 'responsible');
}

function propose(column: AskingColumn, field: TemplateField): void {
  column.fields = [field];
  column.note = `下面填的像是${TEMPLATE_FIELD_LABELS[field]}，请核对`;
}

/** Whether most cells begin with the name of an office. */
function isOfUnits(rows: readonly RowRead[], column: number): boolean {
  const texts = rows.map((row) => textAt(row, column)).filter((text) => text !== '');
  return texts.length > 1 && texts.filter((text) => unitsInName(text).length > 0).length * 5 >= texts.length * 4;
}
