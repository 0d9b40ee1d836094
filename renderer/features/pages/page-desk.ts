import { create } from 'zustand';
import { showScreen } from '#renderer/state/screen.ts';
import type { AgencyId, PlanId, TaskId } from '#shared/domain/ids.ts';

/** What a page is about. */
export type PageRef =
  | { readonly kind: 'task'; readonly taskId: TaskId }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'leader'; readonly name: string };

export type PageKind = PageRef['kind'];

/** Pages as they were looked at one after another, and where among them the clerk stands. */
type PageDesk = {
  /** The plan they belong to: those of another one are forgotten. */
  readonly planId: PlanId | null;
  readonly visited: readonly PageRef[];
  readonly at: number;
  /** What the chooser lists. */
  readonly kind: PageKind;
};

/** More are not gone back to. */
const VISITED_MAX = 100;

export const usePageDesk = create<PageDesk>(() => ({ planId: null, visited: [], at: -1, kind: 'task' }));

const { getState, setState } = usePageDesk;

export function keyOfPage(page: PageRef): string {
  switch (page.kind) {
    case 'task':
      return `task/${page.taskId}`;
    case 'agency':
      return `agency/${page.agencyId}`;
    case 'leader':
      return `leader/${page.name}`;
  }
}

/** The page on show; `undefined` before one was chosen. */
export function pageShown({ visited, at }: Pick<PageDesk, 'visited' | 'at'>): PageRef | undefined {
  return visited[at];
}

/** Shows a page of the plan on show, in front of whatever was there; going back leads to the one before. */
export function openPage(page: PageRef): void {
  const { visited, at } = getState();
  const before = visited[at];
  if (!before || keyOfPage(before) !== keyOfPage(page)) {
    const next = [...visited.slice(0, at + 1), page].slice(-VISITED_MAX);
    setState({ visited: next, at: next.length - 1, kind: page.kind });
  }
  showScreen('pages');
}

/** Alt+← and Alt+→: the page before, or the one gone back from. */
export function stepPage(direction: -1 | 1): void {
  const { visited, at } = getState();
  const page = visited[at + direction];
  if (page) setState({ at: at + direction, kind: page.kind });
}

export function choosePageKind(kind: PageKind): void {
  setState({ kind });
}

/** Another plan has pages of its own. */
export function settlePages(planId: PlanId): void {
  if (getState().planId !== planId) setState({ planId, visited: [], at: -1, kind: 'task' });
}
