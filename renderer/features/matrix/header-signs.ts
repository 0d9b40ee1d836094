import type { HeaderSigns } from '#renderer/grid/sheet/column-head.ts';
import { agencyColumnId, NUMBER_COLUMN, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { MatrixView, SortKey } from '#renderer/view/matrix-view.ts';
import type { AgencyId } from '#shared/domain/ids.ts';

/** Which heads show a funnel in use, and which an arrow. */
export function headerSigns(
  view: Pick<MatrixView, 'agencyFilters' | 'sections' | 'titleTest' | 'titles' | 'sort'>,
): HeaderSigns {
  // The keys of agencyFilters are ids of agencies; JSON knows keys as texts only.
  const agencyIds = Object.keys(view.agencyFilters).map((key) => Number(key) as AgencyId);
  const filtered = new Set(agencyIds.map(agencyColumnId));
  if (view.sections) filtered.add(NUMBER_COLUMN);
  if (view.titleTest || view.titles) filtered.add(TITLE_COLUMN);
  const columnId = view.sort && columnOf(view.sort.by);
  return { filtered, sorted: view.sort && columnId ? { columnId, descending: view.sort.descending } : null };
}

/** The column that carries the arrow; a count has none. */
function columnOf(by: SortKey): string | null {
  if (by === 'number') return NUMBER_COLUMN;
  if (by === 'title') return TITLE_COLUMN;
  return by === 'duties' || by === 'overdue' ? null : agencyColumnId(by);
}
