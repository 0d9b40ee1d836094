import type { PeriodId, PlanId, ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview, ReturnItem, ReturnSummary } from '#shared/domain/return-review.ts';
import { agencyId, taskId } from '../../a-matrix.ts';

// The fixtures are the makers of these ids.
export const returnId = (id: number): ReturnId => id as ReturnId;

/** @param key also the task's number, so that items can be told apart */
export function anItem(key: number, more: Partial<ReturnItem> = {}): ReturnItem {
  const doubt = more.doubt ?? '';
  return {
    id: key,
    returnId: returnId(1),
    key: `${key}/1/narrative`,
    taskId: taskId(key),
    taskNumber: key,
    taskTitle: '甲',
    agencyId: agencyId(1),
    agencyName: '县公安局',
    field: 'narrative',
    fieldLabel: '进展情况',
    base: '',
    baseFrom: 'sent',
    theirs: '已完成',
    ours: '',
    state: 'proposed',
    doubt,
    doubts: doubt === '' ? [] : [doubt],
    chosen: doubt === '' && (more.state ?? 'proposed') === 'proposed',
    offers: [],
    retraction: false,
    place: null,
    ...more,
  };
}

export function aReturn(
  id: number,
  items: readonly ReturnItem[],
  more: Partial<ReturnFileReview> = {},
): ReturnFileReview {
  return {
    returnId: returnId(id),
    fileName: `第${id}份.xlsx`,
    sha256: String(id),
    state: 'to-review',
    version: 1,
    receivedAt: '2021-10-28T09:00:00.000Z',
    planId: 1 as PlanId,
    agencyId: agencyId(id),
    agencyName: '县公安局',
    periodId: 10 as PeriodId,
    periodLabel: '2021-10',
    formId: null,
    sheet: '填报表',
    kind: 'form',
    seenBefore: false,
    witnesses: [],
    held: null,
    headRows: null,
    columns: [],
    items,
    unchangedCells: 0,
    leftRows: [],
    missingTasks: [],
    faults: [],
    doubts: [],
    notes: [],
    reporter: '',
    phone: '',
    reasons: [],
    refusal: null,
    ...more,
  };
}

export function aSummary(id: number, more: Partial<ReturnSummary> = {}): ReturnSummary {
  const { fileName, sha256, state, version, planId, agencyName, periodId, periodLabel, sheet, reasons } = aReturn(
    id,
    [],
  );
  return {
    returnId: returnId(id),
    fileName,
    sha256,
    state,
    version,
    planId,
    agencyId: agencyId(id),
    agencyName,
    periodId,
    periodLabel,
    sheet,
    receivedAt: '2021-10-28T09:00:00.000Z',
    takenInAt: null,
    takenCells: 0,
    reasons,
    ...more,
  };
}
