import { create } from 'zustand';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressDraft } from './progress-draft.ts';

/** Whose progress a form is about. */
export type DraftPlace = { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly periodId: PeriodId };

/**
 * What was typed and is not stored yet, by place. A draft whose saving failed waits here while the clerk
 * looks at other cells; it goes away when it is stored or given up.
 */
type Drafts = { readonly byPlace: ReadonlyMap<string, ProgressDraft> };

export const useDrafts = create<Drafts>(() => ({ byPlace: new Map() }));

export function placeKey(place: DraftPlace): string {
  return `${place.taskId}/${place.agencyId}/${place.periodId}`;
}

export function keepDraft(place: DraftPlace, draft: ProgressDraft): void {
  useDrafts.setState((state) => ({ byPlace: new Map(state.byPlace).set(placeKey(place), draft) }));
}

/** @param only forget it only if it is still this draft; typing may have gone on while it was saved */
export function dropDraft(place: DraftPlace, only?: ProgressDraft): void {
  useDrafts.setState((state) => {
    const key = placeKey(place);
    if (only && state.byPlace.get(key) !== only) return state;
    const byPlace = new Map(state.byPlace);
    byPlace.delete(key);
    return { byPlace };
  });
}

export function hasDrafts(): boolean {
  return useDrafts.getState().byPlace.size > 0;
}
