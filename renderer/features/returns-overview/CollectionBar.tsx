import { Copy, Megaphone, Send } from 'lucide-react';
import { toTsv } from '#renderer/grid/sheet/clipboard/tsv.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { collectionReminder } from '#shared/domain/reminder-text.ts';
import { askToRemind } from '../../state/asked-to-remind.ts';
import { openDialog } from '../../state/window-state.ts';
import { shortDateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showNotice } from '../../ui/toasts.ts';
import {
  COLLECTION_FILTERS,
  type CollectionFilter,
  type CollectionRow,
  copiedRows,
  countFilters,
  FILTER_WORDS,
  meantRows,
} from './collection-rows.ts';

export type CollectionBarProps = {
  readonly overview: Overview;
  readonly period: PeriodView;
  /** All of the period. */
  readonly rows: readonly CollectionRow[];
  /** Those the filter shows. */
  readonly shown: readonly CollectionRow[];
  readonly chosen: ReadonlySet<AgencyId>;
  readonly filter: CollectionFilter;
  readonly onFilter: (filter: CollectionFilter) => void;
  readonly onOpen: (row: CollectionRow) => void;
};

/** Filters with their counts, and what can be done with the chosen agencies, or with all that owe a return. */
export function CollectionBar(props: CollectionBarProps) {
  const { overview, period, rows, shown, chosen, filter, onFilter, onOpen } = props;
  const counts = countFilters(rows);
  const picked = shown.filter(({ cell }) => chosen.has(cell.agencyId));
  const [single] = picked;
  const resend = meantRows(shown, chosen, 'missing');
  const unsent = rows.length > 0 && rows.every(({ cell }) => cell.formsSent === 0);
  const copyRows = (): void => {
    const copied = picked.length > 0 ? picked : shown;
    tell(copyText(toTsv(copiedRows(copied))), `已复制 ${copied.length} 个单位`, '可以粘贴到 Excel、WPS 表格里。');
  };
  const copyReminder = (): void => {
    const meant = meantRows(shown, chosen, 'missing').map(({ cell }) => cell);
    const { text, agencies } = collectionReminder(overview.plan.title, meant, overview.today);
    if (agencies === 0) showNotice('没有需要催办的单位', '所选单位都没有欠交的填报表。');
    else tell(copyText(text), `已复制 ${agencies} 个单位的催办文字`, '可以粘贴到 QQ、微信或短信里。');
  };
  const sendForms = (only: readonly CollectionRow[] | null): void =>
    openDialog({
      kind: 'send-forms',
      periodId: period.id,
      ...(only ? { agencyIds: only.map(({ cell }) => cell.agencyId) } : {}),
    });
  return (
    <div className="collection-bar">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no field set */}
      <div className="collection-filters" role="group" aria-label={`按状态筛选，${shortDateText(period.dueOn)}截止`}>
        {COLLECTION_FILTERS.filter((each) => each !== 'refused' || counts.refused > 0).map((each) => (
          <button
            key={each}
            type="button"
            className="collection-filter"
            aria-pressed={each === filter}
            data-testid={`collection-filter-${each}`}
            data-none={counts[each] === 0}
            onClick={() => onFilter(each)}
          >
            {FILTER_WORDS[each]}
            <b>{counts[each]}</b>
          </button>
        ))}
      </div>
      <span className="collection-due">
        {shortDateText(period.dueOn)}截止{picked.length > 0 ? ` · 已选 ${picked.length} 个` : ''}
      </span>
      {unsent ? (
        <Button tone="main" icon={<Send />} data-testid="collection-send" onClick={() => sendForms(null)}>
          发填报表…
        </Button>
      ) : (
        <>
          {single && picked.length === 1 && single.cell.returnId !== null ? (
            <Button data-testid="collection-open" onClick={() => onOpen(single)}>
              查看交回的表
            </Button>
          ) : null}
          <Button
            icon={<Megaphone />}
            data-testid="collection-remind-screen"
            disabled={resend.length === 0}
            title="打开“催办”，已勾选所选单位；没有选择时勾选全部未回收的单位"
            onClick={() =>
              askToRemind(
                period.id,
                resend.map(({ cell }) => cell.agencyId),
              )
            }
          >
            催办…
          </Button>
          <Button icon={<Copy />} data-testid="collection-remind" onClick={copyReminder}>
            复制催办文字
          </Button>
          <Button
            icon={<Send />}
            data-testid="collection-resend"
            disabled={resend.length === 0}
            title="打开“发填报表”，已勾选所选单位；没有选择时勾选全部未回收的单位"
            onClick={() => sendForms(resend)}
          >
            再次发出填报表…
          </Button>
        </>
      )}
      <Button icon={<Copy />} data-testid="collection-copy" disabled={shown.length === 0} onClick={copyRows}>
        复制表格
      </Button>
    </div>
  );
}

function tell(copied: boolean, done: string, hint: string): void {
  if (copied) showNotice(done, hint);
  else showNotice('没有复制成功', '请选中各行后按 Ctrl+C。');
}
