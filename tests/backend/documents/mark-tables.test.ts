import { describe, expect, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { refusalOf } from '#tests/helpers/app-error.ts';
import { buildMatrix } from '#tests/helpers/described-tables.ts';
import { matrixInput } from '../excel/seed-world.ts';
import { readOne } from './a-ledger.ts';
import { duesOf, rolesOf } from './marks-of.ts';

describe('a matrix of tasks and units with marks', () => {
  test('is read by its marks, in every usual writing; numbers and remarks are none', async () => {
    const reading = await readOne(
      [
        ['某县2025年重点工作责任矩阵'],
        ['序号', '工作任务', '县直部门', null, null, '乡镇', '完成时限', '合计'],
        [null, null, '县教育局', '县公安局', '县财政局', '各乡镇', null, null],
        ['一、教育'],
        [1, '新建学校。', '●', null, '△', null, '8月底', 2],
        [2, '校园安全。', '牵头', '责任', null, '配合', '年底前', 3],
        ['合计', null, 2, 1, 1, 1, null, null],
      ],
      { merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:E2', 'G2:G3', 'H2:H3', 'A4:H4'] },
    );
    expect(reading.sections.map(({ title }) => title)).toEqual(['教育']);
    expect(reading.tasks.map(({ number, content }) => [number, content])).toEqual([
      [1, '新建学校。'],
      [2, '校园安全。'],
    ]);
    expect(rolesOf(reading)).toEqual(['●县教育局 △县财政局', '●县教育局 ○县公安局 △各乡镇']);
    expect(duesOf(reading)).toEqual(['date 2025-08-31', 'date 2025-12-31']);
    expect(reading.tasks[1]?.responsibilities[0]?.text).toBe('牵头：县教育局；按职责分工负责：县公安局；配合：各乡镇');
  });

  test('comes back from the matrix the program itself exports, with lights below its marks', async () => {
    const input = matrixInput(true);
    const { reading } = await readDocument(await buildMatrix(input), '责任矩阵.xlsx');
    const nameOf = new Map(input.agencies.map((agency) => [agency.id, agency.shortName]));
    const expected = input.tasks.map((task) =>
      task.cells.map(({ agencyId, role }) => `${role} ${nameOf.get(agencyId)}`).toSorted(),
    );
    expect(reading.tasks.map(({ number }) => number)).toEqual(input.tasks.map(({ number }) => number));
    expect(
      reading.tasks.map((task) =>
        task.responsibilities.flatMap(({ roles }) => roles.map(({ agency, role }) => `${role} ${agency}`)).toSorted(),
      ),
    ).toEqual(expected);
  });

  test('a few ticks beside ordinary words make no matrix', async () => {
    const refused = readOne([
      ['序号', '任务', '是否完成', '甲', '乙', '丙'],
      [1, '建学校', '●', '文字', '文字', '文字'],
    ]);
    expect(await refusalOf(refused)).toMatchObject({ code: 'PLAN_NO_TASKS' });
  });
});
