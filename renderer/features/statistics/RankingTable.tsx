import { scoringText } from '#shared/domain/scoring-rule.ts';
import type { PlanStatistics } from '#shared/domain/statistics.ts';
import { openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { AgencyLink } from '../pages/AgencyLink.tsx';

/** Agencies by their score with the reasons, and the rule in words. */
export function RankingTable({ statistics }: { readonly statistics: PlanStatistics }) {
  const { ranking, scoring } = statistics;
  return (
    <>
      <div className="statistics-rule">
        <p>
          <b>评分规则</b>　{scoringText(scoring)}
        </p>
        <Button data-testid="scoring-open" onClick={() => openDialog({ kind: 'scoring' })}>
          修改评分规则…
        </Button>
      </div>
      {ranking.length === 0 ? (
        <p className="empty-note">还没有到期或已报送的责任，暂无排名。</p>
      ) : (
        <table className="table figure-table" data-testid="ranking-table">
          <thead>
            <tr>
              <th className="number">名次</th>
              <th>单位</th>
              <th className="number">得分</th>
              <th>得分说明</th>
            </tr>
          </thead>
          <tbody>
            {ranking.map(({ rank, agency, score, because }) => (
              <tr key={agency}>
                <td className="number">{rank}</td>
                <td>
                  <AgencyLink name={agency} />
                </td>
                <td className="number">{score}</td>
                <td className="statistics-because">{because}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
