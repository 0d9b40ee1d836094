import { metText, percentText } from '#shared/domain/figure-table.ts';
import type { TargetTally } from '#shared/domain/statistics.ts';

/** Targets of the plan: wanted, so far, share against the share of the year, and who has reported and reached it. */
export function TargetTable({ targets }: { readonly targets: readonly TargetTally[] }) {
  if (targets.length === 0) return <p className="empty-note">计划里没有量化指标。</p>;
  return (
    <table className="table figure-table" data-testid="target-table">
      <thead>
        <tr>
          <th className="number">任务</th>
          <th>指标</th>
          <th className="number">目标</th>
          <th className="number">累计完成</th>
          <th>完成比例</th>
          <th className="number">序时进度</th>
          <th>是否达到</th>
          <th className="number">已报 / 达到 / 单位数</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <tr key={`${target.task}-${target.target}-${target.comparator}-${target.wanted}`}>
            <td className="number">{target.task}</td>
            <td>{target.target}</td>
            <td className="number">{`${target.comparator}${target.wanted}${target.unit}`}</td>
            <td className="number">{target.cumulative ?? ''}</td>
            <td className="figure-rate">
              {target.share === null ? null : (
                <progress max={1} value={Math.min(1, target.share)} aria-label="完成比例" />
              )}
              {percentText(target.share)}
            </td>
            <td className="number">{percentText(target.timeShare)}</td>
            <td>{metText(target)}</td>
            <td className="number">{`${target.reported} / ${target.reached} / ${target.agencies}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
