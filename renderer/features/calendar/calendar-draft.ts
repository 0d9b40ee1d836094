import type { CalendarYear } from '#shared/domain/work-calendar.ts';

/** A line of the table: a stretch of days off, or a day worked in exchange. */
export type CalendarLine = {
  readonly kind: 'off' | 'worked';
  readonly name: string;
  readonly from: string;
  /** Of a worked day the same as `from`. */
  readonly to: string;
};

/** A year as lines in the order of their days. */
export function linesOf({ holidays, workdays }: Pick<CalendarYear, 'holidays' | 'workdays'>): readonly CalendarLine[] {
  const off = holidays.map(({ name, from, to }): CalendarLine => ({ kind: 'off', name, from, to }));
  const worked = workdays.map((day): CalendarLine => ({ kind: 'worked', name: '', from: day, to: day }));
  return [...off, ...worked].toSorted((one, other) => one.from.localeCompare(other.from));
}

/** Lines as a year; those without a day are left out. */
export function yearOf(year: number, source: string, lines: readonly CalendarLine[]): CalendarYear {
  const dated = lines.filter(({ from }) => from !== '');
  const worked = dated.filter(({ kind }) => kind === 'worked').map(({ from }) => from);
  return {
    year,
    source,
    holidays: dated
      .filter(({ kind }) => kind === 'off')
      .map(({ name, from, to }) => ({ name: name.trim() || '放假', from, to: to === '' ? from : to })),
    workdays: [...new Set(worked)].toSorted(),
  };
}

/** What keeps lines from being saved, in one sentence; `null` when nothing does. */
export function faultIn(lines: readonly CalendarLine[]): string | null {
  const turned = lines.find(({ kind, from, to }) => kind === 'off' && from !== '' && to !== '' && to < from);
  if (turned) return `${turned.name || '放假'}的止日早于起日（${turned.from}），请改正。`;
  const off = lines.filter(({ kind }) => kind === 'off');
  const mixed = lines.find(
    ({ kind, from }) => kind === 'worked' && off.some((each) => each.from <= from && from <= (each.to || each.from)),
  );
  return mixed ? `${mixed.from} 既列为休息又列为上班，请改正。` : null;
}
