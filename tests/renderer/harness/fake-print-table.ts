// The matrix of the world for paper; the real one is drawn up by the backend.

import type { PrintTable } from '#shared/domain/print-table.ts';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { currentPeriodOf, type FakeWorld, matrixTaskOf, overviewOf } from './fake-world.ts';

export function aPrintTable(world: FakeWorld): PrintTable {
  const agencies = overviewOf(world, null, null).agencies.filter(({ duties }) => duties > 0);
  const tasks = world.tasks.map((task) => matrixTaskOf(world, task, currentPeriodOf(world)));
  return {
    title: `${world.title}责任矩阵`,
    unitLine: { left: '填报单位：泽州县人民政府办公室', right: '填报日期：2021年10月28日' },
    columns: [
      { head: '序号', group: '', width: 5, align: 'center', verticalHead: false },
      { head: '工作任务', group: '', width: 52, align: 'left', verticalHead: false },
      ...agencies.map(({ shortName, kind }) => ({
        head: shortName,
        group: kind,
        width: 4.3,
        align: 'center' as const,
        verticalHead: true,
      })),
    ],
    repeated: 2,
    items: tasks.map((task) => ({
      kind: 'row',
      cells: [
        String(task.number),
        task.title,
        ...agencies.map(({ id }) => {
          const cell = task.cells.find(({ agencyId }) => agencyId === id);
          return cell ? ROLE_MARKS[cell.role] : '';
        }),
      ],
      joined: [],
      lights: [],
    })),
    notes: ['注：● 牵头  ○ 按职责分工负责  △ 配合'],
  };
}
