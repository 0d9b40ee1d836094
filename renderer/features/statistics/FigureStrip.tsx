import { percentText } from '#shared/domain/figure-table.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { FIGURE_LABELS, FIGURES, type PlanStatistics } from '#shared/domain/statistics.ts';
import { dateText } from '../../text/dates.ts';
import { FigureButton } from './FigureButton.tsx';

/** What is asked: a plan, a period or all, a day or now. */
export type StatisticsSpan = Pick<PlanStatistics, 'planId'> & { readonly periodId?: PeriodId; readonly on?: string };

/** The figures of everything together. */
export function FigureStrip({
  statistics,
  span,
}: {
  readonly statistics: PlanStatistics;
  readonly span: StatisticsSpan;
}) {
  const { periods, on } = statistics;
  const [first, last] = [periods[0], periods.at(-1)];
  const title =
    first && last
      ? first === last
        ? periodTitle(first.label)
        : `${periodTitle(first.label)}至${periodTitle(last.label)}`
      : '没有已开始的报送期';
  return (
    <div className="figure-strip">
      <span>
        {title}，截至{dateText(on)}
      </span>
      {FIGURES.map((figure) => (
        <span key={figure} className="figure-pair" data-testid={`figure-${figure}`}>
          {FIGURE_LABELS[figure]}
          <FigureButton
            count={statistics[figure]}
            which={{ ...span, figure, title: `${FIGURE_LABELS[figure]}的责任` }}
          />
        </span>
      ))}
      <span className="figure-pair">
        报送率 <b>{percentText(statistics.rate)}</b>
      </span>
    </div>
  );
}
