import { useEffect } from 'react';
import { getShell } from '../bridge/shell.ts';
import { hasDrafts } from '../features/progress-form/drafts.ts';
import { isInPast } from '../state/past.ts';
import { askForToday, overviewShown, stayInPeriod } from '../state/queries.ts';
import { watchToday } from '../state/watch-today.ts';

/** Keeps what depends on today true in a window that stays open over midnight. */
export function useToday(): void {
  useEffect(() => {
    const onOtherDate = (): void => {
      // A form half filled in is not taken away by a new month: it stays, and says that it is not the current one.
      if (hasDrafts()) stayInPeriod();
      void askForToday();
    };
    const { look, stop } = watchToday({ shownDate, onOtherDate }, window);
    const stopWake = getShell().onWake(look);
    return () => {
      stop();
      stopWake();
    };
  }, []);
}

/** The sample has a date of its own, and a day that has passed stays: no midnight changes them. */
function shownDate(): string | undefined {
  const overview = overviewShown();
  return isInPast() || overview?.isSample ? undefined : overview?.today;
}
