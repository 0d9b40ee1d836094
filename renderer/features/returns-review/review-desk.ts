import { create } from 'zustand';
import { recallFlag, rememberFlag } from '#renderer/bridge/remembered.ts';
import { showScreen } from '#renderer/state/screen.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnDecision, ReturnItem, ReturnState } from '#shared/domain/return-review.ts';
import { focusItems } from './focus-parts.ts';
import { keepDecisions } from './keep-decisions.ts';
import type { ReviewSpot } from './question-walk.ts';
import { decideItems, decideValue, type FileDecisions, NO_DECISIONS } from './review-choices.ts';

/** Where the clerk stands in the review of returns, and what has been decided and not yet written. */
export type ReviewDesk = {
  readonly returnId: ReturnId | null;
  /** The item on which the keys act, by its key; `null`: the file itself. */
  readonly cursor: string | null;
  /** Whether the cursor's value is being typed. */
  readonly isEditing: boolean;
  /** Counts wishes to bring the cursor into view, after a jump into the middle of it. */
  readonly seq: number;
  readonly isJump: boolean;
  readonly filter: string;
  readonly folded: ReadonlySet<ReturnState>;
  readonly onlyQuestions: boolean;
  readonly pictureOpen: boolean;
  readonly decisions: ReadonlyMap<ReturnId, FileDecisions>;
  /** Faults that are no reason to send the return back, by sentence. All others are. */
  readonly pardoned: ReadonlyMap<ReturnId, ReadonlySet<string>>;
  readonly view: 'review' | 'collection';
};

export const useReviewDesk = create<ReviewDesk>(() => ({
  returnId: null,
  cursor: null,
  isEditing: false,
  seq: 0,
  isJump: false,
  filter: '',
  folded: new Set<ReturnState>(['taken', 'sent-back', 'refused']),
  onlyQuestions: false,
  pictureOpen: recallFlag('return-picture-open', true),
  decisions: new Map(),
  pardoned: new Map(),
  view: 'review',
}));

const { getState, setState } = useReviewDesk;

/** Shows a return, in the screen's own view of files. */
export function showReturn(returnId: ReturnId, cursor: string | null = null): void {
  showScreen('returns');
  chooseReturn(returnId, cursor);
  setState({ view: 'review' });
}

export function showReturnsView(view: ReviewDesk['view']): void {
  showScreen('returns');
  setState({ view });
}

export function chooseReturn(returnId: ReturnId | null, cursor: string | null = null): void {
  setState(({ seq }) => ({ returnId, cursor, isEditing: false, seq: seq + 1, isJump: true }));
}

export function moveCursor(cursor: string | null): void {
  setState(({ seq }) => ({ cursor, isEditing: false, seq: seq + 1, isJump: false }));
}

/** Chooses an item by hand, which leaves it where it is on the screen. */
export function pointAt(cursor: string): void {
  setState((state) => (state.cursor === cursor ? state : { cursor, isEditing: false }));
}

export function goToSpot({ returnId, key }: ReviewSpot): void {
  showReturn(returnId, key);
  // A return that asks whose it is: the keys go to its question once that is drawn.
  if (key === null) requestAnimationFrame(() => requestAnimationFrame(focusItems));
}

export function setEditing(isEditing: boolean): void {
  setState({ isEditing });
}

export function setReturnFilter(filter: string): void {
  setState({ filter });
}

export function foldState(state: ReturnState): void {
  setState(({ folded }) => {
    const next = new Set(folded);
    if (!next.delete(state)) next.add(state);
    return { folded: next };
  });
}

/** Shows the returns of a state in the list. */
export function unfoldState(state: ReturnState): void {
  if (getState().folded.has(state)) foldState(state);
}

export function setOnlyQuestions(onlyQuestions: boolean): void {
  setState({ onlyQuestions });
}

export function togglePicture(): void {
  const pictureOpen = !getState().pictureOpen;
  rememberFlag('return-picture-open', pictureOpen);
  setState({ pictureOpen });
}

/** Whether a fault is a reason to send the return back. */
export function setReason(returnId: ReturnId, sentence: string, isReason: boolean): void {
  setState(({ pardoned }) => {
    const own = new Set(pardoned.get(returnId));
    if (isReason) own.delete(sentence);
    else own.add(sentence);
    return { pardoned: new Map(pardoned).set(returnId, own) };
  });
}

export function decisionsOf(returnId: ReturnId): FileDecisions {
  return getState().decisions.get(returnId) ?? NO_DECISIONS;
}

/** Decides items of one return alike, and has it kept. */
export function decide(returnId: ReturnId, items: readonly ReturnItem[], choice: ReturnDecision['choice']): void {
  putDecisions(returnId, decideItems(decisionsOf(returnId), items, choice));
}

/** Takes an item with a value of the clerk's own. */
export function decideOn(returnId: ReturnId, item: ReturnItem, value: string): void {
  putDecisions(returnId, decideValue(decisionsOf(returnId), item, value));
}

/** What an earlier sitting had decided; what was decided since is newer. */
export function adoptDecisions(stored: Readonly<Record<number, readonly ReturnDecision[]>>): void {
  const fresh = Object.entries(stored).flatMap(([id, own]): [ReturnId, FileDecisions][] => {
    // Keys of the answer are the ids of its returns.
    const returnId = Number(id) as ReturnId;
    return getState().decisions.has(returnId) ? [] : [[returnId, new Map(own.map((one) => [one.key, one]))]];
  });
  if (fresh.length > 0) setState(({ decisions }) => ({ decisions: new Map([...decisions, ...fresh]) }));
}

function putDecisions(returnId: ReturnId, own: FileDecisions): void {
  setState(({ decisions }) => ({ decisions: new Map(decisions).set(returnId, own) }));
  keepDecisions(returnId, [...own.values()]);
}
