import { insertAt } from '#renderer/steps/task-steps.ts';
import { agencyOfColumn, NUMBER_COLUMN, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import type { MatrixView, SortKey } from '#renderer/view/matrix-view.ts';
import { changeView, filterAgency, hideAgencies, toggleKind, toggleSection } from '#renderer/view/view-state.ts';
import { AGENCY_KINDS, type AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId, SectionId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { openDialog } from '../../state/window-state.ts';
import type { MenuEntry } from '../../ui/PointMenu.tsx';
import { swapWithNeighbour } from '../agencies/agency-rows.ts';
import { reorderAgencies } from '../agencies/edit-agencies.ts';
import { openPage } from '../pages/page-desk.ts';

/** What a right click on a column's head offers. */
export function headEntries(
  columnId: string,
  view: MatrixView,
  agencies: readonly AgencyView[],
  openFunnel: () => void,
  mostPressing: string,
): readonly (readonly MenuEntry[])[] {
  const agencyId = agencyOfColumn(columnId);
  const sort = (by: SortKey, descending: boolean) => () => changeView({ sort: { by, descending } });
  const by = agencyId ?? (columnId === NUMBER_COLUMN ? 'number' : 'title');
  const { [columnId]: _, ...otherWidths } = view.widths;
  return [
    agencyId === null ? [] : agencyEntries(agencyId, agencies),
    [
      { id: 'head-filter', label: '筛选…', hint: 'Alt+↓', run: openFunnel },
      ...(agencyId === null ? [] : [onlyItsTasks(agencyId)]),
    ],
    [
      { id: 'head-ascending', label: '升序', run: sort(by, false) },
      { id: 'head-descending', label: '降序', run: sort(by, true) },
      ...(columnId === TITLE_COLUMN
        ? [
            { id: 'head-by-duties', label: '责任单位多的在前', run: sort('duties', true) },
            { id: 'head-by-overdue', label: `${mostPressing}多的在前`, run: sort('overdue', true) },
          ]
        : []),
      { id: 'head-unsorted', label: '计划顺序', enabled: view.sort !== null, run: () => changeView({ sort: null }) },
    ],
    [
      { id: 'head-freeze', label: '冻结至此列', run: () => changeView({ frozen: columnId }) },
      {
        id: 'head-unfreeze',
        label: '取消冻结',
        enabled: view.frozen !== null,
        run: () => changeView({ frozen: null }),
      },
    ],
    [
      ...(agencyId === null ? [] : [{ id: 'head-hide', label: '隐藏此列', run: () => hideAgencies([agencyId]) }]),
      {
        id: 'head-show-all',
        label: '取消隐藏列',
        enabled: view.hiddenAgencies.length > 0,
        run: () => changeView({ hiddenAgencies: [] }),
      },
      {
        id: 'head-width',
        label: '恢复列宽',
        enabled: columnId in view.widths,
        run: () => changeView({ widths: otherWidths }),
      },
    ],
  ];
}

/** Renames a unit and moves it among its family, as the other units stand now. */
function agencyEntries(agencyId: AgencyId, agencies: readonly AgencyView[]): readonly MenuEntry[] {
  const swap = (id: string, label: string, step: -1 | 1): MenuEntry => {
    const order = swapWithNeighbour(agencies, agencyId, step);
    return { id, label, enabled: order !== null, run: () => void reorderAgencies(order ?? []) };
  };
  return [
    { id: 'head-page', label: '单位档案', run: () => openPage({ kind: 'agency', agencyId }) },
    {
      id: 'head-rename',
      label: '修改名称…',
      run: () => openDialog({ kind: 'agencies', agencyId }),
    },
    swap('head-left', '左移一列', -1),
    swap('head-right', '右移一列', 1),
  ];
}

function onlyItsTasks(agencyId: AgencyId): MenuEntry {
  return {
    id: 'head-only',
    label: '只看此单位的任务',
    run: () => filterAgency(agencyId, { roles: ['lead', 'co-responsible', 'cooperating'], lights: null }),
  };
}

/** What a right click on a family of agencies offers. */
export function kindEntries(kind: AgencyKind, view: MatrixView, overview: Overview): readonly (readonly MenuEntry[])[] {
  const folded = view.foldedKinds.includes(kind);
  const members = overview.agencies.filter((agency) => agency.kind === kind);
  return [
    [
      { id: 'kind-fold', label: folded ? '展开这一类单位' : '折叠这一类单位', run: () => toggleKind(kind) },
      { id: 'kind-fold-all', label: '折叠全部类别', run: () => changeView({ foldedKinds: AGENCY_KINDS }) },
      { id: 'kind-unfold-all', label: '展开全部类别', run: () => changeView({ foldedKinds: [] }) },
    ],
    [{ id: 'kind-hide', label: '隐藏这一类单位', run: () => hideAgencies(members.map((agency) => agency.id)) }],
  ];
}

/** What a right click on a section's heading offers. */
export function sectionEntries(
  sectionId: SectionId,
  view: MatrixView,
  overview: Overview,
): readonly (readonly MenuEntry[])[] {
  const folded = view.foldedSections.includes(sectionId);
  const all = overview.sections.map((section) => section.id);
  return [
    [
      {
        id: 'section-fold',
        label: folded ? '展开本章' : '折叠本章',
        hint: folded ? 'Alt+Shift+→' : 'Alt+Shift+←',
        run: () => toggleSection(sectionId),
      },
      { id: 'section-fold-all', label: '折叠全部章节', run: () => changeView({ foldedSections: all }) },
      { id: 'section-unfold-all', label: '展开全部章节', run: () => changeView({ foldedSections: [] }) },
    ],
    [
      {
        id: 'section-rename',
        label: '修改章节标题…',
        run: () => openDialog({ kind: 'section-title', sectionId }),
      },
      { id: 'section-insert', label: '在本章末尾插入任务', run: () => void insertAt({ endOf: sectionId }) },
    ],
    [
      {
        id: 'section-only',
        label: '只看本章',
        run: () => changeView({ sections: [sectionId] }),
      },
    ],
  ];
}
