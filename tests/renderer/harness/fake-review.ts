// A review with one of everything a clerk can meet.
import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { ReturnFileReview, ReturnItem, ReturnReview } from '#shared/domain/return-review.ts';
import type { FakeWorld } from './fake-world.ts';

/** @returns three files: differences with a conflict, nothing new, refused */
export function aReview(world: FakeWorld): ReturnReview {
  const item = (
    id: number,
    taskNumber: number,
    rest: Omit<ReturnItem, 'id' | 'taskId' | 'taskNumber' | 'taskTitle'>,
  ) => ({
    id,
    taskId: taskNumber as TaskId,
    taskNumber,
    taskTitle: world.tasks[taskNumber - 1]?.title ?? '',
    ...rest,
  });
  const file = (name: string, index: number, rest: Partial<ReturnFileReview>): ReturnFileReview => ({
    fileName: `2021年10月-${name}-填报表.xlsx`,
    sha256: `sha-${index}`,
    agencyId: index as AgencyId,
    agencyName: name,
    periodLabel: '2021-10',
    formId: null,
    seenBefore: false,
    items: [],
    unchangedCells: 0,
    notes: [],
    refusal: null,
    ...rest,
  });
  return {
    reviewId: 'fake-review',
    files: [
      file('县农业农村局', 4, {
        unchangedCells: 61,
        notes: ['第 9 行的“工作任务”与发出时不一致，未采用该行。'],
        items: [
          item(0, 5, {
            field: 'status',
            base: '未启动',
            theirs: '推进中',
            ours: '未启动',
            state: 'proposed',
            doubt: '',
          }),
          item(1, 5, {
            field: 'narrative',
            base: '',
            theirs: '已在下村镇、大东沟镇推广农艺调控面积3200亩，发放技术明白纸1500份，开展培训4场次。',
            ours: '',
            state: 'proposed',
            doubt: '',
          }),
          item(2, 10, { field: 'percent', base: '40', theirs: '75', ours: '60', state: 'conflict', doubt: '' }),
          item(3, 10, {
            field: 'status',
            base: '推进中',
            theirs: '基本完成',
            ours: '推进中',
            state: 'unreadable',
            doubt: '“基本完成”不是可用的状态。',
          }),
          item(4, 15, {
            field: 'reportedOn',
            base: '',
            theirs: '2021-10-13',
            ours: '',
            state: 'proposed',
            doubt: '该行按任务文字找到，序号已被改动。',
          }),
        ],
      }),
      file('县交通运输局', 10, { unchangedCells: 24 }),
      file('', 3, {
        fileName: '新建 Microsoft Excel 工作表.xlsx',
        agencyId: null,
        periodLabel: '',
        refusal: {
          code: 'RETURN_NOT_RECOGNIZED',
          message:
            '“新建 Microsoft Excel 工作表.xlsx”中没有找到填报表的表头（序号、工作任务、进展情况等），现有数据没有变化。请确认文件是本程序发出的填报表。',
        },
      }),
    ],
  };
}
