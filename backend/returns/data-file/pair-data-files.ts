import { matchRows } from '#backend/returns/matching/match-rows.ts';
import { isNamed } from '#shared/domain/agency.ts';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { ReturnedRow } from '../parsed-return.ts';
import type { DataFileSide, SharedIds, SideAgency, SidePeriod, SideTask } from './data-file-side.ts';

/** A task of ours, and what makes it doubtful that it is theirs; empty when nothing does. */
export type PairedTask = { readonly task: SideTask; readonly doubt: string };

/** What of theirs is what of ours, by their ids; what has no counterpart is left out. */
export type Pairs = {
  readonly tasks: ReadonlyMap<TaskId, PairedTask>;
  readonly agencies: ReadonlyMap<AgencyId, SideAgency>;
  readonly periods: ReadonlyMap<PeriodId, SidePeriod>;
};

/**
 * Finds what of another data file is what of ours: by an id that both had before they were two, else agencies by name,
 * periods by kind and start, tasks by what they say, each at most once.
 *
 * @param shared `null` for a data file that is no copy: its ids mean nothing here
 */
export function pairDataFiles(theirs: DataFileSide, ours: DataFileSide, shared: SharedIds | null): Pairs {
  return {
    agencies: pairAgencies(theirs.agencies, ours.agencies, shared?.agencies),
    periods: pairPeriods(theirs.periods, ours.periods, shared?.periods),
    tasks: pairTasks(theirs.tasks, ours, shared?.tasks),
  };
}

function pairAgencies(
  theirs: readonly SideAgency[],
  ours: readonly SideAgency[],
  shared: ReadonlySet<AgencyId> | undefined,
): Pairs['agencies'] {
  const byId = new Map(ours.map((agency) => [agency.id, agency]));
  return new Map(
    theirs.flatMap((agency): [AgencyId, SideAgency][] => {
      const same = shared?.has(agency.id) === true ? byId.get(agency.id) : undefined;
      const found = same ?? namedAlike(agency, ours);
      return found ? [[agency.id, found]] : [];
    }),
  );
}

/** The one agency of ours that has one of its names; two that could be meant are none. */
function namedAlike(agency: SideAgency, ours: readonly SideAgency[]): SideAgency | undefined {
  const own = ours.filter((other) => isNamed(other, agency.name));
  if (own.length > 0) return own.length === 1 ? own[0] : undefined;
  const byOther = ours.filter((other) =>
    [...agency.aliases, ...agency.formerNames].some((name) => isNamed(other, name)),
  );
  return byOther.length === 1 ? byOther[0] : undefined;
}

function pairPeriods(
  theirs: readonly SidePeriod[],
  ours: readonly SidePeriod[],
  shared: ReadonlySet<PeriodId> | undefined,
): Pairs['periods'] {
  return new Map(
    theirs.flatMap((period): [PeriodId, SidePeriod][] => {
      const same = ours.find(({ id }) => shared?.has(period.id) === true && id === period.id);
      const found = same ?? ours.find(({ kind, startsOn }) => kind === period.kind && startsOn === period.startsOn);
      return found ? [[period.id, found]] : [];
    }),
  );
}

function pairTasks(
  theirs: readonly SideTask[],
  ours: DataFileSide,
  shared: ReadonlySet<TaskId> | undefined,
): Pairs['tasks'] {
  const pairs = new Map<TaskId, PairedTask>();
  const free = new Map(ours.tasks.map((task) => [task.id, task]));
  for (const { id } of theirs) {
    const task = shared?.has(id) === true ? free.get(id) : undefined;
    if (task && free.delete(id)) pairs.set(id, { task, doubt: '' });
  }
  const open = theirs.filter(({ id }) => !pairs.has(id));
  const [someAgency] = ours.agencies;
  if (open.length === 0 || free.size === 0 || !someAgency) return pairs;
  // Whose the tasks are is not asked here: all of them are matched by their words alone.
  const candidates = [...free.values()].map(({ id: taskId, number, title, content }) => ({
    taskId,
    number,
    title,
    content,
    agencyId: someAgency.id,
    agencyName: someAgency.name,
  }));
  const rows = open.map(asRow);
  const taken = new Set<TaskId>();
  for (const { row, task, doubt } of matchRows(rows, candidates).matched) {
    const own = open[row.rowNumber];
    const found = free.get(task.taskId);
    // Two of theirs that could be one of ours: neither is guessed.
    if (!own || !found || taken.has(task.taskId)) continue;
    taken.add(task.taskId);
    pairs.set(own.id, { task: found, doubt });
  }
  return pairs;
}

function asRow({ number, content }: SideTask, index: number): ReturnedRow {
  return {
    rowNumber: index,
    taskId: null,
    number: String(number),
    taskText: content,
    agencyText: '',
    fields: {},
    base: null,
    doubt: '',
  };
}
