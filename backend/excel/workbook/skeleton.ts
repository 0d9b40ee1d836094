import type { DataValidation, Margins, Workbook, Worksheet } from 'exceljs';
import { openPackage } from '#backend/files/package-parts.ts';
import { newWorkbook } from '#backend/sheets/exceljs.ts';
import { columnLetters } from '../cell-reference.ts';
import type { CellStyle, PagePlan, SheetPlan, ValidationPlan } from '../sheet-plan.ts';
import { rangeOf } from './row-xml.ts';

/**
 * The workbook without its rows, drawn by the library: parts, relationships, looks, columns, page, checks, colours by
 * formula, protection, names. What belongs into a sheet after its rows stands in its place in the sheet's XML, so that
 * the order of the elements is the library's business; only rows and merges are put in (sheet-xml.ts).
 */
export type Skeleton = ReadonlyMap<string, string>;

/** Paper numbers of the format; exceljs names only some of them. */
const PAPER_NUMBERS: Readonly<Record<PagePlan['paper'], number>> = { A3: 8, A4: 9 };

/** Inches. The footer with the page number stands inside the bottom margin. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.65, header: 0.3, footer: 0.3 } as const;

const MM_PER_INCH = 25.4;

const PAGE_NUMBER = '&C&"宋体,Regular"&10第 &P 页';
const FOOTER = `${PAGE_NUMBER}  共 &N 页`;

/** exceljs has this property but does not declare it; the declared way, one cell at a time, is slow (pitfall 31). */
type WithValidations = Worksheet & { readonly dataValidations: { add(range: string, rule: DataValidation): void } };

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
  const footer = Math.min(MARGINS.footer, inches(bottom) / 2);
  return { ...MARGINS, top: inches(top), bottom: inches(bottom), left: inches(left), right: inches(right), footer };
}

/** Colours by formula, and whether what is not open can be typed over. */
async function setConduct(sheet: Worksheet, plan: SheetPlan): Promise<void> {
  for (const [index, { formula, fill, font, ...block }] of (plan.conditions ?? []).entries()) {
    const style = {
      ...(fill === undefined
        ? {}
        : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${fill}` } } as const }),
      ...(font === undefined ? {} : { font: { color: { argb: `FF${font}` } } }),
    };
    sheet.addConditionalFormatting({
      ref: rangeOf(block),
      rules: [{ type: 'expression', formulae: [formula], priority: index + 1, style }],
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
    fitToWidth: page.across?.pages ?? 1,
    fitToHeight: 0,
    // Pages side by side follow each other: what belongs to one row is together.
    ...(page.across ? { pageOrder: 'overThenDown' as const } : {}),
    // Where the last of several is narrower it begins at the left like the others.
    horizontalCentered: page.across === undefined,
    margins: marginsOf(page),
    ...(page.ownPages === true ? { firstPageNumber: 1 } : {}),
    ...(last >= first ? { printTitlesRow: `${first}:${last}` } : {}),
    ...(page.across && page.across.repeatColumns > 0
      ? { printTitlesColumn: `A:${columnLetters(page.across.repeatColumns)}` }
      : {}),
  };
  sheet.headerFooter = { ...sheet.headerFooter, oddFooter: page.ownPages === true ? PAGE_NUMBER : FOOTER };
}

async function addSheet(workbook: Workbook, plan: SheetPlan): Promise<Worksheet> {
  const sheet = workbook.addWorksheet(plan.name, { state: plan.state });
  for (const [index, { width, hidden }] of plan.columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    if (hidden === true) column.hidden = true;
  }
  // One merge, for its place among the elements; the real ones are put in after the rows.
  sheet.mergeCellsWithoutStyle(1, 1, 1, 2);
  for (const plan_ of plan.validations) {
    // See WithValidations: the property is there.
    (sheet as WithValidations).dataValidations.add(rangeOf(plan_), validation(plan_));
  }
  await setConduct(sheet, plan);
  if (plan.page) setPage(sheet, plan.page);
  if (plan.freeze) {
    sheet.views = [{ state: 'frozen', ySplit: plan.freeze.rows, xSplit: plan.freeze.columns }];
  }
  return sheet;
}

/** Parts that are not written: nothing refers to them. */
const isFolder = (name: string): boolean => name.endsWith('/');

/**
 * @param styles a cell for each is drawn into the first sheet's third row, from column 1 on
 * @returns every part by its name, without the rows of its sheets
 */
export async function drawSkeleton(sheets: readonly SheetPlan[], styles: readonly CellStyle[]): Promise<Skeleton> {
  const workbook = await newWorkbook();
  workbook.creator = '责任矩阵';
  workbook.lastModifiedBy = '责任矩阵';
  for (const [index, plan] of sheets.entries()) {
    const sheet = await addSheet(workbook, plan);
    if (index > 0) continue;
    // So that the library declares the part of shared texts (repeated-texts.ts).
    sheet.getCell(1, 1).value = plan.name;
    // Frozen: exceljs shares a style between cells, and none may be changed through another (pitfall 26).
    for (const [column, style] of styles.entries()) sheet.getCell(SAMPLE_ROW, column + 1).style = Object.freeze(style);
  }
  // Formulas are written with what they give; a program that opens the file reckons them anew (pitfall 28).
  workbook.calcProperties = { ...workbook.calcProperties, fullCalcOnLoad: true };
  // It is unpacked again at once.
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
  const { names, part } = await openPackage(bytes, 'skeleton');
  const parts = new Map<string, string>();
  for (const name of names) {
    const content = isFolder(name) ? undefined : await part(name);
    if (content) parts.set(name, new TextDecoder().decode(content));
  }
  return parts;
}

const SAMPLE_ROW = 3;

/**
 * The font of cells without any look, and of the letters and numbers around the sheet. Widths of columns are counted in
 * its digits, reckoned here as seven pixels each. The library's own font follows the theme: a Chinese Excel shows 宋体 in
 * its place, and a PC without it what it likes, with digits an eighth or a third wider; letters are then printed that
 * much smaller and pages end half empty. All faces of equal pitch have digits of one width: these are seven pixels
 * wherever the sheet is opened.
 */
const NORMAL_FONT = '<font><sz val="9"/><name val="Courier New"/><family val="3"/></font>';

/**
 * The part of looks with the looks in the order of the samples, the first one as number 1. The library gives one number
 * to looks that it writes alike; here each has the number that the cells were written with.
 *
 * @param drawn with a sample of each look
 */
export function numberedLooks(drawn: Skeleton, stylesPart: string, count: number): string {
  const row = /<row r="3"[^>]*>(.*?)<\/row>/su.exec(drawn.get('xl/worksheets/sheet1.xml') ?? '')?.[1] ?? '';
  const numbers = [...row.matchAll(/<c r="[A-Z]+3"(?: s="(\d+)")?\/>/gu)].map(([, number]) => Number(number ?? 0));
  const styles = drawn.get(stylesPart) ?? '';
  const [all, inner = ''] = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/su.exec(styles) ?? [];
  const looks = inner.match(/<xf\b[^>]*\/>|<xf\b[^>]*>.*?<\/xf>/gsu) ?? [];
  const ordered = [0, ...numbers].map((number) => looks[number]);
  if (all === undefined || numbers.length !== count || ordered.includes(undefined)) {
    throw new Error('the library drew other looks than it was shown');
  }
  return styles
    .replace(all, () => `<cellXfs count="${ordered.length}">${ordered.join('')}</cellXfs>`)
    .replace(/(<fonts\b[^>]*>)<font>.*?<\/font>/su, (_, fonts: string) => fonts + NORMAL_FONT);
}
