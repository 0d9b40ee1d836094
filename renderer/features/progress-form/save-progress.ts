import { entriesCall, setProgress } from '#renderer/steps/set-progress.ts';
import type { LedgerTarget } from '#shared/domain/ledger.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { setSave } from '../../state/window-state.ts';
import { type DraftPlace, dropDraft, hasDrafts, placeKey, useDrafts } from './drafts.ts';
import { readDraft } from './progress-draft.ts';
import { readValueDraft } from './value-draft.ts';

/** Forms being stored now: leaving a field and pressing 保存 at once must not become two steps. */
const underWay = new Set<string>();

/**
 * Stores a form's draft, if it differs from what is stored: progress and values of targets as one step.
 *
 * @param targets of the task, with what is stored for them
 * @returns the sentence about a field that cannot be read, else `null`
 */
export async function saveProgress(
  place: DraftPlace,
  stored: ProgressView | null,
  today: string,
  targets: readonly LedgerTarget[],
): Promise<string | null> {
  const draft = useDrafts.getState().byPlace.get(placeKey(place));
  if (!draft || underWay.has(placeKey(place))) return null;
  const reading = readDraft(draft, stored, today);
  const values = readValueDraft(draft.values, targets);
  const refusal = reading.kind === 'unreadable' ? reading.message : values.problem;
  if (refusal !== null) {
    setSave({ kind: 'failed', message: refusal });
    return refusal;
  }
  const entries = reading.kind === 'patch' ? [{ ...place, patch: reading.patch }] : [];
  if (entries.length === 0 && values.edits.length === 0) {
    dropDraft(place, draft);
    if (!hasDrafts()) setSave({ kind: 'idle' });
    return null;
  }
  const { agencyId, periodId } = place;
  underWay.add(placeKey(place));
  const outcome = await runStep(() =>
    entriesCall(
      entries,
      values.edits.map((edit) => ({ ...edit, agencyId, periodId })),
    ),
  );
  underWay.delete(placeKey(place));
  if (succeeded(outcome)) dropDraft(place, draft);
  return null;
}

/** Takes an agency's entry of the period away altogether; it can be undone. */
export async function clearProgress(place: DraftPlace): Promise<void> {
  dropDraft(place);
  await setProgress(() => [{ ...place, patch: null }]);
}
