import { Toast } from '@base-ui/react/toast';
import type { AppError } from '#shared/errors.ts';

/** Notices of the lower right corner. One manager, so that code outside of React can speak too. */
export const toasts = Toast.createToastManager<ToastData>();

export type ToastData = {
  readonly tone: 'plain' | 'good' | 'bad';
};

type Said = Parameters<typeof toasts.add<ToastData>>[0];

/** What was said before anybody listened: the corner itself comes after the first picture. */
const unheard: Said[] = [];
let isHeard = false;
let lastNotice = 0;

/**
 * The corner listens from now on, and hears first what was said before.
 *
 * @returns ends it
 */
export function hearNotices(): () => void {
  isHeard = true;
  for (const said of unheard.splice(0)) toasts.add(said);
  return () => {
    isHeard = false;
  };
}

function say(said: Said): void {
  if (isHeard) toasts.add(said);
  else unheard.push(said);
}

/** A button on a notice. */
export type ToastAction = { readonly label: string; readonly run: () => void };

/** How long a notice with something to read stays, in ms. Shorter: a slow reader misses the sentence. */
const READING_MS = 9_000;
const SHORT_MS = 5_000;

/** Tells what went well, with a button to go on from there. */
export function showNotice(title: string, description = '', action?: ToastAction): void {
  lastNotice += 1;
  const id = `notice-${lastNotice}`;
  say({
    id,
    title,
    description,
    timeout: action ? READING_MS : SHORT_MS,
    data: { tone: 'good' },
    ...(action ? { actionProps: { children: action.label, onClick: () => takeUp(id, action) } } : {}),
  });
}

/** What a notice offered is done: it has nothing more to say, and would lie over what its button opened. */
function takeUp(id: string, action: ToastAction): void {
  toasts.close(id);
  action.run();
}

/** Shows an expected failure in its own words; a cancelled work is no failure and is told quietly. */
export function showError(error: AppError): void {
  const cancelled = error.code === 'CANCELLED';
  say({
    title: error.message,
    timeout: cancelled ? SHORT_MS : READING_MS,
    priority: cancelled ? 'low' : 'high',
    data: { tone: cancelled ? 'plain' : 'bad' },
  });
}
