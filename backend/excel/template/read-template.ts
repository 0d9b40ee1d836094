import type { RowRead, SheetRead } from '#backend/sheets/sheet.ts';
import { pictureOf } from '#backend/sheets/sheet-picture.ts';
import type { SheetPicture } from '#shared/domain/return-review.ts';
import type { TemplateField, TemplateMapping, TemplatePlace, TemplateSheet } from '#shared/domain/template.ts';
import { readAround } from './around-table.ts';
import { chooseSheet, listSheets, type SheetChosen } from './choose-sheet.ts';
import { columnHeads } from './column-heads.ts';
import { type ExampleRow, exampleRows, settleByExample } from './example-rows.ts';
import { isOneInBody, readRowsBelow } from './read-body.ts';
import { type AskingColumn, doubtWithoutTask, draftColumns, placesOf, templateColumn } from './read-columns.ts';
import { templateShape } from './template-shape.ts';

/** What was found in a superior's form. */
export type TemplateFound = {
  /** `null`: there is no table in it. */
  readonly mapping: TemplateMapping | null;
  /** Names forms with the same heads; empty when there is no table. */
  readonly shape: string;
  readonly sheets: readonly TemplateSheet[];
  readonly picture: SheetPicture;
  /** What stands in the rows of a filled form, last month's or the example's, for comparing with the data file. */
  readonly rows: readonly ExampleRow[];
};

/**
 * Reads a superior's form: its title, unit line, heads, the first row to be filled, and what each column asks for. Pure.
 *
 * @param sheets as backend/sheets/read-sheets.ts gives them
 * @param options.place where a person says that the table is
 * @param options.example the sheets of the same form, filled in: what its columns hold settles what they ask for
 */
export function readTemplate(
  sheets: readonly SheetRead[],
  options: { readonly place?: TemplatePlace | undefined; readonly example?: readonly SheetRead[] | undefined } = {},
): TemplateFound {
  const chosen = chooseSheet(sheets, options.place);
  if (chosen === undefined) {
    const picture = pictureOf(sheets, options.place?.sheet ?? '');
    return { mapping: null, shape: '', sheets: listSheets(sheets), picture, rows: [] };
  }
  const { drafts, body, mapping } = readChosen(chosen, options.place?.bodyRow);
  const filled = options.example === undefined ? body.rows : exampleBody(options.example, chosen, mapping);
  settleByExample(drafts, filled, options.example !== undefined);
  doubtWithoutTask(drafts);
  const settled = { ...mapping, columns: drafts.map(templateColumn) };
  const missing = options.example !== undefined && filled.length === 0;
  const notes = missing ? [...(mapping.notes ?? []), '示例里没有找到同样的表，没有按它核对各列。'] : mapping.notes;
  return {
    mapping: { ...settled, notes },
    shape: templateShape(settled),
    sheets: chosen.sheets,
    picture: pictureOf(sheets, chosen.sheet.name),
    rows: exampleRows(filled, drafts),
  };
}

function readChosen(
  { sheet, block: { first, last }, notes }: SheetChosen,
  bodyRow: number | undefined,
): {
  readonly drafts: AskingColumn[];
  readonly body: ReturnType<typeof readRowsBelow>;
  readonly mapping: TemplateMapping;
} {
  const heads = columnHeads(sheet.rows, first, last);
  const drafts = draftColumns(heads, sheet, (from, column) => isOneInBody(sheet, last, from, column));
  const at: ReadonlyMap<TemplateField, number> = placesOf(drafts);
  const body = readRowsBelow(sheet, { first, last, body: bodyRow }, at);
  const around = readAround(sheet.rows, first, body.footRow ?? null);
  const mapping: TemplateMapping = {
    sheet: sheet.name,
    titleCell: around.titleCell,
    unitCell: around.unitCell,
    headRows: [first, last],
    bodyRow: body.bodyRow,
    columns: drafts.map(templateColumn),
    lastBodyRow: body.lastBodyRow,
    footRow: body.footRow,
    sectionRow: body.sectionRow,
    rowsAre: body.rowsAre,
    labels: [...around.labels],
    notes: [...notes, ...body.notes],
  };
  return { drafts, body, mapping };
}

/** The rows of the same form in a filled file: the sheet of the same name and heads, else the one with those heads. */
function exampleBody(
  sheets: readonly SheetRead[],
  { sheet }: SheetChosen,
  mapping: TemplateMapping,
): readonly RowRead[] {
  const shape = templateShape(mapping);
  const named = sheets.toSorted((one, other) => Number(other.name === sheet.name) - Number(one.name === sheet.name));
  for (const each of named) {
    const chosen = chooseSheet([each], undefined);
    if (chosen === undefined) continue;
    const read = readChosen(chosen, undefined);
    if (templateShape(read.mapping) === shape) return read.body.rows;
  }
  return [];
}
