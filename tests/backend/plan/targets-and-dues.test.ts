import { describe, expect, test } from 'vitest';
import { readPlan } from '#backend/plan/read-plan.ts';
import type { ReadTask } from '#shared/domain/plan-reading.ts';

function taskWith(content: string, words = '县教育局'): ReadTask | undefined {
  return readPlan(`某县2022年工作要点\n一、任务\n（一）${content}（${words}）\n（二）其他。（县公安局）\n`).tasks[0];
}

function targets(content: string): string[] {
  return (taskWith(content)?.targets ?? []).map(
    (target) => `${target.name} ${target.comparator} ${target.value} ${target.unit}`,
  );
}

function dues(content: string, words?: string): string[] {
  return (taskWith(content, words)?.dues ?? []).map((due) =>
    [due.kind, due.date, due.day, due.count, due.text].filter((part) => part !== undefined).join(' '),
  );
}

describe('targets', () => {
  test.each([
    ['合格率不低于98%。', ['合格率 ≥ 98 %']],
    ['培训覆盖率达到100％。', ['培训覆盖率 = 100 %']],
    ['处置率达90%以上。', ['处置率 ≥ 90 %']],
    ['将投诉率控制在5%以内。', ['将投诉率 ≤ 5 %']],
    ['平均办理时间不超过3个工作日。', ['平均办理时间 ≤ 3 个工作日']],
    ['电子证照使用率提高到80%。', ['电子证照使用率 = 80 %']],
    ['贷款成本较上年至少下降0.5个百分点。', ['贷款成本下降 ≥ 0.5 个百分点']],
    ['规上工业增加值增长8%左右。', ['规上工业增加值增长 约 8 %']],
    ['考核权重2%以上。', ['考核权重 ≥ 2 %']],
    ['做好信息报送，每月不少于1篇。', ['信息报送 ≥ 1 篇/月']],
    ['完成50批次检验监测任务。', ['检验监测 = 50 批次']],
    ['完成食品检验量达到 4 批次/千人。', ['食品检验量 = 4 批次/千人']],
    ['新建公办幼儿园20所。', ['新建公办幼儿园 = 20 所']],
    ['培育龙头企业5家以上。', ['培育龙头企业 ≥ 5 家']],
    ['实现乡镇养老机构全覆盖。', ['乡镇养老机构 = 100 %']],
  ])('%s', (content, expected) => {
    expect(targets(content)).toEqual(expected);
  });

  test.each([
    '开展全覆盖排查。',
    '全部实施备案管理。',
    '贴息期限不超过1年。',
    '确保不低于2019年同期水平。',
    '禁止生产厚度低于0.01毫米的地膜。',
    '落实“四个最严”，严查“三证”。',
    '每人每天给予300元补助。',
    '开展“昆仑 2021”行动。',
  ])('%s has none', (content) => {
    expect(targets(content)).toEqual([]);
  });
});

describe('dues', () => {
  test.each([
    ['11月20日前报告。', ['date 2022-11-20 11月20日前']],
    ['十一月二十日前报告。', ['date 2022-11-20 十一月二十日前']],
    ['6月底前完成。', ['date 2022-06-30 6月底前']],
    ['2023年2月底前完成。', ['date 2023-02-28 2023年2月底前']],
    ['年底前完成。', ['date 2022-12-31 年底前']],
    ['第三季度完成。', ['date 2022-09-30 第三季度']],
    ['到2025年底，基本建成。', ['date 2025-12-31 到2025年底']],
    ['2025年前完成。', ['date 2025年前']],
    ['每月15日前报送。', ['monthly 15 每月15日前']],
    ['每季度末月20日前报送。', ['quarterly 20 每季度末月20日前']],
    ['每年12月底前总结。', ['yearly 每年12月底前']],
    ['每半年报告一次。', ['half-yearly 每半年报告一次']],
    ['每周五前汇总。', ['weekly 每周五前']],
  ])('%s', (content, expected) => {
    expect(dues(content)).toEqual(expected);
  });

  test.each([
    ['责任单位：县教育局；完成时限：长期坚持', ['ongoing 长期坚持']],
    ['责任单位：县教育局；完成时限：持续推进', ['ongoing 持续推进']],
    ['责任单位：县教育局；完成时限：2022年9月', ['date 2022-09-30 2022年9月']],
    ['责任单位：县教育局；完成时间：第二季度', ['date 2022-06-30 第二季度']],
    ['责任单位：县教育局；时限要求：每月10日', ['monthly 10 每月10日']],
    ['县教育局牵头；10月底前完成', ['date 2022-10-31 10月底前']],
  ])('in the bracket: %s', (words, expected) => {
    expect(dues('做好工作。', words)).toEqual(expected);
  });

  test.each([
    '持续推进耕地保护。',
    '2020年2月4日起实施。',
    '企业信贷余额不低于2019年同期。',
    '自1月1日起，免收费用。',
    '延长至3月底。',
  ])('%s has none', (content) => {
    expect(dues(content)).toEqual([]);
  });
});
