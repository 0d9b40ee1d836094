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

/** All there is, of which the picture shows the first pages; `null`: it cannot be printed, which has been said. */
async function wholeJob({ layout, def, scope, ink }: PaperOrder): Promise<PrintJob | null> {
  let tables: PrintTable[];
  try {
    tables = await wholeTables({ ...scope, layout }, def);
  } catch (reason) {
    showError(toAppError(reason));
    return null;
  }
  const { orientation } = def;
  const setup: PrintSetup = { paper: scope.paper ?? def.paper, orientation, fit: 'page-width', ink };
  const pages = tables.reduce((sum, table) => sum + layOut(table, setup).pages.length, 0);
  if (pages <= MOST_PAGES) return { tables, setup };
  showNotice(
    `共 ${pages} 页，超过一次打印的 ${MOST_PAGES} 页`,
    '请把范围改小（一个单位、矩阵当前显示的），或改用 A3，或导出到 Excel 再打印。',
  );
  return null;
}

/** The table; of a split layout that of each agency, of one about regular duties that of each duty. */
async function wholeTables(
  asked: TableScope & Pick<PaperOrder, 'layout'>,
  { split, rows }: Pick<LayoutDef, 'split' | 'rows'>,
): Promise<PrintTable[]> {
  if (rows === 'report' && asked.dutyId === undefined) {
    const duties = await client.duty.list({ planId: asked.planId });
    if (duties.length > 1) {
      const tables = duties.map(({ id }) => wholeTables({ ...asked, dutyId: id }, { split, rows }));
      return (await Promise.all(tables)).flat();
    }
  }
  if (split === 'none') return [await client.exports.printTable(asked)];
  const sheets = await client.exports.sheets(asked);
  if (sheets.length === 0) return [await client.exports.printTable(asked)];
  return Promise.all(sheets.map(({ agencyId }) => client.exports.printTable({ ...asked, agencyId })));
}
