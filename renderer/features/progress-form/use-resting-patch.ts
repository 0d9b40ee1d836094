import { useEffect, useState } from 'react';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { type ProgressDraft, readDraft } from './progress-draft.ts';

/** Shorter: a doubt that comes and goes while a word is typed. Longer: it comes when the hand is elsewhere. */
const REST_MS = 500;

/** What a draft would store, once typing rests; `null` when nothing is typed or it cannot be read. */
export function useRestingPatch(
  draft: ProgressDraft,
  stored: ProgressView | null,
  today: string,
): ProgressPatch | null {
  const reading = readDraft(draft, stored, today);
  const now = reading.kind === 'patch' ? JSON.stringify(reading.patch) : '';
  const [resting, setResting] = useState(now);
  useEffect(() => {
    const timer = window.setTimeout(() => setResting(now), now === '' ? 0 : REST_MS);
    return () => window.clearTimeout(timer);
  }, [now]);
  // Made by JSON.stringify above, from a patch.
  return resting === '' ? null : (JSON.parse(resting) as ProgressPatch);
}
