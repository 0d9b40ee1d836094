import { describe, expect, it, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { peopleFieldOf, peopleIn } from '#backend/plan/people-words.ts';
import { workbookOf } from './workbook-of.ts';

describe('heads that speak of people', () => {
  it.each([
    ['牵头领导', 'leadLeader'],
    ['牵头县领导', 'leadLeader'],
    ['牵头人', 'leadLeader'],
    ['主要领导', 'leadLeader'],
    ['分管领导', 'leaderInCharge'],
    ['责任领导', 'leaderInCharge'],
    ['包保县领导', 'leaderInCharge'],
    ['分管县长', 'leaderInCharge'],
    ['县领导', 'leaderInCharge'],
    ['责任人', 'personInCharge'],
    ['责任单位负责人', 'personInCharge'],
    ['项目负责人', 'personInCharge'],
  ])('%s is %s', (head, field) => {
    expect(peopleFieldOf(head)).toBe(field);
  });

  it.each(['批示领导', '联系人', '填报人', '经办人', '审核人', '牵头单位', '责任单位', '电话', '领导批示意见'])(
    '%s is none',
    (head) => {
      expect(peopleFieldOf(head)).toBeUndefined();
    },
  );

  it.each([
    ['张三\n李四', '张三、李四'],
    ['张三 13800000000', '张三'],
    ['张三（副县长）', '张三（副县长）'],
    ['—', ''],
    ['无', ''],
  ])('a cell %j names %j', (cell, names) => {
    expect(peopleIn(cell)).toBe(names);
  });
});

test('a table of 类别, 任务内容, 牵头领导, 责任单位 keeps the leader of each task, also where cells are merged down', async () => {
  const bytes = workbookOf('xlsx', [
    ['某县2024年政府工作报告目标任务分工'],
    ['类别', '任务内容', '牵头领导', '分管领导', '责任单位', '责任人'],
    ['一、农业', '加强耕地土壤污染防治。', '张三', '李四、王五', '县农业农村局', '赵六 0356-1234567'],
    ['', '严把粮食收储质量安全关。', '张三', '—', '县发展和改革局', ''],
  ]);
  const { reading } = await readDocument(bytes, '分工.xlsx');
  expect(reading.tasks).toMatchObject([
    { leadLeader: '张三', leaderInCharge: '李四、王五', personInCharge: '赵六' },
    { leadLeader: '张三' },
  ]);
  expect(reading.tasks[1]).not.toHaveProperty('leaderInCharge');
  expect(reading.tasks.map((task) => task.responsibilities[0]?.roles.map(({ agency }) => agency))).toEqual([
    ['县农业农村局'],
    ['县发展和改革局'],
  ]);
});
