import type { Standing } from '#backend/standing/standing.ts';
import { dueDayOf } from '#shared/domain/due-day.ts';
import type { Judgement } from '#shared/domain/light.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import type { WorkCalendar } from '#shared/domain/work-calendar.ts';

/** How a duty stands, as pages show it; without a standing nothing is owed there, and what was reported stays. */
export function shownStanding(standing: Standing | undefined, period: PeriodView, calendar: WorkCalendar): Judgement {
  if (!standing) {
    const because = '本期没有责任，留有原来填报的内容';
    return { light: 'exempt', word: '', colour: 'none', because, missing: false, dueOn: dueDayOf(period, calendar) };
  }
  const { light, word, colour, because, dueOn, missing } = standing;
  return { light, word, colour, because, missing, dueOn };
}
