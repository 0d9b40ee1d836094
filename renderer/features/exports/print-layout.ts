import type { LayoutDef } from '#shared/domain/layout-def.ts';
import type { PrintJob, PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { showError, showNotice } from '../../ui/toasts.ts';
import type { TableScope } from '../layouts/table-scope.ts';
import { layOut } from '../print/layout/lay-out.ts';
import { printTable, saveAsPdf } from '../print/print-table.ts';

/** More pages than this are a mistake with the choices, and a hidden window would take minutes to draw them. */
export const MOST_PAGES = 300;

export type PaperOrder = {
  readonly layout: string | LayoutDef;
  readonly def: LayoutDef;
  readonly scope: TableScope;
  readonly ink: PrintSetup['ink'];
};

/** Prints a layout with all its rows, or keeps the pages as a PDF. */
export async function printLayout(order: PaperOrder, to: 'paper' | 'pdf'): Promise<void> {
  const job = await wholeJob(order);
  if (job) await (to === 'paper' ? printTable(job) : saveAsPdf(job));
}

/** The whole table, of which the picture shows the first pages; `null`: it cannot be printed, which has been said. */
async function wholeJob({ layout, def, scope, ink }: PaperOrder): Promise<PrintJob | null> {
  let table: PrintTable;
  try {
    table = await client.exports.printTable({ ...scope, layout });
  } catch (reason) {
    showError(toAppError(reason));
    return null;
  }
  const { orientation } = def;
  const setup: PrintSetup = { paper: scope.paper ?? def.paper, orientation, fit: 'page-width', ink };
  const pages = layOut(table, setup).pages.length;
  if (pages <= MOST_PAGES) return { table, setup };
  showNotice(
    `共 ${pages} 页，超过一次打印的 ${MOST_PAGES} 页`,
    '请把范围改小（一个单位、矩阵当前显示的），或改用 A3，或导出到 Excel 再打印。',
  );
  return null;
}
