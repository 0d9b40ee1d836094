import { type CommittedStep, commitStep } from '#db/log/commit-step.ts';
import type { RowWrite } from '#db/log/row-writer.ts';
import type { DutyDefinition } from '#shared/contract/duty.contract.ts';
import type { DutyRecord, RegularDuty } from '#shared/domain/duty.ts';
import { type DutyStretch, dutyStretches } from '#shared/domain/duty-stretches.ts';
import type { DutyRecordEdit } from '#shared/domain/duty-table.ts';
import type { AgencyId, DutyId, TaskId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { Made } from '#shared/domain/step.ts';
import { WEEKENDS_ONLY } from '#shared/domain/work-calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { WritableDb } from '../handle.ts';
import { prepared } from '../prepared.ts';
import { getAgency } from '../queries/agency.queries.ts';
import { dutiesOfTask, findDuty, findDutyRecord, recordsOfDuty } from '../queries/duty.queries.ts';
import { getPlan, getTask, planOfTask } from '../queries/plan.queries.ts';
import { dutyValues, given } from './duty-rows.ts';
import { lastOfEach } from './last-of-each.ts';

/**
 * Adds a regular duty to a task, or changes one, as one step.
 *
 * @throws AppError TASK_GONE | DUTY_GONE | NOTHING_TO_CHANGE
 */
export function setDuty(
  db: WritableDb,
  duty: { readonly taskId: TaskId } | { readonly dutyId: DutyId },
  definition: DutyDefinition,
  made: Made,
): CommittedStep {
  if ('dutyId' in duty) {
    const { id, taskId } = getDuty(db, duty.dutyId);
    const label = `修改定期报送：第 ${getTask(db, taskId).number} 项 ${definition.title}`;
    return commitStep(db, { code: 'duty.set', label, ...made }, [
      { table: 'duty', id, values: dutyValues(definition) },
    ]);
  }
  const { number } = getTask(db, duty.taskId);
  const position = (dutiesOfTask(db, duty.taskId).at(-1)?.position ?? 0) + 1;
  const place = { plan_id: planOfTask(db, duty.taskId), task_id: duty.taskId, position };
  const label = `新增定期报送：第 ${number} 项 ${definition.title}`;
  return commitStep(db, { code: 'duty.set', label, ...made }, [
    { table: 'duty', id: null, values: { ...place, ...dutyValues(definition) } },
  ]);
}

/**
 * Takes a regular duty away, with what was recorded for it, as one step.
 *
 * @throws AppError DUTY_GONE
 */
export function removeDuty(db: WritableDb, dutyId: DutyId, made: Made): CommittedStep {
  const { title, taskId } = getDuty(db, dutyId);
  const records = recordsOfDuty(db, dutyId);
  const withThem = records.length === 0 ? '' : `（连同 ${records.length} 条报送记录）`;
  const label = `删除定期报送：第 ${getTask(db, taskId).number} 项 ${title}${withThem}`;
  return commitStep(db, { code: 'duty.remove', label, ...made }, [
    ...records.map(({ id }): RowWrite => ({ table: 'duty_record', id, values: null })),
    { table: 'duty', id: dutyId, values: null },
  ]);
}

export type NewDutyRecord = Omit<DutyRecord, 'id' | 'taskId' | 'startsOn'> & {
  readonly dutyId: DutyId;
  readonly agencyId: AgencyId;
  /** What the stretch is called, or the day it begins. */
  readonly period: string;
};

/**
 * Records what came in for regular duties, all as one step. A unit that owes nothing may have sent something, too.
 *
 * @throws AppError DUTY_GONE | AGENCY_GONE | DUTY_PERIOD_UNKNOWN | DUTY_OF_GROUP when a group has members to record it for
 */
export function recordDuties(db: WritableDb, records: readonly NewDutyRecord[], made: Made): CommittedStep {
  const known = new Map<DutyId, { readonly duty: RegularDuty; readonly stretches: readonly DutyStretch[] }>();
  const writes = records.map((record): RowWrite => {
    const { duty, stretches } = known.get(record.dutyId) ?? stretchesOf(db, record.dutyId);
    known.set(record.dutyId, { duty, stretches });
    refuseGroup(db, record.agencyId);
    const { startsOn } = findStretch(stretches, record.period);
    const { title, receivedOn, pieces, note } = record;
    const place = { duty_id: duty.id, task_id: duty.taskId, agency_id: record.agencyId, starts_on: startsOn };
    return { table: 'duty_record', id: null, values: { ...place, title, received_on: receivedOn, pieces, note } };
  });
  const [first] = records;
  const label =
    records.length === 1 && first
      ? `登记报送：${getAgency(db, first.agencyId).shortName} ${periodTitle(first.period)}《${first.title}》`
      : `登记报送 ${records.length} 条`;
  return commitStep(db, { code: 'duty.record', label, ...made }, writes);
}

/**
 * Changes records or takes them away, all as one step.
 *
 * @throws AppError DUTY_RECORD_GONE | NOTHING_TO_CHANGE
 */
export function setDutyRecords(db: WritableDb, edited: readonly DutyRecordEdit[], made: Made): CommittedStep {
  const edits = lastOfEach(edited, ({ recordId }) => String(recordId));
  const records = edits.map(({ recordId }) => {
    const record = findDutyRecord(db, recordId);
    if (!record) throw new AppError('DUTY_RECORD_GONE');
    return record;
  });
  const writes = edits.map(({ recordId, patch }): RowWrite => {
    if (patch === null) return { table: 'duty_record', id: recordId, values: null };
    const { title, receivedOn, pieces, note } = patch;
    return { table: 'duty_record', id: recordId, values: given({ title, received_on: receivedOn, pieces, note }) };
  });
  const [first] = records;
  const verb = edits.every(({ patch }) => patch === null) ? '删除报送记录' : '修改报送记录';
  const label = records.length === 1 && first ? `${verb}《${first.title}》` : `${verb} ${records.length} 条`;
  return commitStep(db, { code: 'duty.setRecords', label, ...made }, writes);
}

function getDuty(db: WritableDb, dutyId: DutyId): RegularDuty {
  const duty = findDuty(db, dutyId);
  if (!duty) throw new AppError('DUTY_GONE');
  return duty;
}

function stretchesOf(db: WritableDb, dutyId: DutyId) {
  const duty = getDuty(db, dutyId);
  const { year } = getPlan(db, duty.planId);
  // Only what they are called and when they begin: no calendar is needed for that.
  return { duty, stretches: dutyStretches(duty, year, WEEKENDS_ONLY) };
}

function findStretch(stretches: readonly DutyStretch[], period: string): DutyStretch {
  const stretch = stretches.find(({ label, startsOn }) => [label, periodTitle(label), startsOn].includes(period));
  if (!stretch) throw new AppError('DUTY_PERIOD_UNKNOWN', { period, example: stretches[0]?.label ?? '' });
  return stretch;
}

function refuseGroup(db: WritableDb, agencyId: AgencyId): void {
  const { name } = getAgency(db, agencyId);
  const members = prepared(db, 'SELECT count(*) FROM belonging WHERE group_id = ?').pluck().get(agencyId);
  if (Number(members) > 0) throw new AppError('DUTY_OF_GROUP', { agency: name });
}
