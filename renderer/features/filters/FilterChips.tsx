import { X } from 'lucide-react';
import { changeView, clearFilters, useMatrixView } from '#renderer/view/view-state.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { Button } from '../../ui/Button.tsx';
import { activeFilters } from './active-filters.ts';
import './filters.css';

export type FilterChipsProps = {
  readonly overview: Overview;
  /** Tasks that are shown. */
  readonly shown: number;
  readonly total: number;
};

/** What is filtered, hidden or sorted, each with a way out. Nothing of that: no bar. */
export function FilterChips({ overview, shown, total }: FilterChipsProps) {
  const view = useMatrixView((whole) => whole);
  const active = activeFilters(view, overview);
  if (active.length === 0) return null;
  return (
    <section className="filter-chips" aria-label="正在使用的筛选" data-testid="filter-chips">
      <span className="filter-shown" data-testid="filter-shown" role="status">
        显示 {shown} / {total} 项
      </span>
      {active.map(({ id, label, without }) => (
        <button
          key={id}
          type="button"
          className="filter-chip"
          data-testid={`chip-${id}`}
          title={`${label}（点击取消）`}
          onClick={() => changeView(without)}
        >
          <span>{label}</span>
          <X aria-label="取消" />
        </button>
      ))}
      {active.length > 1 ? (
        <Button
          tone="quiet"
          data-testid="chips-clear"
          onClick={() => {
            clearFilters();
            changeView({ hiddenTasks: [], hiddenAgencies: [], sort: null });
          }}
        >
          全部取消
        </Button>
      ) : null}
    </section>
  );
}
