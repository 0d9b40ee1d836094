import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AgencyId, ReturnId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import type { CollectionOverview } from '#shared/domain/return-review.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { orpc } from '../../bridge/client.ts';
import { choosePeriod } from '../../state/queries.ts';
import { useReturnList } from '../../state/returns-query.ts';
import { Button } from '../../ui/Button.tsx';
import { showNotice } from '../../ui/toasts.ts';
import { CollectionBar } from './CollectionBar.tsx';
import { CollectionEmpty } from './CollectionEmpty.tsx';
import { CollectionTable } from './CollectionTable.tsx';
import {
  type CollectionFilter,
  type CollectionRow,
  type CollectionSort,
  collectionRows,
  isShownBy,
  nextSort,
  sortRows,
} from './collection-rows.ts';
import { keepListed, noChoice } from './row-choice.ts';
import { YearStrip } from './YearStrip.tsx';
import { yearFigures } from './year-figures.ts';
import './collection.css';

export type ReturnsOverviewProps = {
  readonly overview: Overview;
  /** The period on show. */
  readonly period: PeriodView;
  /** Shows a return in the review. */
  readonly onShowReturn: (returnId: ReturnId) => void;
};

/** 回收情况: who was asked, who has answered, who is late, and whom to ring; the year above, the period below. */
export function ReturnsOverview(props: ReturnsOverviewProps) {
  const { overview, period } = props;
  const answer = useQuery(orpc.returns.overview.queryOptions({ input: { planId: overview.plan.id } }));
  if (!answer.data) {
    return (
      <p className="empty-note" role="status">
        {answer.isError ? toAppError(answer.error).message : '正在读取回收情况…'}
      </p>
    );
  }
  return (
    <div className="collection" data-testid="collection">
      <YearStrip figures={yearFigures(answer.data)} shown={period.id} onChoose={choosePeriod} />
      <PeriodCollection key={period.id} {...props} collection={answer.data} />
    </div>
  );
}

function PeriodCollection({
  overview,
  period,
  collection,
  onShowReturn,
}: ReturnsOverviewProps & { readonly collection: CollectionOverview }) {
  const [filter, setFilter] = useState<CollectionFilter>('all');
  const [sort, setSort] = useState<CollectionSort>(null);
  const [kept, setChoice] = useState(noChoice<AgencyId>);
  const rows = useMemo(() => collectionRows(collection, period.id), [collection, period.id]);
  const shown = useMemo(
    () => sortRows(rows, sort).filter(({ cell }) => isShownBy(filter, cell.state)),
    [rows, sort, filter],
  );
  const choice = useMemo(
    () =>
      keepListed(
        kept,
        shown.map(({ cell }) => cell.agencyId),
      ),
    [kept, shown],
  );
  const open = ({ cell }: CollectionRow): void => {
    if (cell.returnId !== null) onShowReturn(cell.returnId);
    else showNotice(`${cell.agencyName}还没有交回填报表`, '收到后用“收回填报表”选取，或直接拖入窗口。');
  };
  return (
    <>
      <CollectionBar
        overview={overview}
        period={period}
        rows={rows}
        shown={shown}
        chosen={choice.chosen}
        filter={filter}
        onFilter={setFilter}
        onOpen={open}
      />
      <HeldNote overview={overview} period={period} onShowReturn={onShowReturn} />
      <div className="collection-list">
        {shown.length > 0 ? (
          <CollectionTable
            rows={shown}
            choice={choice}
            onChoice={setChoice}
            sort={sort}
            onSort={(column) => setSort(nextSort(sort, column))}
            onOpen={open}
          />
        ) : (
          <CollectionEmpty
            period={period}
            hasRows={rows.length > 0}
            filter={filter}
            onShowAll={() => setFilter('all')}
          />
        )}
      </div>
    </>
  );
}

/** Files that came and are nobody's yet: who is missing below may have answered long ago. */
function HeldNote({ overview, period, onShowReturn }: ReturnsOverviewProps) {
  const list = useReturnList(overview.plan.id, true) ?? [];
  const held = list.filter(({ state, periodId }) => state === 'received' && (periodId ?? period.id) === period.id);
  const [first] = held;
  if (!first) return null;
  return (
    <p className="collection-held" role="status" data-testid="collection-held">
      另有 {held.length} 份收到的表还没有辨认单位或报送期，没有计入下表，催办前请先辨认。
      <Button tone="quiet" data-testid="collection-identify" onClick={() => onShowReturn(first.returnId)}>
        去辨认
      </Button>
    </p>
  );
}
