// What is entered beside progress, made up for the run of random commands.
import { setEntries } from '#db/commands/entry.commands.ts';
import { addEvidence, removeEvidence, updateEvidence } from '#db/commands/evidence.commands.ts';
import { setMilestones } from '#db/commands/milestone.commands.ts';
import { setSubItems } from '#db/commands/sub-item.commands.ts';
import { setTargetsOfTask } from '#db/commands/target.commands.ts';
import { setTargetValues } from '#db/commands/target-value.commands.ts';
import { addVerifications, removeVerification } from '#db/commands/verification.commands.ts';
import type { AgencyId, RowId, TargetId, TaskId } from '#shared/domain/ids.ts';
import { COMPARATORS } from '#shared/domain/plan-reading.ts';
import { STATUSES } from '#shared/domain/status.ts';
import { VERIFICATION_RESULTS } from '#shared/domain/year-facts.ts';
import { MADE, nth, type TestWorld } from '#tests/helpers/a-plan.ts';
import { type Command, type Pick, rows, some } from './at-random.ts';

const DAYS = ['2021-03-31', '2021-06-30', '2021-12-31'];
const aDay = (pick: Pick) => nth(DAYS, pick(DAYS.length));
const aTitle = (pick: Pick) => nth(['印发方案', '中期检查', '总结'], pick(3));

/** A task that has an agency; removed ones too, for which the command is refused. */
function aPlace(world: TestWorld, pick: Pick) {
  const sql = 'SELECT task_id AS taskId, agency_id AS agencyId FROM assignment ORDER BY id';
  const places = rows<{ taskId: TaskId; agencyId: AgencyId }>(world, sql);
  return places[pick(Math.max(1, places.length))];
}

const idsIn = (world: TestWorld, table: string, taskId: TaskId): readonly RowId[] =>
  rows<{ id: RowId }>(world, `SELECT id FROM ${table} WHERE task_id = ? ORDER BY id`, taskId).map(({ id }) => id);

/** Some of the rows there are, in another order perhaps, and a new one perhaps. */
function aList<Id>(ids: readonly Id[], pick: Pick): readonly (Id | null)[] {
  const kept = some(ids, pick);
  const inOrder = pick(2) === 0 ? kept.toReversed() : kept;
  return pick(2) === 0 ? [null, ...inOrder] : inOrder;
}

/** Targets with the agencies that owe their tasks; one is made when there is none, as a step of its own. */
function measuredPlaces(world: TestWorld, pick: Pick) {
  const sql = `SELECT task_target.id AS targetId, task_id AS taskId, agency_id AS agencyId FROM task_target
               JOIN assignment USING (task_id) JOIN task ON task.id = task_id WHERE removed = 0
               ORDER BY task_target.id, agency_id`;
  const find = () => rows<{ targetId: TargetId; taskId: TaskId; agencyId: AgencyId }>(world, sql);
  const place = find().length === 0 ? aPlace(world, pick) : undefined;
  if (place) {
    const target = { id: null, name: '指标', comparator: '≥', value: 9, unit: '批次', accumulates: null } as const;
    setTargetsOfTask(world.db, place.taskId, [target], MADE);
  }
  return find();
}

export const ENTRY_COMMANDS: Readonly<Record<string, Command>> = {
  setTargets: (world, pick) => {
    const place = aPlace(world, pick);
    if (!place) return null;
    const sql = 'SELECT id FROM task_target WHERE task_id = ? ORDER BY position';
    const ids = rows<{ id: TargetId }>(world, sql, place.taskId).map(({ id }) => id);
    const targets = aList(ids, pick).map((id) => ({
      id,
      name: `指标${pick(4)}`,
      comparator: nth(COMPARATORS, pick(COMPARATORS.length)),
      value: pick(100),
      unit: nth(['批次', '%'], pick(2)),
      accumulates: nth([null, 'sum', 'latest'] as const, pick(3)),
    }));
    return setTargetsOfTask(world.db, place.taskId, targets, MADE);
  },
  setTargetValues: (world, pick) => {
    const places = measuredPlaces(world, pick);
    if (places.length === 0) return null;
    const cells = [1, 2]
      .map(() => {
        const { targetId, agencyId } = nth(places, pick(places.length));
        return { targetId, agencyId };
      })
      .map((cell) => ({
        ...cell,
        periodId: nth(world.periodIds, pick(2)),
        value: nth([null, 3, 0.5], pick(3)),
        ...(pick(2) === 0 ? { cumulative: nth([null, 30], pick(2)) } : {}),
      }));
    return setTargetValues(world.db, cells, MADE);
  },
  setEntries: (world, pick) => {
    const places = measuredPlaces(world, pick);
    if (places.length === 0) return null;
    const { targetId, ...cell } = nth(places, pick(places.length));
    const periodId = nth(world.periodIds, pick(2));
    const entries = [{ ...cell, periodId, patch: { narrative: nth(['', '已抽检'], pick(2)) } }];
    const values = [{ targetId, agencyId: cell.agencyId, periodId, value: nth([null, 4], pick(2)) }];
    return setEntries(world.db, entries, values, MADE);
  },
  setMilestones: (world, pick) => {
    const place = aPlace(world, pick);
    if (!place) return null;
    const milestones = aList(idsIn(world, 'milestone', place.taskId), pick).map((id) => ({
      id,
      agencyId: pick(2) === 0 ? null : place.agencyId,
      title: aTitle(pick),
      plannedOn: aDay(pick),
      doneOn: pick(2) === 0 ? null : aDay(pick),
      note: '',
    }));
    return setMilestones(world.db, place.taskId, milestones, MADE);
  },
  setSubItems: (world, pick) => {
    const place = aPlace(world, pick);
    if (!place) return null;
    const subItems = aList(idsIn(world, 'sub_item', place.taskId), pick).map((id) => ({
      id,
      agencyId: pick(2) === 0 ? null : place.agencyId,
      title: aTitle(pick),
      dueOn: pick(2) === 0 ? null : aDay(pick),
      status: nth([null, ...STATUSES], pick(STATUSES.length + 1)),
      percent: nth([null, 0, 100], pick(3)),
      doneOn: null,
      note: '',
    }));
    return setSubItems(world.db, place.taskId, subItems, MADE);
  },
  addVerification: (world, pick) => {
    const place = aPlace(world, pick);
    if (!place) return null;
    const result = nth(VERIFICATION_RESULTS, pick(VERIFICATION_RESULTS.length));
    const check = { result, manner: '实地', checker: '张三', checkedOn: aDay(pick), note: '' };
    return addVerifications(world.db, [{ ...place, periodId: nth(world.periodIds, pick(2)), ...check }], MADE);
  },
  removeVerification: (world, pick) => {
    const ids = rows<{ id: RowId }>(world, 'SELECT id FROM verification ORDER BY id');
    return ids.length === 0 ? null : removeVerification(world.db, nth(ids, pick(ids.length)).id, MADE);
  },
  addEvidence: (world, pick) => {
    const place = aPlace(world, pick);
    if (!place) return null;
    const file = { fileName: `照片${pick(9)}.jpg`, sha256: String(pick(10)).repeat(64), size: 7 };
    const about = { closingId: null, title: aTitle(pick), addedOn: aDay(pick), note: '' };
    const agencyId = pick(2) === 0 ? null : place.agencyId;
    const periodId = pick(2) === 0 ? null : nth(world.periodIds, pick(2));
    return addEvidence(world.db, [{ taskId: place.taskId, agencyId, periodId, ...file, ...about }], MADE);
  },
  updateEvidence: (world, pick) => {
    const ids = rows<{ id: RowId }>(world, 'SELECT id FROM evidence ORDER BY id');
    return ids.length === 0
      ? null
      : updateEvidence(world.db, nth(ids, pick(ids.length)).id, { title: aTitle(pick) }, MADE);
  },
  removeEvidence: (world, pick) => {
    const ids = rows<{ id: RowId }>(world, 'SELECT id FROM evidence ORDER BY id');
    return ids.length === 0 ? null : removeEvidence(world.db, nth(ids, pick(ids.length)).id, MADE);
  },
};
