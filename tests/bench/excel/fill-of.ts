import fs from 'node:fs';
import path from 'node:path';
import type { FillRow, TemplateFillInput } from '#backend/excel/template/fill-input.ts';
import { TaskIdSchema } from '#shared/domain/ids.ts';
import { makeTemplate } from '#tests/helpers/templates/templates.ts';

function rowOf(index: number): FillRow {
  return {
    taskId: TaskIdSchema.parse(index + 1),
    number: index + 1,
    title: `第 ${index + 1} 项任务：持续开展食品安全隐患排查整治`,
    content: '',
    section: '',
    agency: null,
    values: {
      number: { number: index + 1 },
      task: `第 ${index + 1} 项任务：持续开展食品安全隐患排查整治`,
      lead: `县测试${index % 80}管理局`,
      percent: { percent: index % 100 },
      narrative: `已完成排查 ${index} 户，整改问题 3 个，正在推进第二轮检查。`,
      problems: '基层检测力量不足。',
    },
  };
}

/** A superior's form with so many rows of last month, and what this month says of each of them. */
export async function fillOf(rows: number): Promise<TemplateFillInput> {
  const lines = Array.from({ length: rows }, (_, index) => rowOf(index));
  const lastMonth = lines.map(({ number, title }) => [number, title, '县教育局', '', 0.5, '上月进展。', '', '']);
  const { bytes, sheet, geometry } = await makeTemplate('conditions', { bodyRows: rows, lastMonth });
  const columns = ['number', 'task', 'lead', null, 'percent', 'narrative', 'problems', null] as const;
  return {
    template: bytes,
    fileName: '进展统计表.xlsx',
    mapping: {
      sheet,
      titleCell: 'A1',
      unitCell: 'A2',
      headRows: [geometry.headRows[0], geometry.headRows[1]],
      bodyRow: geometry.bodyRow,
      columns: columns.map((field, index) => ({
        column: String.fromCharCode(65 + index),
        head: '',
        field,
        sure: true,
      })),
    },
    isSettled: true,
    rows: lines,
    rowsAre: 'task',
    agencies: [],
    home: [],
    period: { kind: 'month', title: '2021年11月', startsOn: '2021-11-01', endsOn: '2021-11-30' },
    year: 2021,
    today: '2021-11-25',
    unit: '泽州县人民政府办公室',
    notes: [],
  };
}

/** The same form as a file. */
export async function templateFile(rows: number, folder: string): Promise<string> {
  const file = path.join(folder, `template-${rows}.xlsx`);
  fs.writeFileSync(file, (await fillOf(rows)).template);
  return file;
}
