import { isoDate } from '#shared/domain/period.ts';

/** A machine may wake its timers a moment early; the day must have begun. */
const AFTER_MIDNIGHT_MS = 500;

export type TodayWatch = {
  /** The date that what is on show was asked for (ISO), or `undefined` while nothing is. */
  readonly shownDate: () => string | undefined;
  /** Told when the clerk's date is another one. */
  readonly onOtherDate: () => void;
};

/**
 * Lights, missing reports and the current period depend on today, and a window stays open for weeks. Its date is
 * compared at midnight, and whenever the clerk comes back to it: a machine that slept tells no midnight.
 *
 * @param page whose focus and visibility tell that the clerk is back
 * @returns looks at the date now (for other signs that time has passed), and ends the watch
 */
export function watchToday(
  { shownDate, onOtherDate }: TodayWatch,
  page: Pick<Window, 'addEventListener' | 'removeEventListener'>,
): { readonly look: () => void; readonly stop: () => void } {
  let midnight: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    clearTimeout(midnight);
    midnight = setTimeout(look, untilMidnight(new Date()) + AFTER_MIDNIGHT_MS);
    const shown = shownDate();
    if (shown !== undefined && shown !== isoDate(new Date())) onOtherDate();
  };
  look();
  // The window's own event, and the document's, which comes to the window as well.
  page.addEventListener('focus', look);
  page.addEventListener('visibilitychange', look);
  return {
    look,
    stop: () => {
      clearTimeout(midnight);
      page.removeEventListener('focus', look);
      page.removeEventListener('visibilitychange', look);
    },
  };
}

/** Milliseconds to the next local midnight; a day with a change of summer time is as long as it is. */
function untilMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}
