import { describe, expect, test } from 'vitest';
import { readPlan } from '#backend/plan/read-plan.ts';
import { codes, MARKS, outline } from './reading-outline.ts';
import { seedDirectory } from './seed-reading.ts';

describe('what holds for a whole document, and what is told of it', () => {
  test('a rule in the introduction holds for every task', () => {
    const reading = readPlan(
      '某方案（各项任务排在首位的为牵头单位）。\n一、甲。（市财政局、市人社局）\n二、乙。（市教育局、市财政局）\n',
    );
    expect(outline(reading)).toEqual(['1 §0 ●市财政局○市人社局', '2 §0 ●市教育局○市财政局']);
  });

  test('a note after the last task holds for every task', () => {
    const reading = readPlan(
      '一、甲\n1.一。（责任单位：县公安局、县教育局）\n2.二。（责任单位：县信访局、各乡镇）\n（注：排名第一的为牵头单位）\n',
    );
    expect(outline(reading)).toEqual(['1 §1 ●县公安局○县教育局', '2 §1 ●县信访局○各乡镇']);
  });

  test('headings that carry their responsibility, items that carry one each, and one for all items', () => {
    const reading = readPlan(
      '一、责任\n（一）落实领导责任（县安委办牵头，各镇党委、政府落实）\n每季度听取1次汇报。\n(二)落实企业责任（县应急局、各行业主管部门负责）\n1．建立责任制。\n2．开展达标。\n二、整治\n（一）非煤矿山。\n1、开展整治；（县应急局）\n2、治理尾矿库；（县应急局、县自然资源局）\n（二）道路交通。（1）整治两客一危。（县交通运输局牵头，县公安局配合）（2）排查农村道路。（县公安局牵头）\n（三）消防。①整治高层。②打通通道。（县消防救援大队牵头）\n（四）校园。排查隐患。（县教育局）\n（五）燃气。治理瓶装气。（县住建局）\n',
    );
    expect(outline(reading)).toEqual([
      '1 §1 ●县安委办○各镇党委、政府',
      '2 §1 ○县应急局○各行业主管部门',
      '3 §2 ●县应急局 + ○县应急局○县自然资源局',
      '4 §2 ●县交通运输局△县公安局 + ●县公安局',
      '5 §2 ●县消防救援大队',
      '6 §2 ●县教育局',
      '7 §2 ●县住建局',
    ]);
    expect(reading.tasks[1]?.content).toBe('落实企业责任\n1．建立责任制。\n2．开展达标。');
  });

  test('paragraphs without any number', () => {
    const reading = readPlan(
      '防汛工作安排\n各单位要加强值守。（县应急局、县水利局负责）\n要储备物资。\n责任单位：县发改局\n',
    );
    expect(outline(reading)).toEqual(['1 §0 ○县应急局○县水利局', '2 §0 ●县发改局']);
    expect(reading.tasks[1]?.content).toBe('要储备物资。');
  });

  test('labels with a blank instead of a colon, and sentences of nothing but units and a verb', () => {
    const reading = readPlan(
      '第一节 民生\n1、就业。\n责任单位 县人社局\n2、教育。\n责任单位 县教育局 县财政局\n第二节 督导\n3、加强领导。\n县委办牵头，各乡镇配合。\n4、检查。县委督查室负责。\n',
    );
    expect(outline(reading)).toEqual([
      '1 §1 ●县人社局',
      '2 §1 ○县教育局○县财政局',
      '3 §2 ●县委办△各乡镇',
      '4 §2 ●县委督查室',
    ]);
    expect(reading.tasks.map((task) => task.content)).toEqual(['就业。', '教育。', '加强领导。', '检查。']);
  });

  test('a bracket that holds only a rule belongs to the bracket before it', () => {
    const reading = readPlan(
      '一、甲。（市财政局、市税务局）（排名第一位的为牵头单位，下同）\n二、乙。（市审批局、市数据局）\n',
    );
    expect(outline(reading)).toEqual(['1 §0 ●市财政局○市税务局', '2 §0 ●市审批局○市数据局']);
    expect(reading.tasks[0]?.content).toBe('甲。');
  });

  test('gaps and repeats in the numbering are reported', () => {
    const reading = readPlan(
      '一、甲\n1.一。（县公安局）\n2.二。（县教育局）\n4.四。（县财政局）\n4.五。（县民政局）\n',
    );
    expect(reading.tasks.map((task) => task.number)).toEqual([1, 2, 3, 4]);
    expect(codes(reading)).toEqual(['NUMBER_GAP', 'NUMBER_REPEATED']);
  });

  test('a title that starts with digits does not hide its number', () => {
    const reading = readPlan('10.学者项目。（市教育局）\n11.121人才项目。（市人社局）\n12.博士后项目。（市科技局）\n');
    expect(reading.tasks.map((task) => task.number)).toEqual([10, 11, 12]);
    expect(reading.tasks[1]?.content).toBe('121人才项目。');
  });

  test('look-alikes stay in the text', () => {
    const content =
      '落实《意见》（县政办发〔2021〕3号）（8分），乡镇（含街道，下同）和企业（总负责）要配合，报县食安办（县市场监管局）备案。';
    const reading = readPlan(`一、甲\n（一）${content}（县教育局）\n（二）乙。（县公安局）\n`);
    expect(reading.tasks[0]?.content).toBe(content);
    expect(outline(reading)[0]).toBe('1 §1 ●县教育局');
  });

  test.each([
    ['落实奖补政策', '（8分）。'],
    ['推广种植。', '（含食用菌，不含中药材）'],
    ['严格执法', '（县级以上公安机关负责管理）。'],
    ['成立专班', '（简称“专班”）。'],
    ['实施规划', '（2021—2025年）。'],
    ['设立机构', '（办公室设在县农业农村局）。'],
    ['组织培训', '（由县委组织部统一安排）。'],
    ['加强管理', '（由各学校自行负责）。'],
    ['落实责任', '（谁审批、谁负责）。'],
    ['督促企业', '（包括各食品生产企业、各餐饮单位）落实。'],
    ['完善体系', '（市、县、乡、村四级）。'],
    ['落实县委、县政府', '（以下简称“两办”）部署。'],
    ['联系县应急局', '（电话：0356-3033333）。'],
    ['引导企业', '（国有企业、民营企业）投资。'],
    ['改造重点医院', '（县人民医院、县中医院）。'],
    ['扶持龙头企业', '（某某集团、某某公司）。'],
    ['组织培训。', '（主要领导负总责，分管领导具体抓）'],
    ['上半年、下半年', '（各一次）。'],
  ])('%s%s stays in the text', (before, bracket) => {
    const reading = readPlan(`一、甲\n（一）${before}${bracket}\n（二）乙。（县公安局）\n（三）丙。（县教育局）\n`);
    expect(reading.tasks[0]?.responsibilities).toEqual([]);
    expect(reading.tasks[0]?.content).toBe(`${before}${bracket}`);
  });

  test.each([
    ['（各镇街）', ['●各镇街']],
    ['（市一中、市城投）', ['○市一中', '○市城投']],
    ['（县教育局等部门）', ['●县教育局']],
    ['（县“放管服”改革协调小组办公室）', ['●县“放管服”改革协调小组办公室']],
    ['（长沙、株洲、湘潭市人民政府）', ['○长沙', '○株洲', '○湘潭市人民政府']],
    ['（办公室牵头，各股室配合）', ['●办公室', '△各股室']],
    ['（2024年6月底前完成，县教育局负责）', ['●县教育局']],
    ['（牵头单位：县教育局）（责任单位：县公安局）', ['●县教育局', '○县公安局']],
    ['（牵头单位为县教育局，配合单位为县公安局）', ['●县教育局', '△县公安局']],
    ['——责任单位：县教育局', ['●县教育局']],
    ['●责任单位：县教育局', ['●县教育局']],
    ['——县教育局、县公安局', ['○县教育局', '○县公安局']],
    ['\n责任单位\n县教育局、县公安局', ['○县教育局', '○县公安局']],
    ['\n牵头单位：\n县教育局\n配合单位：\n县公安局', ['●县教育局', '△县公安局']],
    ['县教育局牵头，县公安局配合，6月底前完成。', ['●县教育局', '△县公安局']],
  ])('%s is taken', (words, expected) => {
    const reading = readPlan(`一、甲\n（一）推进改革。${words}\n（二）乙。（县公安局）\n（三）丙。（县教育局）\n`);
    const roles = reading.tasks[0]?.responsibilities.flatMap((item) => item.roles);
    expect(roles?.map((role) => MARKS[role.role] + role.agency)).toEqual(expected);
    expect(reading.tasks[0]?.content).toBe('推进改革。');
    expect(reading.tasks).toHaveLength(3);
  });

  test('a filled 无 is a responsibility without a unit', () => {
    const reading = readPlan('一、甲。（责任单位：无）\n二、乙。（责任单位：县公安局）\n');
    expect(reading.tasks[0]?.responsibilities).toMatchObject([{ roles: [] }]);
  });

  test('an abbreviated unit is proposed or told with the nearest known ones', () => {
    const text = '一、甲。（教育局）\n二、乙。（县市监局）\n三、丙。（县住建委）\n四、丁。（市农业农村局）\n';
    const warnings = readPlan(text, { directory: seedDirectory() }).warnings;
    expect(warnings.map(({ code, agency, suggestions }) => [code, agency, suggestions])).toEqual([
      ['ALIAS_PROPOSED', '教育局', ['县教育局']],
      ['UNKNOWN_AGENCY', '县市监局', ['县市场监督管理局']],
      ['ALIAS_PROPOSED', '县住建委', ['县住房和城乡建设管理局']],
      ['UNKNOWN_AGENCY', '市农业农村局', ['县农业农村局']],
    ]);
  });

  test('unknown units and likely aliases are proposed when a directory is given', () => {
    const text = '一、甲。（县农业农村委员会）\n二、乙。（县气象局）\n三、丙。（县公安局）\n';
    const warnings = readPlan(text, { directory: seedDirectory() }).warnings;
    expect(warnings.map((warning) => [warning.code, warning.task])).toEqual([
      ['ALIAS_PROPOSED', 1],
      ['UNKNOWN_AGENCY', 2],
    ]);
    expect(warnings[0]).toMatchObject({ agency: '县农业农村委员会', suggestions: ['县农业农村局'] });
    expect(warnings[1]).toMatchObject({ agency: '县气象局', suggestions: [] });
  });
});
