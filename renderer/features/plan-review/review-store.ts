import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Span } from '#shared/domain/plan-reading.ts';
import type { PlanReview } from '#shared/domain/plan-review.ts';
import type { Doubt } from './doubts/doubts.ts';
import { applyEdit } from './draft/apply-edit.ts';
import { type Draft, planDraftOf } from './draft/draft.ts';
import type { Edit } from './draft/edits.ts';
import { beginHistory, type History, stepBack, stepForth, stepTo } from './draft/review-history.ts';
import type { ChangeChoices } from './revision/change-choices.ts';

export type ReviewTab = 'tasks' | 'agencies' | 'doubts' | 'changes';

/** What the document is read for: a plan of its own, or a newer version of the open one. */
export type ReviewPurpose = 'create' | 'revise';

/** Where the clerk is: a task, and the words of the source that are highlighted. A new object is a new wish to see it. */
export type ReviewPlace = {
  readonly task: number | null;
  readonly span: Span | null;
  /** The side on which the clerk chose it; the other one scrolls there. */
  readonly from: ReviewSide | 'walk';
};

export type ReviewState = {
  readonly review: PlanReview;
  readonly purpose: ReviewPurpose;
  readonly history: History<Draft>;
  readonly place: ReviewPlace;
  /** The doubt on show, by id. */
  readonly doubt: string | null;
  readonly tab: ReviewTab;
  /** Which changes of a newer version are taken. */
  readonly choices: ChangeChoices;
  /** The side a person's hand is on; the other one follows it. */
  readonly holder: ReviewSide | null;
  /** How far that side was scrolled, as an offset of the source. `null` once the clerk goes to a place. */
  readonly scrolled: { readonly from: ReviewSide; readonly offset: number } | null;
};

export type ReviewSide = 'source' | 'result';

export type ReviewStore = StoreApi<ReviewState>;

/** The state of one review. It lives as long as its screen; nothing of it is written anywhere. */
export function createReviewStore(review: PlanReview, purpose: ReviewPurpose): ReviewStore {
  return createStore<ReviewState>(() => ({
    review,
    purpose,
    history: beginHistory(planDraftOf(review)),
    place: { task: null, span: null, from: 'walk' },
    doubt: null,
    tab: purpose === 'revise' ? 'changes' : 'tasks',
    choices: new Map(),
    holder: null,
    scrolled: null,
  }));
}

export const ReviewContext = createContext<ReviewStore | null>(null);

/** @throws Error outside of a review's screen, which would be a bug */
export function useReviewStore(): ReviewStore {
  const store = useContext(ReviewContext);
  if (!store) throw new Error('no review around this component');
  return store;
}

export function useReview<Value>(selector: (state: ReviewState) => Value): Value {
  return useStore(useReviewStore(), selector);
}

export function useDraft(): Draft {
  return useReview((state) => state.history.present);
}

/** One step of the review's own undo. */
export function edit(store: ReviewStore, step: Edit): void {
  store.setState(({ history, review }) => ({ history: stepTo(history, applyEdit(history.present, step, review)) }));
}

export function undoEdit(store: ReviewStore): void {
  store.setState(({ history }) => ({ history: stepBack(history) }));
}

export function redoEdit(store: ReviewStore): void {
  store.setState(({ history }) => ({ history: stepForth(history) }));
}

export function goTo(store: ReviewStore, place: ReviewPlace): void {
  store.setState({ place, scrolled: null, holder: null });
}

export function hold(store: ReviewStore, side: ReviewSide): void {
  store.setState((state) => (state.holder === side ? state : { holder: side }));
}

/** A side was scrolled. Only the one that is held moves the other. */
export function scrolledTo(store: ReviewStore, from: ReviewSide, offset: number): void {
  store.setState((state) => {
    if (state.holder !== from || state.scrolled?.offset === offset) return state;
    return { scrolled: { from, offset } };
  });
}

/** Shows a doubt: its task is chosen, its words are highlighted. */
export function goToDoubt(store: ReviewStore, doubt: Doubt): void {
  store.setState(({ tab }) => ({
    doubt: doubt.id,
    place: { task: doubt.task, span: doubt.span, from: 'walk' },
    scrolled: null,
    holder: null,
    tab: tab === 'doubts' ? tab : 'tasks',
  }));
}

export function showTab(store: ReviewStore, tab: ReviewTab): void {
  store.setState({ tab });
}

/** The document turns out to be a newer version of the open plan, or a plan of its own. Corrections stay. */
export function setPurpose(store: ReviewStore, purpose: ReviewPurpose): void {
  store.setState({ purpose, tab: purpose === 'revise' ? 'changes' : 'tasks' });
}

export function keepChoices(store: ReviewStore, choices: ChangeChoices): void {
  store.setState({ choices });
}
