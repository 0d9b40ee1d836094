import type { BackendContext } from '#backend/calls/context.ts';
import { describedPrint } from '#backend/excel/layouts/layout.ts';
import type { DescribedLayout } from '#backend/excel/layouts/records.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { AppError } from '#shared/errors.ts';
import { describeLayout, type TableRequest } from './describe-layout.ts';

export type PrintRequest = TableRequest & {
  readonly agencyId?: AgencyId | undefined;
  readonly mostRows?: number | undefined;
};

/**
 * A table for paper, the same as in its workbook; also of a layout that is being made and stands nowhere yet.
 *
 * @param request `agencyId`: its sheet of a split layout, left out the first one; `mostRows`: no more rows than that
 * @throws AppError as describeLayout; AGENCY_GONE when it has no sheet
 */
export function printLayout(context: BackendContext, { agencyId, mostRows, ...request }: PrintRequest): PrintTable {
  const { sheets } = describeLayout(context, request);
  const found = agencyId === undefined ? sheets[0] : sheets.find(({ agency }) => agency?.id === agencyId);
  if (!found) throw new AppError('AGENCY_GONE');
  return describedPrint(mostRows === undefined ? found.table : firstRows(found.table, mostRows));
}

function firstRows(table: DescribedLayout, most: number): DescribedLayout {
  const rows: unknown[] = [];
  for (const row of table.rows) {
    if (rows.push(row) >= most) break;
  }
  // The rows stay those of their kind.
  return { ...table, rows } as DescribedLayout;
}
