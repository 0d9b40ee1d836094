import { describe, expect, test } from 'vitest';
import { readPlan } from '#backend/plan/read-plan.ts';
import { codes, MARKS, outline } from './reading-outline.ts';

describe('documents of other shapes', () => {
  test('articles under chapters', () => {
    const reading = readPlan(
      '第一章 总则\n第一条 制定本措施。\n第二章 支持措施\n第二条 加大投放。（责任单位：市金融局、人行中支）\n第三条 降低成本（责任单位：市发改委）。\n第三章 附则\n第四条 自印发之日起施行。\n',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['总则', '支持措施', '附则']);
    expect(outline(reading)).toEqual(['2 §2 ○市金融局○人行中支', '3 §2 ●市发改委']);
    expect(reading.tasks[1]?.content).toBe('降低成本。');
  });

  test('a responsibility on a line of its own after sub-items belongs to the item that holds them', () => {
    const reading = readPlan(
      '（一）预案\n1.完善体系\n（1）规范编制。\n（2）加强演练。\n（责任单位：县应急局、县财政局）\n2.健全机制\n（1）落实人员。\n（2）建立台账。\n（责任单位：县编办）\n（二）队伍\n3.组建队伍\n（1）组建一支。\n责任单位：县消防大队\n',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['预案', '队伍']);
    expect(outline(reading)).toEqual(['1 §1 ○县应急局○县财政局', '2 §1 ●县编办', '3 §2 ●县消防大队']);
    expect(reading.tasks[0]?.content).toBe('完善体系\n（1）规范编制。\n（2）加强演练。');
  });

  test('one item without a responsibility beside one with it stays an item', () => {
    const reading = readPlan('一、任务\n1.甲。\n（1）乙。（县人社局）\n2.丙。\n丁。\n（责任单位：县民政局）\n');
    expect(outline(reading)).toEqual(['1 §2 ●县人社局', '2 §3 ●县民政局']);
  });

  test('the units in a heading leave its title whole', () => {
    const reading = readPlan(
      '一、重点任务\n（一）提升培训（牵头单位：县应急局；配合单位：县住建局）\n1.开展培训。责任单位：县应急局\n2.组织考试。责任单位：县住建局\n（二）整治隐患\n3.排查隐患。（县消防大队牵头）\n',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['重点任务', '提升培训', '整治隐患']);
  });

  test('numbers of the form 1.1 at the start of a line are tasks, and people are none of their units', () => {
    const reading = readPlan(
      '（一）就业\n1.1 新增就业6200人。牵头单位及责任人：县人社局  张三\n1.2 培训2000人次。牵头单位及责任人：县人社局  张三\n（二）安居\n2.1改造小区8个。\n2.4亿元资金同时到位。\n牵头单位：县住建局。配合单位：县财政局。\n',
    );
    expect(outline(reading)).toEqual(['1 §1 ●县人社局', '2 §1 ●县人社局', '3 §2 ●县住建局△县财政局']);
    expect(reading.tasks[2]?.content).toContain('2.4亿元');
  });

  test('a label after a comma takes its comma with it', () => {
    const reading = readPlan('一、民生\n1、抓就业，责任单位：县人社局；\n2、抓养老，责任单位：县民政局、县财政局\n');
    expect(outline(reading)).toEqual(['1 §1 ●县人社局', '2 §1 ○县民政局○县财政局']);
    expect(reading.tasks.map((task) => task.title)).toEqual(['抓就业', '抓养老']);
  });

  test.each([
    ['以下政策措施均需各乡镇人民政府、园区管委会落实，不再单独列出', '○各乡镇人民政府○园区管委会'],
    ['具体任务均涉及相关乡镇人民政府，不再作分工，下同', '○相关乡镇人民政府'],
    ['以下各条均由各乡镇人民政府配合落实，不再重复', '△各乡镇人民政府'],
  ])('%s is a rule for every later bracket, whatever the work is called', (rule, added) => {
    const reading = readPlan(
      `一、甲\n1.培育企业。（责任单位：县工信局、县财政局。${rule}）\n2.减税。（责任单位：县税务局、县医保局）\n`,
    );
    expect(outline(reading)).toEqual(['1 §1 ○县工信局○县财政局', `2 §1 ○县税务局○县医保局${added}`]);
    expect(reading.rules.map((item) => item.text)).toEqual([rule]);
  });

  test('labels on lines of their own, numbers that start again in each section', () => {
    const reading = readPlan(
      '一、甲\n1.健全机制\n工作目标：覆盖率达到100%。\n牵头单位：县乡村振兴局\n责任单位：县教育局、各乡镇人民政府\n完成时限：2022年6月底前\n2.抓好后扶\n牵头单位：县发改局  配合单位：县人社局\n完成时限：长期坚持\n二、乙\n1.培育企业。\n配合单位：县财政局；牵头单位：县农业农村局；完成时限：12月15日\n附件：1.任务表\n2.联系人名单\n',
    );
    expect(outline(reading)).toEqual([
      '1 §1 ●县乡村振兴局○县教育局○各乡镇人民政府',
      '2 §1 ●县发改局△县人社局',
      '3 §2 △县财政局●县农业农村局',
    ]);
    expect(reading.tasks[0]?.content).toBe('健全机制\n工作目标：覆盖率达到100%。');
    expect(reading.tasks.map((task) => task.dues[0]?.kind)).toEqual(['date', 'ongoing', 'date']);
  });

  test('three levels: the innermost that names units holds the tasks, background is named and left out', () => {
    const reading = readPlan(
      '一、总体要求\n认真贯彻。\n二、重点任务\n（一）优化服务\n1.推进一网通办。（县审批局牵头，县直各部门配合）\n2.推进跨省通办。（县审批局、县公安局负责；9月底前）\n（二）规范秩序\n1.加强监管。（县市场监管局牵头）推进信用监管。（县发改局牵头，各有关部门配合）\n三、保障措施\n（一）加强组织领导。各单位要重视。\n',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['重点任务', '优化服务', '规范秩序']);
    expect(outline(reading)).toEqual([
      '1 §2 ●县审批局△县直各部门',
      '2 §2 ○县审批局○县公安局',
      '3 §3 ●县市场监管局 + ●县发改局△各有关部门',
    ]);
    expect(reading.warnings.filter((warning) => warning.task === undefined).map((warning) => warning.message)).toEqual([
      expect.stringContaining('总体要求'),
      expect.stringContaining('保障措施'),
    ]);
  });

  test('one bracket after several sub-items belongs to the task above them', () => {
    const reading = readPlan(
      '一、监管\n（一）源头管控：\n1.管原料。\n2.管过程。\n（责任单位：县农业农村局）\n（二）强化执法：\n1.专项行动。\n2.联合执法。（责任单位：县公安局）\n',
    );
    expect(outline(reading)).toEqual(['1 §1 ●县农业农村局', '2 §1 ●县公安局']);
    expect(reading.tasks[0]?.content).toBe('源头管控：\n1.管原料。\n2.管过程。');
  });

  test('a covering notice with numbers of its own is not part of the plan', () => {
    const reading = readPlan(
      '某市人民政府办公室\n关于印发2024年民生实事实施方案的通知\n某政办〔2024〕8号\n现将《2024年民生实事实施方案》印发给你们：\n一、提高认识。\n二、加强调度。\n某市人民政府办公室\n2024年3月8日\n附件\n2024年民生实事实施方案\n一、就业\n（一）稳定就业。（市人社局）\n（二）开展培训。（市人社局、市教育局）\n抄送：市委办公室。\n',
    );
    expect(reading).toMatchObject({
      title: '2024年民生实事实施方案',
      documentNumber: '某政办〔2024〕8号',
      issuer: '某市人民政府办公室',
      issuedOn: '2024-03-08',
      year: 2024,
    });
    expect(outline(reading)).toEqual(['1 §1 ●市人社局', '2 §1 ○市人社局○市教育局']);
  });

  test('lost line breaks: headings, tasks and signature in one line', () => {
    const reading = readPlan(
      '某区2022年工作要点 一、提升能级 1.推进建设。全年投资增长1.5倍。（区发改委牵头，区住建委配合） 2.优化布局。（区规自局） 二、改善民生 3.推动一、二、三产业融合。（区商务局） 某区人民政府 2022年1月5日',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['提升能级', '改善民生']);
    expect(outline(reading)).toEqual(['1 §1 ●区发改委△区住建委', '2 §1 ●区规自局', '3 §2 ●区商务局']);
    expect(reading).toMatchObject({ issuer: '某区人民政府', issuedOn: '2022-01-05' });
  });

  test('lines cut by the page width, with a page number between', () => {
    const reading = readPlan(
      '一、调整结构\n（一）淘汰落后产能。严格执行质量、环保、能耗、安全等法规标\n准，按照目录淘汰落后产能。（县工业和信息\n— 3 —\n化局牵头，县发展改革局、县市\n场监督管理局按职责分工负责）\n（二）整治企业。（县公安局）\n',
    );
    expect(outline(reading)).toEqual(['1 §1 ●县工业和信息化局○县发展改革局○县市场监督管理局', '2 §1 ●县公安局']);
    expect(reading.tasks[0]?.content).toBe(
      '淘汰落后产能。严格执行质量、环保、能耗、安全等法规标准，按照目录淘汰落后产能。',
    );
    expect(reading.repairs).toHaveLength(3);
    expect(codes(reading)).toContain('TEXT_REPAIRED');
  });

  test('a bracket opened with one kind and closed with another, or never closed', () => {
    const reading = readPlan(
      '一、甲\n（一）一项。[县公安局、县财政局】\n（二）二项。（责任单位：县教育局、县民政局\n（三）三项。县教育局、县民政局按职责分工负责）\n（四）四项。（县教育局、各县〔市、区政府配合）\n',
    );
    expect(outline(reading)).toEqual([
      '1 §1 ○县公安局○县财政局',
      '2 §1 ○县教育局○县民政局',
      '3 §1 ○县教育局○县民政局',
      expect.stringContaining('△县教育局'),
    ]);
    expect(reading.repairs.filter((repair) => repair.kind === 'unclosed-bracket').map((repair) => repair.task)).toEqual(
      [2, 3],
    );
  });

  test.each(['某海关辖区', '县委党校、县行政学院新校区', '甲市人民政府、乙市人民政府为试点城市', '市、区', '县级市'])(
    'a place, or what is said of one, is nobody: （%s）',
    (words) => {
      const reading = readPlan(`一、任务\n1.做好有关工作（${words}）。\n2.乙。（县财政局）\n`);
      expect(outline(reading)).toEqual(['1 §1 ', '2 §1 ●县财政局']);
    },
  );

  test('rules for the rest of the document change later brackets only, and say so', () => {
    const reading = readPlan(
      '一、任务\n（一）甲。（市财政局、市人社局）\n（二）乙。（市教育局、市财政局负责，列首位的为牵头单位，下同。以下各项均需各区负责，不再单独列出）\n（三）丙。（市人社局、市教育局负责）\n（四）丁。（市审计局）\n',
    );
    expect(outline(reading)).toEqual([
      '1 §1 ○市财政局○市人社局',
      '2 §1 ●市教育局○市财政局',
      '3 §1 ●市人社局○市教育局○各区',
      '4 §1 ●市审计局○各区',
    ]);
    const ruled = reading.warnings.filter((warning) => warning.code === 'RULE_APPLIED').map((warning) => warning.task);
    expect([...new Set(ruled)]).toEqual([2, 3, 4]);
  });

  test('each role that a rule gave says which rule, and where it stands', () => {
    const text =
      '一、任务\n（一）甲。（市教育局、市财政局，列首位的为牵头单位，下同。以下各项均需各区负责，不再单独列出）\n（二）乙。（市人社局、市教育局负责）\n（三）丙。（市审计局）\n';
    const reading = readPlan(text);
    expect(reading.rules).toEqual([
      expect.objectContaining({ kind: 'first-leads', lasting: true, units: [] }),
      expect.objectContaining({ kind: 'always', lasting: true, units: ['各区'] }),
    ]);
    for (const rule of reading.rules) expect(text.slice(rule.span.start, rule.span.end)).toBe(rule.text);
    const ruled = reading.tasks.map((task) =>
      task.responsibilities.flatMap((item) => item.roles.map((role) => [role.agency, role.rule])),
    );
    expect(ruled).toEqual([
      [
        ['市教育局', 0],
        ['市财政局', undefined],
      ],
      [
        ['市人社局', 0],
        ['市教育局', undefined],
        ['各区', 1],
      ],
      [
        ['市审计局', undefined],
        ['各区', 1],
      ],
    ]);
  });

  test.each([
    ['除标注“分别牵头”外，列第一位为牵头或汇总单位，下同', [], ['●市审计局', '○市统计局']],
    ['排在首位的为牵头单位，其余为配合单位，下同', [], ['●市审计局', '△市统计局']],
    ['牵头单位排第一位，下同', [], ['●市审计局', '○市统计局']],
    ['以下均含各县区，不再列出', ['各县区'], ['○市审计局', '○市统计局', '○各县区']],
    ['各县区均为责任单位，以下不再列出', ['各县区'], ['○市审计局', '○市统计局', '○各县区']],
    ['以下各项任务，均需各县区贯彻落实，不再单独列出', ['各县区'], ['○市审计局', '○市统计局', '○各县区']],
    ['各县（市、区）为每项任务的配合单位，下同', ['各县（市、区）'], ['○市审计局', '○市统计局', '△各县（市、区）']],
  ])('the rule %s is understood', (rule, units, expected) => {
    const reading = readPlan(
      `一、任务\n（一）甲。（市教育局负责。${rule}）\n（二）乙。（市审计局、市统计局）\n（三）丙。（市财政局）\n`,
    );
    expect(reading.rules).toMatchObject([{ text: rule, units, lasting: true }]);
    const roles = reading.tasks[1]?.responsibilities[0]?.roles.map((role) => MARKS[role.role] + role.agency);
    expect(roles).toEqual(expected);
  });

  test('a table of contents and page numbers are no part of the plan', () => {
    const reading = readPlan(
      '目 录\n一、严守底线………………1\n二、深化治理\t3\n某省2024年工作安排\n— 1 —\n一、严守底线\n（一）甲。（省教育厅）\n—２—\n二、深化治理\n（二）乙。（省公安厅）\n',
    );
    expect(reading.title).toBe('某省2024年工作安排');
    expect(reading.sections.map((section) => section.title)).toEqual(['严守底线', '深化治理']);
    expect(outline(reading)).toEqual(['1 §1 ●省教育厅', '2 §2 ●省公安厅']);
    expect(reading.tasks.map((task) => task.content)).toEqual(['甲。', '乙。']);
  });

  test('the source of a web page is read as the page shows it', () => {
    const text =
      '<p style="text-align: center;"><strong>某省2024年工作方案</strong></p><p><br/></p><p><strong>一、环境</strong></p><p>&nbsp;&nbsp;（一）推进<strong>改革</strong>试点。（省教育厅牵头，<span>省公安厅</span>配合）</p><p>（二）检查。（省审计厅）</p>';
    const reading = readPlan(text);
    expect(reading.title).toBe('某省2024年工作方案');
    expect(outline(reading)).toEqual(['1 §1 ●省教育厅△省公安厅', '2 §1 ●省审计厅']);
    expect(reading.tasks[0]?.content).toBe('推进改革试点。');
    const span = reading.tasks[0]?.responsibilities[0]?.roles[1]?.span;
    expect(text.slice(span?.start, span?.end)).toBe('省公安厅');
  });

  test('a title that runs into the first heading, and everything else in one line', () => {
    const reading = readPlan(
      '某县2022年食品安全工作要点一、强化防控（一）加强抽检。（县市场监管局负责）（二）加强冷链。落实“三专”（专区、专柜）。（县卫健局）二、强化执法（三）严打犯罪。（县公安局）某县食品安全委员会办公室2022年3月8日印发',
    );
    expect(reading).toMatchObject({ title: '某县2022年食品安全工作要点', issuedOn: '2022-03-08' });
    expect(outline(reading)).toEqual(['1 §1 ●县市场监管局', '2 §1 ●县卫健局', '3 §2 ●县公安局']);
    expect(reading.tasks.at(-1)?.content).toBe('严打犯罪。');
  });

  test('tasks that are called 任务一, 任务二, under parts', () => {
    const reading = readPlan(
      '第一部分 民生\n任务一：新建幼儿园\n责任单位：县教育局\n任务二：改造厕所\n责任单位：县农业农村局、各乡镇\n第二部分 项目\n任务三：建设停车场\n责任单位：县住建局\n',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['民生', '项目']);
    expect(outline(reading)).toEqual(['1 §1 ●县教育局', '2 §1 ○县农业农村局○各乡镇', '3 §2 ●县住建局']);
  });

  test('aims, general articles and closing articles are background, however they are spaced', () => {
    const reading = readPlan(
      '第一章 总　则\n第一条 制定本方案。\n第二章 任务\n第二条 【源头】利用率达到41%。\n（责任单位：县农业农村局）\n第三章 附 则\n第三条 本方案由县食安办负责解释。\n',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['总则', '任务', '附则']);
    expect(outline(reading)).toEqual(['2 §2 ●县农业农村局']);
    expect(reading.tasks[0]?.targets.map((target) => target.name)).toEqual(['利用率']);
    const school = readPlan(
      '一、整治目标\n覆盖率达100%。\n二、整治内容\n（一）甲。（体卫艺股）\n（二）乙。（财务股）\n',
    );
    expect(outline(school)).toEqual(['1 §2 ●体卫艺股', '2 §2 ●财务股']);
  });

  test('a heading over sub-headings stands above them', () => {
    const reading = readPlan(
      '一、目标\n1.增长。\n责任单位：市发改委\n二、重点工作\n（一）经济。\n2.项目。\n责任单位：市发改委\n（二）创新。\n3.研发。\n责任单位：市科技局\n',
    );
    expect(reading.sections.map((section) => section.title)).toEqual(['目标', '重点工作', '经济', '创新']);
    expect(reading.tasks.map((task) => task.section)).toEqual([1, 3, 4]);
  });

  test('a bracket inside a labelled line is read with it, without a doubt of its own', () => {
    const reading = readPlan(
      '一、甲\n1.一。\n责任单位：市发改委、市商务局（列第一位的为牵头单位）\n2.二。【牵头单位】市教育局【配合单位】市财政局\n',
    );
    expect(outline(reading)).toEqual(['1 §1 ●市发改委○市商务局', '2 §1 ●市教育局△市财政局']);
    expect(codes(reading)).toEqual(['RULE_APPLIED']);
  });
});
