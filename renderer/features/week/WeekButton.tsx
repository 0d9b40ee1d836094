import type { Overview } from '#shared/domain/overview.ts';
import { weekCount } from '#shared/domain/week-card.ts';
import { isSheet, useScreen } from '../../state/screen.ts';
import { useWindowState } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { useWeek } from './use-week.ts';
import { closeWeek, openWeek, useWeekAsked, useWeekOpen } from './week-state.ts';

export type WeekButtonProps = { readonly overview: Overview };

/** 本周 with the number of lines that want doing: opens the card and puts it aside. */
export function WeekButton({ overview }: WeekButtonProps) {
  const ready = useWindowState((state) => state.ready);
  const wanted = useWeekOpen(overview.today);
  const asked = useWeekAsked();
  const inSheet = isSheet(useScreen());
  const panelOpen = useWindowState((state) => state.panelOpen);
  // By itself it stands in the panel's place alone.
  const open = wanted && (asked || (inSheet && panelOpen));
  const week = useWeek(overview.plan.id, ready, false);
  const count = week ? weekCount(week) : 0;
  return (
    <Button
      data-testid="week-open"
      aria-pressed={open}
      disabled={!ready}
      title="本周到期、未报、待核对、待退回的，和下期可能迟报的"
      onClick={() => (open ? closeWeek(overview.today) : openWeek())}
    >
      本周{count > 0 ? <b className="week-count">{count}</b> : null}
    </Button>
  );
}
