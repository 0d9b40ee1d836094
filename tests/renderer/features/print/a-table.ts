import type { PrintItem, PrintSetup, PrintTable } from '#shared/domain/print-table.ts';

export const A4: PrintSetup = { paper: 'A4', orientation: 'landscape', fit: 'page-width', ink: 'black' };
export const A4_READABLE: PrintSetup = { ...A4, fit: 'readable' };

export function aRow(...cells: readonly string[]): Extract<PrintItem, { kind: 'row' }> {
  return { kind: 'row', cells: [...cells], joined: [], lights: [] };
}

/** A matrix for paper: number and task, then so many agencies. */
export function aTable(size: { readonly tasks: number; readonly agencies: number }, items?: PrintItem[]): PrintTable {
  const agencies = Array.from({ length: size.agencies }, (_, index) => ({
    head: `第${index + 1}局`,
    groups: [index < size.agencies / 2 ? '县委部门' : '县政府部门'],
    width: 4.3,
    align: 'center' as const,
    verticalHead: true,
  }));
  const marks = agencies.map(() => '●');
  return {
    title: '测试县工作安排责任矩阵',
    unitLine: { left: '填报单位：测试县', right: '填报日期：2021年10月8日' },
    columns: [
      { head: '序号', groups: [], width: 5, align: 'center', verticalHead: false },
      { head: '工作任务', groups: [], width: 52, align: 'left', verticalHead: false },
      ...agencies,
    ],
    repeated: 2,
    items:
      items ??
      Array.from({ length: size.tasks }, (_, index) => aRow(String(index + 1), `第${index + 1}项任务`, ...marks)),
    notes: ['注：● 牵头  ○ 按职责分工负责  △ 配合'],
  };
}
