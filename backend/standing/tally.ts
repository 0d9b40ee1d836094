import type { DutyTally, TallyRow } from '#shared/domain/statistics.ts';
import type { JudgedDuty } from './judged-duties.ts';

type Counts = { -readonly [Field in Exclude<keyof DutyTally, 'rate'>]: DutyTally[Field] };

/** A running count of duties. */
export class Tally {
  readonly #counts: Counts = { owed: 0, reported: 0, missing: 0, done: 0, overdue: 0, blocked: 0, late: 0 };

  add({ missing, status, closed, daysLate }: JudgedDuty): void {
    const counts = this.#counts;
    counts.owed += 1;
    if (missing) {
      counts.missing += 1;
      if (daysLate > 0) counts.overdue += 1;
      return;
    }
    counts.reported += 1;
    if (daysLate > 0) counts.late += 1;
    if (status === 'done' || closed) counts.done += 1;
    else if (status === 'blocked') counts.blocked += 1;
  }

  result(): DutyTally {
    const { owed, reported } = this.#counts;
    return { ...this.#counts, rate: owed === 0 ? null : reported / owed };
  }
}

/** Counts by the values of one dimension, in the order in which the values are first named. */
export class TallyTable {
  readonly #rows = new Map<string, { readonly name: string; readonly tally: Tally }>();

  /** The count of a value; naming it is enough for a row. */
  of(key: string, name = key): Tally {
    const known = this.#rows.get(key);
    if (known) return known.tally;
    const tally = new Tally();
    this.#rows.set(key, { name, tally });
    return tally;
  }

  /**
   * @param all how many duties there are in all
   * @returns a row for each value with a duty
   */
  rows(all: number): readonly TallyRow[] {
    return [...this.#rows].flatMap(([key, { name, tally }]) => {
      const counts = tally.result();
      return counts.owed === 0 ? [] : [{ key, name, ...counts, share: counts.owed / all }];
    });
  }
}
