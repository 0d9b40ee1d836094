import { LOAD_WEIGHTS, type LoadRow } from '#shared/domain/statistics.ts';
import { AgencyLink } from '../pages/AgencyLink.tsx';

/** How many tasks each agency has on its hands, and their weighted sum. */
export function LoadTable({ load }: { readonly load: readonly LoadRow[] }) {
  const most = Math.max(1, ...load.map(({ weighted }) => weighted));
  return (
    <>
      <table className="table figure-table" data-testid="load-table">
        <thead>
          <tr>
            <th>单位</th>
            <th className="number">牵头</th>
            <th className="number">按职责分工负责</th>
            <th className="number">配合</th>
            <th>加权任务量</th>
          </tr>
        </thead>
        <tbody>
          {load.map(({ agency, lead, coResponsible, cooperating, weighted }) => (
            <tr key={agency}>
              <td>
                <AgencyLink name={agency} />
              </td>
              <td className="number">{lead}</td>
              <td className="number">{coResponsible}</td>
              <td className="number">{cooperating}</td>
              <td className="figure-rate">
                <progress max={most} value={weighted} aria-label="加权任务量" />
                {weighted}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="statistics-note">
        每项任务按责任加权：牵头 {LOAD_WEIGHTS.lead}，按职责分工负责 {LOAD_WEIGHTS['co-responsible']}，配合{' '}
        {LOAD_WEIGHTS.cooperating}；多期只计一次。
      </p>
    </>
  );
}
