import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { Button } from '../../ui/Button.tsx';
import { type CollectionFilter, FILTER_WORDS } from './collection-rows.ts';

export type CollectionEmptyProps = {
  readonly period: PeriodView;
  /** Agencies owe something in this period; the filter leaves them all out. */
  readonly hasRows: boolean;
  readonly filter: CollectionFilter;
  readonly onShowAll: () => void;
};

/** An empty list says why, and what to do. */
export function CollectionEmpty({ period, hasRows, filter, onShowAll }: CollectionEmptyProps) {
  if (!hasRows) {
    return (
      <p className="empty-note">
        {periodTitle(period.label)}没有单位需要填报。在“责任矩阵”里给单位定了责任以后，这里会列出它们。
      </p>
    );
  }
  return (
    <div className="empty-note" role="status">
      <p>
        {periodTitle(period.label)}没有“{FILTER_WORDS[filter]}”的单位。
      </p>
      <Button onClick={onShowAll}>显示全部单位</Button>
    </div>
  );
}
