import { DIMENSION_HEADS, percentText } from '#shared/domain/figure-table.ts';
import { type Dimension, FIGURE_LABELS, FIGURES, type PlanStatistics } from '#shared/domain/statistics.ts';
import { FigureButton } from './FigureButton.tsx';
import type { StatisticsSpan } from './FigureStrip.tsx';

export type TallyTableProps = {
  readonly dimension: Dimension;
  readonly statistics: PlanStatistics;
  readonly span: StatisticsSpan;
};

/** Duties counted by one dimension, with a bar for the rate and the sum below. */
export function TallyTable({ dimension, statistics, span }: TallyTableProps) {
  const rows = statistics[dimension];
  if (rows.length === 0) return <p className="empty-note">这个范围里没有应报的责任。</p>;
  return (
    <table className="table figure-table" data-testid="tally-table">
      <thead>
        <tr>
          <th>{DIMENSION_HEADS[dimension]}</th>
          {FIGURES.map((figure) => (
            <th key={figure} className="number">
              {FIGURE_LABELS[figure]}
            </th>
          ))}
          <th className="number">占比</th>
          <th>报送率</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-testid={`tally-${row.key}`}>
            <td>{row.name}</td>
            {FIGURES.map((figure) => (
              <td key={figure} className="number">
                <FigureButton
                  count={row[figure]}
                  which={{
                    ...span,
                    figure,
                    row: { dimension, key: row.key },
                    title: `${row.name}：${FIGURE_LABELS[figure]}的责任`,
                  }}
                />
              </td>
            ))}
            <td className="number">{percentText(row.share)}</td>
            <td className="figure-rate">
              <progress max={1} value={row.rate ?? 0} aria-label="报送率" />
              {percentText(row.rate)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>合计</td>
          {FIGURES.map((figure) => (
            <td key={figure} className="number">
              {statistics[figure]}
            </td>
          ))}
          <td className="number" />
          <td className="figure-rate">
            <progress max={1} value={statistics.rate ?? 0} aria-label="报送率" />
            {percentText(statistics.rate)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
