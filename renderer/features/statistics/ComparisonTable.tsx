import { skipToken, useQuery } from '@tanstack/react-query';
import { parseISO } from 'date-fns/parseISO';
import { subMonths } from 'date-fns/subMonths';
import { useState } from 'react';
import { showCells } from '#renderer/steps/show-cell.ts';
import { comparisonTables, figureText, percentText } from '#shared/domain/figure-table.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { isoDate } from '#shared/domain/period.ts';
import { MOVE_LABELS, MOVES, type StatisticsComparison } from '#shared/domain/statistics.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { recall, remember } from '../../bridge/remembered.ts';
import { showScreen } from '../../state/screen.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showNotice } from '../../ui/toasts.ts';
import { exportFigures, printFigures } from './export-figures.ts';

/** The day of the last bulletin, kept on this computer. */
const LAST_BULLETIN = 'last-bulletin';

/** 自上期通报以来: two days compared, duty by duty and agency by agency. */
export function ComparisonTable({ overview }: { readonly overview: Overview }) {
  const [from, setFrom] = useState(() => recall(LAST_BULLETIN) ?? isoDate(subMonths(parseISO(overview.today), 1)));
  const [to, setTo] = useState(overview.today);
  const input = from !== '' && to !== '' ? { planId: overview.plan.id, from, to } : skipToken;
  const answer = useQuery(orpc.statistics.compare.queryOptions({ input }));
  return (
    <>
      <div className="statistics-days">
        <label>
          上期通报
          <input
            className="input"
            type="date"
            data-testid="compare-from"
            value={from}
            onChange={({ target }) => {
              setFrom(target.value);
              if (target.value !== '') remember(LAST_BULLETIN, target.value);
            }}
          />
        </label>
        <label>
          本期
          <input
            className="input"
            type="date"
            data-testid="compare-to"
            value={to}
            onChange={({ target }) => setTo(target.value)}
          />
        </label>
        <span className="statistics-space" />
        {answer.data ? (
          <Button
            data-testid="compare-copy"
            onClick={() => {
              if (answer.data && copyText(figureText(comparisonTables(answer.data)[0])))
                showNotice('已复制', '可粘贴到表格里。');
            }}
          >
            复制表格
          </Button>
        ) : null}
        {answer.data ? (
          <Button
            data-testid="compare-export"
            onClick={() =>
              void exportFigures(overview.plan.title, '自上期通报以来', {
                planId: overview.plan.id,
                view: 'comparison',
                from,
                to,
              })
            }
          >
            导出 Excel…
          </Button>
        ) : null}
        {answer.data ? (
          <Button
            data-testid="compare-print"
            onClick={() => void printFigures({ planId: overview.plan.id, view: 'comparison', from, to })}
          >
            打印…
          </Button>
        ) : null}
      </div>
      {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
      {answer.data ? <Compared comparison={answer.data} /> : null}
    </>
  );
}

function Compared({ comparison }: { readonly comparison: StatisticsComparison }) {
  const { from, to, before, after, duties, agencies } = comparison;
  const moved = agencies.filter((agency) => MOVES.some((move) => agency[move] > 0));
  return (
    <>
      <p className="statistics-sum" data-testid="compare-sum">
        {dateText(from)}：应报 {before.owed}，已报 {before.reported}（{percentText(before.rate)}），逾期{' '}
        {before.overdue}。{dateText(to)}：应报 {after.owed}，已报 {after.reported}（{percentText(after.rate)}），逾期{' '}
        {after.overdue}。
      </p>
      {duties.length === 0 ? <p className="empty-note">这两天之间没有变化。</p> : null}
      {moved.length === 0 ? null : (
        <table className="table figure-table">
          <thead>
            <tr>
              <th>单位</th>
              {MOVES.map((move) => (
                <th key={move} className="number">
                  {MOVE_LABELS[move]}
                </th>
              ))}
              <th className="number">原报送率</th>
              <th className="number">现报送率</th>
            </tr>
          </thead>
          <tbody>
            {moved.map((agency) => (
              <tr key={agency.agency}>
                <td>{agency.agency}</td>
                {MOVES.map((move) => (
                  <td key={move} className="number">
                    {agency[move]}
                  </td>
                ))}
                <td className="number">{percentText(agency.before.rate)}</td>
                <td className="number">{percentText(agency.after.rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {duties.length === 0 ? null : (
        <table className="table figure-table" data-testid="compare-table">
          <thead>
            <tr>
              <th>变化</th>
              <th className="number">任务</th>
              <th>任务名称</th>
              <th>单位</th>
              <th>原来</th>
              <th>现在</th>
            </tr>
          </thead>
          <tbody>
            {duties.map((duty) => (
              <tr key={`${duty.taskId}-${duty.agencyId}`}>
                <td>
                  <span className={`move move-${duty.move}`}>{MOVE_LABELS[duty.move]}</span>
                </td>
                <td className="number">{duty.task}</td>
                <td className="statistics-title">
                  <button
                    type="button"
                    className="figure"
                    title="在矩阵中看"
                    onClick={() => {
                      showScreen('matrix');
                      showCells([{ taskId: duty.taskId, agencyId: duty.agencyId, periodId: null }], 'go');
                    }}
                  >
                    {duty.title}
                  </button>
                </td>
                <td>{duty.agency}</td>
                <td>{duty.before?.word ?? '—'}</td>
                <td>{duty.after?.word ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
