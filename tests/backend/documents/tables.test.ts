import { describe, expect, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { type PlanReading, PlanReadingSchema } from '#shared/domain/plan-reading.ts';
import { docx, paragraph, table } from './docx-of.ts';
import { duesOf, rolesOf } from './marks-of.ts';
import { type BookOptions, type Rows, workbookOf } from './workbook-of.ts';

async function read(bytes: Uint8Array, name = '表.xlsx') {
  const document = await readDocument(bytes, name);
  PlanReadingSchema.parse(document.reading);
  return document;
}

async function readRows(rows: Rows, options: BookOptions = {}): Promise<PlanReading> {
  return (await read(workbookOf('xlsx', rows, options))).reading;
}

describe('a table of practical matters with one column of units (layout 1)', () => {
  const rows: Rows = [
    ['大竹县2016年民生实事目标任务分解表', null, null, null],
    ['序号', '民生实事', '责任单位', '完成时限'],
    [1, '新建农村公路100公里。', '县交通运输局\n县财政局', '12月底前'],
    [2, '县人民医院新区投入使用。', '县卫生健康局', '9月投入使用'],
    [null, '开工建设县中医院。', null, '5月底前动工'],
    [3, '发放困难群众补贴。', '县民政局县财政局', '持续推进'],
  ];
  const merges = ['A1:D1', 'A4:A5', 'C4:C5'];

  test('reads units parted by line breaks or by nothing, and a number that owns two tasks', async () => {
    const reading = await readRows(rows, { merges });
    expect(reading.title).toBe('大竹县2016年民生实事目标任务分解表');
    expect(reading.year).toBe(2016);
    expect(reading.tasks.map((task) => task.number)).toEqual([1, 2, 3, 4]);
    expect(rolesOf(reading)).toEqual([
      '○县交通运输局 ○县财政局',
      '●县卫生健康局',
      '●县卫生健康局',
      '○县民政局 ○县财政局',
    ]);
    expect(reading.warnings.map(({ code }) => code)).toContain('NUMBER_REPEATED');
  });

  test('reads times without 前, and keeps words that give no date', async () => {
    expect(duesOf(await readRows(rows, { merges }))).toEqual([
      'date 2016-12-31',
      'date 2016-09-30',
      'date 2016-05-31',
      'ongoing 持续推进',
    ]);
  });

  test('reads the targets in the tasks', async () => {
    const [task] = (await readRows(rows, { merges })).tasks;
    expect(task?.targets).toMatchObject([{ value: 100, unit: '公里' }]);
  });
});

describe('a table with three columns of units and headings between its rows (layout 5)', () => {
  const rows: Rows = [
    ['序号', '重点任务', '工作措施', '完成时限', '牵头部门', '主责单位', '协办单位'],
    ['一', '推动产业绿色发展', null, null, null, null, null],
    [1, '退出一般制造业企业', '退出一般制造业企业100家以上。', '2021年12月底前', '市经济和信息化局', '各区政府', '无'],
    [2, '清理散乱污', '动态清零“散乱污”企业。', '长期实施', '市生态环境局', '市城市管理局、各区政府', '市公安局'],
    ['二', '推动运输绿色发展', null, null, null, null, null],
    [3, '推广新能源汽车', '公交车新能源比例达到90%。', '年底前', '市交通委员会', '市财政局', null],
  ];

  test('gives each column its role and each heading its tasks', async () => {
    const reading = await readRows(rows);
    expect(reading.sections.map(({ title }) => title)).toEqual(['推动产业绿色发展', '推动运输绿色发展']);
    expect(reading.tasks.map((task) => task.section)).toEqual([1, 1, 2]);
    expect(rolesOf(reading)).toEqual([
      '●市经济和信息化局 ○各区政府',
      '●市生态环境局 ○市城市管理局 ○各区政府 △市公安局',
      '●市交通委员会 ○市财政局',
    ]);
  });

  test('takes the short name of a row as the title of its task, once', async () => {
    const [first, second] = (await readRows(rows)).tasks;
    expect(first).toMatchObject({ title: '退出一般制造业企业', content: '退出一般制造业企业100家以上。' });
    expect(second).toMatchObject({ title: '清理散乱污', content: '清理散乱污\n动态清零“散乱污”企业。' });
  });

  test('takes a name over several rows as their heading when there is no other', async () => {
    const reading = await readRows(
      [
        ['序号', '重点任务', '工作措施', '牵头单位', '配合单位'],
        [1, '优化营商环境', '压缩审批时限。', '县行政审批局', '县司法局'],
        [2, null, '推行一网通办。', '县大数据局', null],
        [3, '建设平安县城', '开展夏季治安整治。', '县公安局', null],
        [4, null, '整治非法集资。', '县金融办', '县公安局'],
      ],
      { merges: ['B2:B3', 'B4:B5'] },
    );
    expect(reading.sections.map(({ title }) => title)).toEqual(['优化营商环境', '建设平安县城']);
    expect(reading.tasks.map((task) => task.content)).toEqual([
      '压缩审批时限。',
      '推行一网通办。',
      '开展夏季治安整治。',
      '整治非法集资。',
    ]);
  });
});

describe('other ways to lay out a table of tasks', () => {
  test('a column of leaders is none of units; a category in the first column is the section (layout 2)', async () => {
    const reading = await readRows(
      [
        ['高唐县2024年政府工作报告目标任务分工', null, null, null],
        ['类别', '任务内容', '牵头领导', '责任单位'],
        ['经济发展', '地区生产总值增长6%左右。', '分管县长', '县发展和改革局、县统计局'],
        [null, '新增规模以上企业20家。', '分管县长', '县工业和信息化局'],
        ['民生保障', '城镇新增就业4000人。', '分管县长', '县人力资源和社会保障局'],
      ],
      { merges: ['A1:D1', 'A3:A4'] },
    );
    expect(reading.sections.map(({ title }) => title)).toEqual(['经济发展', '民生保障']);
    expect(reading.tasks.map((task) => task.section)).toEqual([1, 1, 2]);
    expect(rolesOf(reading)).toEqual(['○县发展和改革局 ○县统计局', '●县工业和信息化局', '●县人力资源和社会保障局']);
  });

  test('a cell that holds a whole phrase goes by its words (layouts 6 and 7)', async () => {
    const reading = await readRows([
      ['任务', '牵头', '配合', '时限'],
      ['建设算力中心', '省发展改革委、省经信厅按职责分工负责', '无', '持续推进'],
      ['开放数据', '省数据局', '省财政厅', '2026年6月底前'],
      ['培养人才', '省教育厅牵头，省人力社保厅配合', '/', '2026年'],
    ]);
    expect(rolesOf(reading)).toEqual(['○省发展改革委 ○省经信厅', '●省数据局 △省财政厅', '●省教育厅 △省人力社保厅']);
    expect(duesOf(reading)).toEqual(['ongoing 持续推进', 'date 2026-06-30', 'date 2026-12-31']);
  });

  test('units can be offices inside one bureau, without numbers and times (layout 8)', async () => {
    const reading = await readRows([
      ['重点任务', '工作内容', '负责科室'],
      ['主动公开', '公开规范性文件。', '综合科、各业务科室'],
      ['依申请公开', '办理申请。', '综合科'],
    ]);
    expect(rolesOf(reading)).toEqual(['○综合科 ○各业务科室', '●综合科']);
    expect(reading.tasks.map((task) => task.number)).toEqual([1, 2]);
  });

  test('heads take three rows, with the units under one head (layout C)', async () => {
    const reading = await readRows(
      [
        ['2023年重点工作清单', null, null, null, null],
        ['填报单位：', null, null, null, null],
        ['序号', '工作内容', '责任分工', null, '完成时限'],
        [null, null, '牵头责任单位', '协同责任单位', null],
        [1, '2023年6月底前建成文化馆。', '县文旅局', '县财政局', '6月底'],
      ],
      { merges: ['A1:E1', 'A2:E2', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4'] },
    );
    expect(rolesOf(reading)).toEqual(['●县文旅局 △县财政局']);
    expect(duesOf(reading)).toEqual(['date 2023-06-30']);
  });

  test('rows of units under one task belong to it; sums, remarks and repeated heads are no tasks', async () => {
    const reading = await readRows(
      [
        ['序号', '工作任务', '责任单位', '完成时限'],
        [1, '整治校园周边。', '县教育局', '6月底前'],
        [null, null, '县公安局', '9月底前'],
        ['序号', '工作任务', '责任单位', '完成时限'],
        [2, '检查食堂。', '县市场监督管理局', null],
        ['合计', '2项', null, null],
        ['注：各单位按月报送。', null, null, null],
      ],
      { merges: ['A2:A3', 'B2:B3', 'A7:D7'] },
    );
    expect(reading.tasks).toHaveLength(2);
    expect(reading.tasks[0]?.responsibilities.map((item) => item.roles[0]?.agency)).toEqual(['县教育局', '县公安局']);
    expect(reading.tasks[0]?.dues).toHaveLength(2);
  });

  test('a task nobody is named for is kept and told', async () => {
    const reading = await readRows([
      ['序号', '工作任务', '责任单位'],
      [1, '检查食堂。', '县教育局'],
      [2, '检查车站。', '无'],
    ]);
    expect(reading.warnings).toMatchObject([{ code: 'NO_RESPONSIBILITY', task: 2 }]);
  });

  test('of several sheets the one with most tasks is read, and the others are told', async () => {
    const head = ['序号', '工作任务', '责任单位'];
    const sheets = { 总表: [head, [1, '甲任务。', '县教育局'], [2, '乙任务。', '县公安局']] };
    const { warnings, tasks } = await readRows([head, [1, '甲任务。', '县教育局']], { sheets });
    expect(tasks).toHaveLength(2);
    expect(warnings[0]?.message).toBe('另有1张工作表也像任务表，只读取了“总表”，请核对是否漏了任务。');
  });
});

describe('the same table in other files', () => {
  const rows = [
    ['序号', '工作任务', '牵头单位', '配合单位', '完成时限'],
    ['1', '建成标准化菜市场5个。', '县商务局', '县市场监督管理局\n县住房和城乡建设局', '12月底前'],
    ['2', '改造老旧小区。', '县住房和城乡建设局', '县财政局', '长期坚持'],
    [null, '加装电梯。', null, '县财政局', '11月20日前'],
  ] as const;
  const expected = [
    '●县商务局 △县市场监督管理局 △县住房和城乡建设局',
    '●县住房和城乡建设局 △县财政局',
    '●县住房和城乡建设局 △县财政局',
  ];
  const title = '某县2022年重点工作任务分解表';

  test.each(['xlsx', 'biff8'] as const)('a workbook of the kind %s', async (kind) => {
    const withTitle: Rows = [[title], ...rows];
    const { reading } = await read(workbookOf(kind, withTitle, { merges: ['A4:A5', 'C4:C5'] }), '表.et');
    expect(rolesOf(reading)).toEqual(expected);
    expect(duesOf(reading)).toEqual(['date 2022-12-31', 'ongoing 长期坚持', 'date 2022-11-20']);
  });

  test('a workbook of the time before Unicode, which has no merged cells', async () => {
    const { reading } = await read(workbookOf('biff5', [[title], ...rows.slice(0, 3)]), '表.xls');
    expect(reading.title).toBe(title);
    expect(rolesOf(reading)).toEqual(expected.slice(0, 2));
  });

  test('a table in a Word document, under its heading', async () => {
    const body = paragraph(title) + paragraph('一、城乡建设') + table(rows);
    const { reading } = await read(docx(body), '表.docx');
    expect(reading).toMatchObject({ title, year: 2022 });
    expect(reading.sections.map((section) => section.title)).toEqual(['城乡建设']);
    expect(rolesOf(reading)).toEqual(expected);
  });

  test('a document that says everything twice is read once, from its text', async () => {
    const text = [
      '某县2022年工作安排',
      '一、城乡建设',
      '1.建成标准化菜市场5个。（县商务局牵头，县市场监督管理局配合）',
      '2.改造老旧小区。（县住房和城乡建设局牵头，县财政局配合）',
      '附件：任务分解表',
    ];
    const annex = [rows[0], rows[1], rows[2]];
    const { reading } = await read(docx(text.map((line) => paragraph(line)).join('') + table(annex)), '安排.docx');
    expect(reading.tasks.map((task) => task.content)).toEqual(['建成标准化菜市场5个。', '改造老旧小区。']);
    expect(reading.title).toBe('某县2022年工作安排');
  });

  test('every span lies on the words it speaks of', async () => {
    const { text, reading } = await read(docx(paragraph(title) + table(rows)), '表.docx');
    for (const task of reading.tasks) {
      for (const { roles: read, span } of task.responsibilities) {
        for (const role of read) {
          expect(text.slice(role.span.start, role.span.end)).toBe(role.agency);
          expect(role.span.start).toBeGreaterThanOrEqual(span.start);
          expect(role.span.end).toBeLessThanOrEqual(span.end);
        }
      }
      for (const item of [...task.targets, ...task.dues])
        expect(text.slice(item.span.start, item.span.end)).toBe(item.text);
    }
  });
});
