import { create } from 'zustand';
import { recall, remember } from '#renderer/bridge/remembered.ts';
import { setFilter } from '#renderer/state/window-state.ts';
import type { AgencyKind } from '#shared/domain/agency.ts';
import type { AgencyId, SectionId, TaskId } from '#shared/domain/ids.ts';
import type { LightKey } from '#shared/domain/light.ts';
import { agencyOfColumn, NUMBER_COLUMN } from './column-ids.ts';
import {
  type AgencyFilter,
  FIRST_VIEW,
  type MatrixView,
  NO_FILTERS,
  readSavedViews,
  readView,
  type SavedView,
  type ViewKind,
  ZOOM,
} from './matrix-view.ts';

/** The view of the matrix on show. It belongs to a plan and is remembered on this machine, never in the data file. */
type ViewState = {
  /** Names the plan in the memory; `null` until the plan is known. */
  readonly planKey: string | null;
  readonly view: MatrixView;
  readonly saved: readonly SavedView[];
};

const useViewState = create<ViewState>(() => ({ planKey: null, view: FIRST_VIEW, saved: [] }));

/** @returns a part of the view, told again when it changes */
export function useMatrixView<Part>(select: (view: MatrixView) => Part): Part {
  return useViewState((state) => select(state.view));
}

/** Whether the plan's own view is in place; before that a picture would have to be painted twice. */
export function useViewReady(planKey: string | undefined): boolean {
  return useViewState((state) => planKey !== undefined && state.planKey === planKey);
}

export function currentView(): MatrixView {
  return useViewState.getState().view;
}

/**
 * Takes up the view this plan was looked at last time.
 *
 * @param planKey names the plan for ever: a view names rows by their ids, which mean nothing in another plan
 * @param olderKey under which the view was kept when a data file held one plan alone; `null` for a later plan of it
 */
export function openView(planKey: string, olderKey: string | null): void {
  if (useViewState.getState().planKey === planKey) return;
  const kept = (name: string) =>
    recall(`${name}:${planKey}`) ?? (olderKey === null ? null : recall(`${name}:${olderKey}`));
  useViewState.setState({ planKey, view: readView(kept('view')), saved: readSavedViews(kept('views')) });
}

export function changeView(change: Partial<MatrixView>): void {
  const { planKey, view } = useViewState.getState();
  const changed = { ...view, ...change };
  if (planKey !== null) remember(`view:${planKey}`, JSON.stringify(changed));
  useViewState.setState({ view: changed });
}

/** Shows only tasks in which an assignment has this light; a second call takes the wish back. */
export function toggleLight(light: LightKey): void {
  changeView({ lights: toggled(currentView().lights, light) });
}

export function toggleDutiesOnly(): void {
  changeView({ dutiesOnly: !currentView().dutiesOnly });
}

export function toggleGroups(): void {
  changeView({ groupsExpanded: !currentView().groupsExpanded });
}

export function toggleSection(section: SectionId): void {
  changeView({ foldedSections: toggled(currentView().foldedSections, section) });
}

export function toggleKind(kind: AgencyKind): void {
  changeView({ foldedKinds: toggled(currentView().foldedKinds, kind) });
}

/** @param filter `null` lets everything through again */
export function filterAgency(agencyId: AgencyId, filter: AgencyFilter | null): void {
  const { [agencyId]: _, ...others } = currentView().agencyFilters;
  const asks = filter !== null && (filter.roles !== null || filter.lights !== null);
  changeView({ agencyFilters: asks ? { ...others, [agencyId]: filter } : others });
}

export function hideTasks(taskIds: readonly TaskId[]): void {
  changeView({ hiddenTasks: [...new Set([...currentView().hiddenTasks, ...taskIds])] });
}

export function hideAgencies(agencyIds: readonly AgencyId[]): void {
  changeView({ hiddenAgencies: [...new Set([...currentView().hiddenAgencies, ...agencyIds])] });
}

/** Marks or progress. The two need other widths, so those drawn for the one are dropped. */
export function chooseKind(kind: ViewKind): void {
  if (kind !== currentView().kind) changeView({ kind, widths: {} });
}

export function drawWidth(columnId: string, width: number): void {
  changeView({ widths: { ...currentView().widths, [columnId]: width } });
}

export function zoomTo(zoom: number): void {
  const steps = Math.round(zoom / ZOOM.step);
  // From whole steps: ten times a tenth is not one.
  changeView({ zoom: Math.min(ZOOM.max, Math.max(ZOOM.min, steps / Math.round(1 / ZOOM.step))) });
}

export function zoomBy(steps: number): void {
  zoomTo(currentView().zoom + steps * ZOOM.step);
}

export function useSavedViews(): readonly SavedView[] {
  return useViewState((state) => state.saved);
}

/** Keeps the present view under a name; one that has the name already is replaced. */
export function saveView(name: string): void {
  const { saved, view } = useViewState.getState();
  const others = saved.filter((other) => other.name !== name);
  keepViews([...others, { name, view }]);
}

export function renameView(name: string, newName: string): void {
  keepViews(
    useViewState
      .getState()
      .saved.filter((other) => other.name !== newName)
      .map((other) => (other.name === name ? { ...other, name: newName } : other)),
  );
}

export function deleteView(name: string): void {
  keepViews(useViewState.getState().saved.filter((other) => other.name !== name));
}

function keepViews(saved: readonly SavedView[]): void {
  const { planKey } = useViewState.getState();
  if (planKey !== null) remember(`views:${planKey}`, JSON.stringify(saved));
  useViewState.setState({ saved });
}

/** Takes the filters of one column away. */
export function clearColumn(columnId: string): void {
  const agencyId = agencyOfColumn(columnId);
  if (agencyId !== null) filterAgency(agencyId, null);
  else changeView(columnId === NUMBER_COLUMN ? { sections: null } : { titleTest: null, titles: null });
}

/** Lets every task through: the words of the quick filter and all filters of columns. */
export function clearFilters(): void {
  setFilter('');
  changeView(NO_FILTERS);
}

function toggled<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}
