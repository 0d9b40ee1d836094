import { AgencyIdSchema, PeriodIdSchema, ReturnIdSchema } from '#shared/domain/ids.ts';
import type { CollectionCell, CollectionOverview } from '#shared/domain/return-review.ts';

export const OCTOBER = PeriodIdSchema.parse(10);

/** What one agency owes for October, as far as a test cares. */
export function aCell(id: number, agencyName: string, cell: Partial<CollectionCell> = {}): CollectionCell {
  return {
    agencyId: AgencyIdSchema.parse(id),
    agencyName,
    periodId: OCTOBER,
    periodLabel: '2021-10',
    dueOn: '2021-10-15',
    owed: 6,
    sentAt: '2021-10-08T09:10:00',
    formsSent: 1,
    state: 'waiting',
    returnId: null,
    version: null,
    receivedAt: null,
    takenCells: 0,
    daysLate: 0,
    reporter: '',
    phone: '',
    ...cell,
  };
}

/** What came back in time and was taken in. */
export const taken = (id: number) =>
  ({
    state: 'taken',
    returnId: ReturnIdSchema.parse(id),
    version: 1,
    receivedAt: '2021-10-14T15:20:00',
    takenCells: 12,
  }) as const;

export function aCollection(
  cells: readonly CollectionCell[],
  contacts: Readonly<Record<number, { readonly reporter: string; readonly phone: string }>> = {},
): CollectionOverview {
  const ids = [...new Set(cells.map(({ agencyId }) => agencyId))];
  return {
    periods: [{ id: OCTOBER, label: '2021-10', dueOn: '2021-10-15' }],
    agencies: ids.map((id) => ({
      id,
      name: cells.find(({ agencyId }) => agencyId === id)?.agencyName ?? '',
      ...(contacts[id] ?? { reporter: '', phone: '' }),
    })),
    cells,
  };
}
