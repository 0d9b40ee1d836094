import type { PeriodId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { CollectionOverview } from '#shared/domain/return-review.ts';
import { isShownBy } from './collection-rows.ts';

/** One period of the year in the strip over the list. */
export type YearFigure = {
  readonly id: PeriodId;
  /** Without the year where all have the same: 10月. */
  readonly label: string;
  readonly owing: number;
  /** Came back and was not turned down: one that was still owes a return, as in the list below. */
  readonly back: number;
  readonly late: number;
  readonly sent: number;
};

export function yearFigures({ periods, cells }: CollectionOverview): readonly YearFigure[] {
  const titles = periods.map(({ label }) => periodTitle(label));
  const years = new Set(titles.map((title) => title.slice(0, 5)));
  const oneYear = years.size === 1 && /^\d{4}年./u.test(titles[0] ?? '');
  return periods.map(({ id }, index) => {
    const owing = cells.filter((cell) => cell.periodId === id && cell.state !== 'not-owed');
    const title = titles[index] ?? '';
    return {
      id,
      label: oneYear ? title.slice(5) : title,
      owing: owing.length,
      back: owing.filter(({ state }) => state !== 'not-sent' && !isShownBy('missing', state)).length,
      late: owing.filter(({ state }) => state === 'late').length,
      sent: owing.filter(({ formsSent }) => formsSent > 0).length,
    };
  });
}
