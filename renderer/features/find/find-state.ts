import { create } from 'zustand';
import { leaveCell } from '../../ui/first-focus.ts';
import type { FindScope, Hit } from './find-hits.ts';

/** The find bar: what is looked for and how far the clerk has come. Kept while the bar is closed, for F3. */
export type FindState = {
  readonly bar: 'closed' | 'find' | 'replace';
  readonly words: string;
  readonly replacement: string;
  readonly scope: FindScope;
  readonly matchCase: boolean;
  readonly wholeCell: boolean;
  /** The hit the clerk stands on. */
  readonly at: Hit['id'] | null;
  readonly listOpen: boolean;
  /** Counts openings: each puts the cursor into the box. */
  readonly opened: number;
};

export const useFindState = create<FindState>(() => ({
  bar: 'closed',
  words: '',
  replacement: '',
  scope: 'all',
  matchCase: false,
  wholeCell: false,
  at: null,
  listOpen: false,
  opened: 0,
}));

export function changeFind(change: Partial<FindState>): void {
  useFindState.setState(change);
}

type FindStep = (direction: 1 | -1) => void;

/** The open bar knows the hits; keys and menu reach it here. */
let stepOfBar: FindStep | null = null;

/** @returns a function that stops listening */
export function onFindStep(step: FindStep): () => void {
  stepOfBar = step;
  return () => {
    if (stepOfBar === step) stepOfBar = null;
  };
}

/** The next or the previous hit; without an open bar the bar opens with the words of last time. */
export function findStep(direction: 1 | -1): void {
  if (stepOfBar) stepOfBar(direction);
  else openFind('find');
}

export function openFind(bar: 'find' | 'replace'): void {
  leaveCell();
  useFindState.setState((state) => ({ bar, opened: state.opened + 1 }));
}
