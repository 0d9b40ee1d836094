import type { LightKey } from '#shared/domain/light.ts';
import {
  type DutyMove,
  MOVES,
  type MomentOfDuty,
  type MovedDuty,
  type StatisticsComparison,
} from '#shared/domain/statistics.ts';
import type { JudgedDuty, JudgedPlan } from './judged-duties.ts';
import { Tally } from './tally.ts';

/**
 * 自上期通报以来: what became of each duty between two days; pure. A duty stands as it did in the last period that had been
 * reported or had come due by then, so that the first days of a month, in which nobody owes anything yet, make nothing
 * worse.
 *
 * @param before the plan judged on the earlier day, and `after` on the later one
 * @param pressing lights from the most pressing to the least
 */
export function compareStatistics(
  before: JudgedPlan,
  after: JudgedPlan,
  pressing: readonly LightKey[],
): StatisticsComparison {
  const [old, now] = [standingOn(before), standingOn(after)];
  const tasks = new Map([...before.state.tasks, ...after.state.tasks].map((task) => [task.id, task]));
  const agencies = new Map([...before.agencies, ...after.agencies].map(({ id, name }) => [id, name]));
  const duties = [...new Set([...now.keys(), ...old.keys()])].flatMap((key): MovedDuty[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const move = moveOf(was, is, pressing);
    const duty = is ?? was;
    const task = duty && tasks.get(duty.taskId);
    if (!move || !duty || !task) return [];
    const { number, title } = task;
    const { taskId, agencyId } = duty;
    const agency = agencies.get(agencyId) ?? '';
    return [{ task: number, title, agency, taskId, agencyId, move, before: momentOf(was), after: momentOf(is) }];
  });
  const order = new Map(after.state.tasks.map(({ id }, index) => [id, index]));
  return {
    from: before.on,
    to: after.on,
    before: tallyOf([...old.values()]),
    after: tallyOf([...now.values()]),
    duties: duties.toSorted((one, other) => (order.get(one.taskId) ?? -1) - (order.get(other.taskId) ?? -1)),
    agencies: agencyRows(agencies, old, now, duties),
  };
}

type Standings = ReadonlyMap<string, JudgedDuty>;

function standingOn({ duties }: JudgedPlan): Standings {
  const standings = new Map<string, JudgedDuty>();
  for (const duty of duties) {
    const key = `${duty.taskId}/${duty.agencyId}`;
    const isSettled = !duty.missing || duty.daysLate > 0;
    const known = standings.get(key);
    if (isSettled || !known || (known.missing && known.daysLate === 0)) standings.set(key, duty);
  }
  return standings;
}

function moveOf(
  was: JudgedDuty | undefined,
  is: JudgedDuty | undefined,
  pressing: readonly LightKey[],
): DutyMove | null {
  if (!was) return 'new';
  if (!is) return 'gone';
  if (isDone(is) !== isDone(was)) return isDone(is) ? 'done' : 'worse';
  const change = pressing.indexOf(is.light) - pressing.indexOf(was.light);
  if (change === 0) return null;
  return change > 0 ? 'better' : 'worse';
}

function isDone({ status, closed }: JudgedDuty): boolean {
  return closed || status === 'done';
}

function momentOf(duty: JudgedDuty | undefined): MomentOfDuty | null {
  return duty ? { period: duty.period.label, light: duty.light, word: duty.word } : null;
}

function tallyOf(duties: readonly JudgedDuty[]): ReturnType<Tally['result']> {
  const tally = new Tally();
  for (const duty of duties) tally.add(duty);
  return tally.result();
}

function agencyRows(
  agencies: ReadonlyMap<number, string>,
  old: Standings,
  now: Standings,
  moved: readonly MovedDuty[],
): StatisticsComparison['agencies'] {
  const [were, are] = [old, now].map((standings) => Map.groupBy(standings.values(), ({ agencyId }) => agencyId));
  const moves = Map.groupBy(moved, ({ agencyId }) => agencyId);
  const counted = new Set<number>([...(were?.keys() ?? []), ...(are?.keys() ?? [])]);
  return [...agencies].flatMap(([id, agency]) => {
    if (!counted.has(id)) return [];
    const agencyId = id as JudgedDuty['agencyId'];
    const count = (move: DutyMove): number => (moves.get(agencyId) ?? []).filter((duty) => duty.move === move).length;
    const [better, worse, done, added, gone] = MOVES.map(count);
    return [
      {
        agency,
        before: tallyOf(were?.get(agencyId) ?? []),
        after: tallyOf(are?.get(agencyId) ?? []),
        better: better ?? 0,
        worse: worse ?? 0,
        done: done ?? 0,
        new: added ?? 0,
        gone: gone ?? 0,
      },
    ];
  });
}
