import { setProgress } from '#renderer/steps/set-progress.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { succeeded } from '../../state/run-step.ts';
import { setSave } from '../../state/window-state.ts';
import { type DraftPlace, dropDraft, hasDrafts, placeKey, useDrafts } from './drafts.ts';
import { readDraft } from './progress-draft.ts';

/** Forms being stored now: leaving a field and pressing 保存 at once must not become two steps. */
const underWay = new Set<string>();

/**
 * Stores a form's draft, if it differs from what is stored.
 *
 * @returns the sentence about a field that cannot be read, else `null`
 */
export async function saveProgress(
  place: DraftPlace,
  stored: ProgressView | null,
  today: string,
): Promise<string | null> {
  const draft = useDrafts.getState().byPlace.get(placeKey(place));
  if (!draft || underWay.has(placeKey(place))) return null;
  const reading = readDraft(draft, stored, today);
  switch (reading.kind) {
    case 'same':
      dropDraft(place, draft);
      if (!hasDrafts()) setSave({ kind: 'idle' });
      return null;
    case 'unreadable':
      setSave({ kind: 'failed', message: reading.message });
      return reading.message;
    case 'patch': {
      underWay.add(placeKey(place));
      const outcome = await setProgress(() => [{ ...place, patch: reading.patch }]);
      underWay.delete(placeKey(place));
      if (succeeded(outcome)) dropDraft(place, draft);
      return null;
    }
  }
}

/** Takes an agency's entry of the period away altogether; it can be undone. */
export async function clearProgress(place: DraftPlace): Promise<void> {
  dropDraft(place);
  await setProgress(() => [{ ...place, patch: null }]);
}
