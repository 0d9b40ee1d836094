import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import {
  figureTable,
  figureText,
  STATISTICS_VIEW_LABELS,
  STATISTICS_VIEWS,
  type StatisticsView,
} from '#shared/domain/figure-table.ts';
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
import { exportFigures, printFigures } from './export-figures.ts';
import { FigureStrip, type StatisticsSpan } from './FigureStrip.tsx';
import { LoadTable } from './LoadTable.tsx';
import { RankingTable } from './RankingTable.tsx';
import { TallyTable } from './TallyTable.tsx';
import { TargetTable } from './TargetTable.tsx';
import './statistics.css';

const SHOWN_TABLES = [...STATISTICS_VIEWS, 'comparison'] as const;
type ShownTable = (typeof SHOWN_TABLES)[number];

export type StatisticsScreenProps = { readonly overview: Overview; readonly inFront: boolean };

/** The plan in figures: by every dimension, targets, load, ranking, and what changed since the last bulletin. */
export function StatisticsScreen({ overview, inFront }: StatisticsScreenProps) {
  const [view, setView] = useState<ShownTable>('byAgency');
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
        {answer.data && view !== 'comparison' ? (
          <TakeButtons statistics={answer.data} view={view} planTitle={overview.plan.title} span={span} />
        ) : null}
      </header>
      {answer.data ? <FigureStrip statistics={answer.data} span={span} /> : null}
      <div className="statistics-body">
        <ViewList view={view} onChoose={setView} />
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

type ViewListProps = { readonly view: ShownTable; readonly onChoose: (view: ShownTable) => void };

/** The tables to choose from, with the mouse or with the arrow keys. */
function ViewList({ view, onChoose }: ViewListProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : SHOWN_TABLES[SHOWN_TABLES.indexOf(view) + step];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    document.getElementById(`statistics-${next}`)?.focus();
  };
  return (
    <nav className="statistics-views" aria-label="统计表" onKeyDown={onKeyDown}>
      {SHOWN_TABLES.map((name) => (
        <button
          key={name}
          id={`statistics-${name}`}
          type="button"
          className={name === view ? 'screen-keys' : undefined}
          tabIndex={name === view ? 0 : -1}
          aria-current={name === view || undefined}
          data-testid={`statistics-${name}`}
          onClick={() => onChoose(name)}
        >
          {name === 'comparison' ? '自上期通报以来' : STATISTICS_VIEW_LABELS[name]}
        </button>
      ))}
    </nav>
  );
}

type ViewOfProps = {
  readonly view: ShownTable;
  readonly statistics: PlanStatistics;
  readonly overview: Overview;
  readonly span: StatisticsSpan;
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

type TakeButtonsProps = {
  readonly statistics: PlanStatistics;
  readonly view: StatisticsView;
  readonly planTitle: string;
  readonly span: StatisticsSpan;
};

/** What is on show as text for a sheet that is open already, or as a workbook. */
function TakeButtons({ statistics, view, planTitle, span }: TakeButtonsProps) {
  return (
    <>
      <Button
        data-testid="statistics-copy"
        title="复制成文字，可直接粘贴到 Excel、WPS 表格"
        onClick={() => {
          if (copyText(figureText(figureTable(statistics, view))))
            showNotice(
              '已复制',
              `“${STATISTICS_VIEW_LABELS[view]}”（截至${dateText(statistics.on)}），可粘贴到表格里。`,
            );
        }}
      >
        复制表格
      </Button>
      <Button
        data-testid="statistics-export"
        onClick={() => void exportFigures(planTitle, STATISTICS_VIEW_LABELS[view], { ...span, view })}
      >
        导出 Excel…
      </Button>
      <Button data-testid="statistics-print" onClick={() => void printFigures({ ...span, view })}>
        打印…
      </Button>
    </>
  );
}
