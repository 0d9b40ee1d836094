import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { PlanStatistics } from '#shared/domain/statistics.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showNotice } from '../../ui/toasts.ts';
import { ComparisonTable } from './ComparisonTable.tsx';
import { FigureStrip } from './FigureStrip.tsx';
import { LoadTable } from './LoadTable.tsx';
import { RankingTable } from './RankingTable.tsx';
import { statisticsText } from './statistics-text.ts';
import { TallyTable } from './TallyTable.tsx';
import { TargetTable } from './TargetTable.tsx';
import { type StatisticsView, VIEW_WORDS, VIEWS } from './views.ts';
import './statistics.css';

export type StatisticsScreenProps = { readonly overview: Overview; readonly inFront: boolean };

/** The plan in figures: by every dimension, targets, load, ranking, and what changed since the last bulletin. */
export function StatisticsScreen({ overview, inFront }: StatisticsScreenProps) {
  const [view, setView] = useState<StatisticsView>('byAgency');
  const [periodId, setPeriodId] = useState<PeriodId | null>(null);
  const [on, setOn] = useState('');
  const span = {
    planId: overview.plan.id,
    ...(periodId === null ? {} : { periodId }),
    ...(on === '' ? {} : { on }),
  };
  const answer = useQuery({
    ...orpc.statistics.read.queryOptions({ input: span }),
    enabled: inFront,
    placeholderData: keepPreviousData,
  });
  return (
    <section className="statistics" data-testid="statistics-screen">
      <header className="statistics-head">
        <label>
          统计范围
          <select
            className="select"
            data-testid="statistics-period"
            value={periodId ?? ''}
            onChange={({ target }) =>
              setPeriodId(overview.periods.find(({ id }) => String(id) === target.value)?.id ?? null)
            }
          >
            <option value="">已开始的各期</option>
            {overview.periods.map(({ id, label }) => (
              <option key={id} value={id}>
                {periodTitle(label)}
              </option>
            ))}
          </select>
        </label>
        <label title="按那一天结束时的内容统计，亮灯和评分也按那一天判断">
          截至
          <input
            className="input"
            type="date"
            data-testid="statistics-on"
            value={on}
            onChange={({ target }) => setOn(target.value)}
          />
        </label>
        {on === '' ? <span className="statistics-soft">不选日期就是现在</span> : null}
        {on === '' ? null : (
          <Button tone="quiet" data-testid="statistics-now" onClick={() => setOn('')}>
            回到现在
          </Button>
        )}
        <span className="statistics-space" />
        {answer.data ? <CopyButton statistics={answer.data} view={view} /> : null}
      </header>
      {answer.data ? <FigureStrip statistics={answer.data} span={span} /> : null}
      <div className="statistics-body">
        <nav className="statistics-views" aria-label="统计表">
          {VIEWS.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === view || undefined}
              data-testid={`statistics-${name}`}
              onClick={() => setView(name)}
            >
              {VIEW_WORDS[name]}
            </button>
          ))}
        </nav>
        <div className="statistics-table">
          {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
          {answer.data && !answer.isError ? (
            <ViewOf view={view} statistics={answer.data} overview={overview} span={span} />
          ) : null}
          {answer.isPending ? <p className="empty-note">正在统计…</p> : null}
        </div>
      </div>
    </section>
  );
}

type ViewOfProps = {
  readonly view: StatisticsView;
  readonly statistics: PlanStatistics;
  readonly overview: Overview;
  readonly span: Pick<PlanStatistics, 'planId'> & { readonly periodId?: PeriodId; readonly on?: string };
};

function ViewOf({ view, statistics, overview, span }: ViewOfProps) {
  switch (view) {
    case 'ranking':
      return <RankingTable statistics={statistics} />;
    case 'targets':
      return <TargetTable targets={statistics.targets} />;
    case 'load':
      return <LoadTable load={statistics.load} />;
    case 'comparison':
      return <ComparisonTable overview={overview} />;
    default:
      return <TallyTable dimension={view} statistics={statistics} span={span} />;
  }
}

function CopyButton({ statistics, view }: { readonly statistics: PlanStatistics; readonly view: StatisticsView }) {
  if (view === 'comparison') return null;
  return (
    <Button
      data-testid="statistics-copy"
      title="复制成文字，可直接粘贴到 Excel、WPS 表格"
      onClick={() => {
        if (copyText(statisticsText(statistics, view)))
          showNotice('已复制', `“${VIEW_WORDS[view]}”（截至${dateText(statistics.on)}），可粘贴到表格里。`);
      }}
    >
      复制表格
    </Button>
  );
}
