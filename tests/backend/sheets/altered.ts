import exceljs, { type Workbook, type Worksheet } from 'exceljs';

/** Opens a workbook the way another program would. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

export function firstSheet(workbook: Workbook): Worksheet {
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
}

export async function bytesOf(workbook: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What an agency does to a form before it sends it back. */
export async function altered(
  form: Uint8Array,
  change: (sheet: Worksheet, workbook: Workbook) => void,
): Promise<Uint8Array> {
  const workbook = await openWorkbook(form);
  change(firstSheet(workbook), workbook);
  return bytesOf(workbook);
}

/** A workbook of one sheet from plain rows. */
export async function sheetOf(rows: readonly (readonly (string | number | null)[])[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('表').addRows(rows.map((row) => [...row]));
  return bytesOf(workbook);
}
