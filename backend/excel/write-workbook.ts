import type { CellValue, DataValidation, Margins, Workbook, Worksheet } from 'exceljs';
import { CellTroubles } from '#backend/sheets/cell-troubles.ts';
import { newWorkbook } from '#backend/sheets/exceljs.ts';
import { columnLetters } from './cell-reference.ts';
import type { CellContent, PagePlan, SheetBlock, SheetPlan, ValidationPlan } from './sheet-plan.ts';

/** Paper numbers of the format; exceljs names only some of them. */
const PAPER_NUMBERS: Readonly<Record<PagePlan['paper'], number>> = { A3: 8, A4: 9 };

/** Inches. The footer with the page number stands inside the bottom margin. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.65, header: 0.3, footer: 0.3 } as const;

const MM_PER_INCH = 25.4;

const FOOTER = '&C&"宋体,Regular"&10第 &P 页  共 &N 页';

/** exceljs has this property but does not declare it; the declared way, one cell at a time, is slow (pitfall 31). */
type WithValidations = Worksheet & { readonly dataValidations: { add(range: string, rule: DataValidation): void } };

function cellValue(content: CellContent, troubles: CellTroubles, place: () => string): CellValue {
  if (typeof content === 'string') return troubles.fit(content, place);
  if (content === null || typeof content === 'number') return content;
  if ('formula' in content) return { formula: content.formula, result: content.result };
  // Midnight in UTC: local midnight in China would be written as the day before (pitfall 27).
  return new Date(`${content.date}T00:00:00Z`);
}

function validation(plan: ValidationPlan): DataValidation {
  const common = {
    allowBlank: true,
    showInputMessage: true,
    prompt: plan.prompt,
    showErrorMessage: true,
    errorTitle: '填写提示',
    error: plan.prompt,
  };
  switch (plan.check.kind) {
    case 'list':
      return { ...common, type: 'list', formulae: [`"${plan.check.choices.join(',')}"`] };
    case 'fraction':
      return { ...common, type: 'decimal', operator: 'between', formulae: [0, 1] };
    case 'date':
      // A warning only: a date written in words is read as well (read-fields.ts).
      return {
        ...common,
        type: 'date',
        operator: 'greaterThan',
        formulae: [new Date(Date.UTC(2000, 0, 1))],
        errorStyle: 'warning',
      };
    case 'number':
      return plan.check.signed
        ? { ...common, type: 'decimal', operator: 'between', formulae: [-1e15, 1e15] }
        : { ...common, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] };
  }
}

function marginsOf({ margins }: PagePlan): Margins {
  if (!margins) return MARGINS;
  const { top, bottom, left, right } = margins;
  const inches = (mm: number): number => mm / MM_PER_INCH;
  return { ...MARGINS, top: inches(top), bottom: inches(bottom), left: inches(left), right: inches(right) };
}

function rangeOf({ top, left, bottom, right }: SheetBlock): string {
  return `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
}

/** Colours by formula, and whether what is not open can be typed over. */
async function setConduct(sheet: Worksheet, plan: SheetPlan): Promise<void> {
  for (const { formula, fill, font, ...block } of plan.conditions ?? []) {
    const style = {
      ...(fill === undefined
        ? {}
        : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${fill}` } } as const }),
      ...(font === undefined ? {} : { font: { color: { argb: `FF${font}` } } }),
    };
    sheet.addConditionalFormatting({
      ref: rangeOf(block),
      rules: [{ type: 'expression', formulae: [formula], priority: 1, style }],
    });
  }
  for (const { name, block } of plan.names ?? []) {
    const place = rangeOf(block).replace(/[A-Z]+|\d+/g, '$$$&');
    sheet.workbook.definedNames.add(`'${sheet.name.replaceAll("'", "''")}'!${place}`, name);
  }
  // A password would only be forgotten; rows may be made higher and columns wider.
  if (plan.isProtected === true)
    await sheet.protect('', { formatRows: true, formatColumns: true, selectLockedCells: true });
}

function setPage(sheet: Worksheet, page: PagePlan): void {
  const [first, last] = page.repeatRows;
  sheet.pageSetup = {
    paperSize: PAPER_NUMBERS[page.paper],
    orientation: page.orientation ?? 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: marginsOf(page),
    printTitlesRow: `${first}:${last}`,
  };
  sheet.headerFooter = { ...sheet.headerFooter, oddFooter: FOOTER };
}

async function addSheet(workbook: Workbook, plan: SheetPlan, onRow: () => void, troubles: CellTroubles): Promise<void> {
  const sheet = workbook.addWorksheet(plan.name, { state: plan.state });
  for (const [index, { width, hidden }] of plan.columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    if (hidden === true) column.hidden = true;
  }
  for (const [index, rowPlan] of plan.rows.entries()) {
    const row = sheet.getRow(index + 1);
    if (rowPlan.height !== undefined) row.height = rowPlan.height;
    if (rowPlan.hidden === true) row.hidden = true;
    for (const [column, cellPlan] of rowPlan.cells.entries()) {
      if (cellPlan === null) continue;
      const cell = row.getCell(column + 1);
      // Cells of one look share one style object, which exceljs then writes once instead of comparing it anew for
      // every cell. Frozen, it cannot be changed through one cell behind the others' backs (pitfall 26).
      cell.style = Object.freeze(cellPlan.style);
      if (cellPlan.value !== null) {
        cell.value = cellValue(cellPlan.value, troubles, () => `${plan.name} ${columnLetters(column + 1)}${index + 1}`);
      }
    }
    onRow();
  }
  // Merges last, and without copying the first cell's style: every cell keeps its own borders.
  for (const { top, left, bottom, right } of plan.merges) sheet.mergeCellsWithoutStyle(top, left, bottom, right);
  for (const plan_ of plan.validations) {
    // See WithValidations: the property is there.
    (sheet as WithValidations).dataValidations.add(rangeOf(plan_), validation(plan_));
  }
  await setConduct(sheet, plan);
  if (plan.page) setPage(sheet, plan.page);
  if (plan.freeze) {
    sheet.views = [{ state: 'frozen', ySplit: plan.freeze.rows, xSplit: plan.freeze.columns }];
  }
}

/**
 * @param sheets the sheets in their order; the first visible one is shown when the file is opened
 * @param onRow told how many rows stand, after each; compressing them afterwards takes about as long
 * @param troubles told of what cannot stand in a cell as it is
 * @returns the bytes of an .xlsx workbook
 */
export async function writeWorkbook(
  sheets: readonly SheetPlan[],
  onRow: (done: number) => void = () => undefined,
  troubles: CellTroubles = new CellTroubles(),
): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  workbook.creator = '责任矩阵';
  let done = 0;
  for (const sheet of sheets) await addSheet(workbook, sheet, () => onRow(++done), troubles);
  // Formulas are written with what they give; a program that opens the file reckons them anew (pitfall 28).
  workbook.calcProperties = { ...workbook.calcProperties, fullCalcOnLoad: true };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
