import { X } from 'lucide-react';
import { LEDGER_COLUMN_WORDS, LEDGER_COLUMNS } from '#renderer/view/ledger-lines.ts';
import type { LedgerColumnFilter } from '#renderer/view/ledger-view.ts';
import { changeLedgerView, clearLedgerFilters, filterLedger, useLedgerView } from '#renderer/view/ledger-view-state.ts';
import { TEXT_OPERATOR_WORDS } from '#renderer/view/view-words.ts';
import { lightOf } from '#shared/domain/light.ts';
import { useLights } from '../../state/queries.ts';
import { Button } from '../../ui/Button.tsx';
import '../filters/filters.css';

export type LedgerChipsProps = { readonly shown: number; readonly total: number };

/** What of the ledger is filtered or sorted, each with a way out. Nothing of that: no bar. */
export function LedgerChips({ shown, total }: LedgerChipsProps) {
  const filters = useLedgerView((view) => view.filters);
  const allLights = useLights();
  const lights = useLedgerView((view) => view.lights);
  const sort = useLedgerView((view) => view.sort);
  const chips = LEDGER_COLUMNS.flatMap((column) => {
    const filter = filters[column];
    if (!filter) return [];
    const label = `${LEDGER_COLUMN_WORDS[column]}：${filterWords(filter)}`;
    return [{ id: column, label, cancel: () => filterLedger(column, { test: null, ticked: null }) }];
  });
  const sorting = sort && {
    id: 'sort',
    label: `按${LEDGER_COLUMN_WORDS[sort.by]}${sort.descending ? '降序' : '升序'}`,
    cancel: () => changeLedgerView({ sort: null }),
  };
  const lit = {
    id: 'lights',
    label: `亮灯：${lights.map((key) => lightOf(allLights, key).word).join('、')}`,
    cancel: () => changeLedgerView({ lights: [] }),
  };
  const all = [...(lights.length > 0 ? [lit] : []), ...chips, ...(sorting ? [sorting] : [])];
  if (all.length === 0) return null;
  return (
    <section className="filter-chips" aria-label="正在使用的筛选" data-testid="ledger-chips">
      <span className="filter-shown" role="status">
        显示 {shown} / {total} 行
      </span>
      {all.map(({ id, label, cancel }) => (
        <button
          key={id}
          type="button"
          className="filter-chip"
          data-testid={`ledger-chip-${id}`}
          title={`${label}（点击取消）`}
          onClick={cancel}
        >
          <span>{label}</span>
          <X aria-label="取消" />
        </button>
      ))}
      {all.length > 1 ? (
        <Button
          tone="quiet"
          onClick={() => {
            clearLedgerFilters();
            changeLedgerView({ sort: null });
          }}
        >
          全部取消
        </Button>
      ) : null}
    </section>
  );
}

function filterWords({ test, ticked }: LedgerColumnFilter): string {
  const words = test && `${TEXT_OPERATOR_WORDS[test.operator]}${test.operator === 'empty' ? '' : `“${test.text}”`}`;
  const [only] = ticked ?? [];
  const ticks = ticked && (ticked.length === 1 ? (only === '' ? '（空白）' : only) : `已选 ${ticked.length} 种`);
  return [words, ticks].filter((part) => part != null).join('，');
}
