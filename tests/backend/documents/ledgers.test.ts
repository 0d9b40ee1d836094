import { describe, expect, test } from 'vitest';
import { readDocument } from '#backend/documents/read-document.ts';
import { workbookParts, zipOf } from '../files/zip-of.ts';
import { read, readOne } from './a-ledger.ts';
import { duesOf, rolesOf } from './marks-of.ts';

// Ledgers as clerks really keep them, written by the library that writes whatever Excel can: dates, rich text,
// formulas, hidden rows and sheets, titles and labels above the heads, remarks below.

const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

describe('a ledger as a clerk keeps it', () => {
  test('has an annex number, a title and labels above its heads, remarks below, and instructions on another sheet', async () => {
    const reading = await read({
      填表说明: { rows: [['填表说明'], ['1.每月5日前报送。'], ['序号', '说明'], [1, '任务名称不得修改']] },
      任务台账: {
        rows: [
          ['附件1'],
          ['临川县2024年政府工作报告重点任务分解台账'],
          ['填报单位（盖章）：', null, '填报人：', null, '填报日期：', day(2024, 3, 1)],
          ['序号', '重点任务', '具体内容', '牵头单位', '责任单位', '完成时限', '备注'],
          [1, '培育企业', '新增规上工业企业不少于12家。', '县工信局', '县统计局、各乡镇（街道）', day(2024, 12, 31)],
          ['2', '建设充电桩', '新建公共充电桩200个。', '县发改委', '县住建局\n县供电公司', day(2024, 9, 30), '省定'],
          ['备注：本表所列任务按季度调度。'],
          ['填表人：张三', null, '联系电话：123'],
        ],
        merges: ['A2:G2', 'A7:G7'],
      },
    });
    expect(reading).toMatchObject({ title: '临川县2024年政府工作报告重点任务分解台账', year: 2024, sections: [] });
    expect(reading.tasks.map((task) => task.content)).toEqual([
      '培育企业\n新增规上工业企业不少于12家。',
      '建设充电桩\n新建公共充电桩200个。',
    ]);
    expect(rolesOf(reading)).toEqual(['●县工信局 ○县统计局 ○各乡镇（街道）', '●县发改委 ○县住建局 ○县供电公司']);
    expect(duesOf(reading)).toEqual(['date 2024-12-31', 'date 2024-09-30']);
  });

  test('says the roles with verbs, labels and brackets inside one column, and the times as hurried people write them', async () => {
    const reading = await readOne([
      ['序号', '工作任务', '责任单位及分工', '时间节点'],
      [1, '开展燃气安全整治。', '县住建局牵头，县应急局、县市场监管局配合', '2024.6.30'],
      [2, '整治自建房。', '牵头单位：县住建局\n配合单位：县自然资源局、各乡镇', '6月底'],
      [3, '检查校园食品。', '县教育局、县市场监管局按职责分工负责', '2024-06-30'],
      [4, '备汛。', '县水利局', '2024/6'],
      [5, '防火。', '县林业局（牵头）、县应急局', '第二季度'],
      [6, '禁毒。', '县公安局负责，各相关单位配合', '全年'],
    ]);
    expect(rolesOf(reading)).toEqual([
      '●县住建局 △县应急局 △县市场监管局',
      '●县住建局 △县自然资源局 △各乡镇',
      '○县教育局 ○县市场监管局',
      '●县水利局',
      '●县林业局 ○县应急局',
      '●县公安局 △各相关单位',
    ]);
    expect(duesOf(reading)).toEqual([...Array.from({ length: 5 }, () => 'date 2024-06-30'), 'ongoing 全年']);
  });

  test('repeats its title and heads on every page', async () => {
    const title = ['2024年重点项目责任清单'];
    const heads = ['序号', '项目名称', '建设内容', '责任领导', '牵头单位', '配合单位', '完成时限'];
    const reading = await readOne(
      [
        title,
        heads,
        [1, '城东水厂', '建成水厂。', '王强', '县水利局', '县发展和改革局', '2024年10月'],
        title,
        heads,
        [2, '体育馆', '主体完工。', '赵伟', '县教育体育局', '—', '年底前'],
        ['合计', '2个项目'],
      ],
      { merges: ['A1:G1', 'A4:G4'] },
    );
    expect(reading.sections).toEqual([]);
    expect(rolesOf(reading)).toEqual(['●县水利局 △县发展和改革局', '●县教育体育局']);
    expect(duesOf(reading)).toEqual(['date 2024-10-31', 'date 2024-12-31']);
  });

  test('has heads of three rows, notes under them, and three columns of units', async () => {
    const reading = await readOne(
      [
        ['2023年食品安全重点工作责任清单'],
        ['序号', '工作任务', null, '责任单位', null, null, '完成时限'],
        [null, '任务', '具体措施', '牵头', '主责', '协同', null],
        [null, null, null, '（一个）', '（可多个）', '（可多个）', null],
        ['一、源头治理'],
        [1, '土壤污染防治', '完成耕地污染调查。', '县生态环境局', '县农业农村局', '县自然资源局', '11月底前'],
        ['二、过程监管'],
        [2, '校园食堂', '明厨亮灶覆盖率100%。', '县市场监督管理局', '县教育局', '/', '9月1日前'],
      ],
      { merges: ['A1:G1', 'A2:A4', 'B2:C2', 'D2:F2', 'G2:G4', 'A5:G5', 'A7:G7'] },
    );
    expect(reading.sections.map(({ title }) => title)).toEqual(['源头治理', '过程监管']);
    expect(rolesOf(reading)).toEqual(['●县生态环境局 ○县农业农村局 △县自然资源局', '●县市场监督管理局 ○县教育局']);
    expect(duesOf(reading)).toEqual(['date 2023-11-30', 'date 2023-09-01']);
  });

  test("of leaders' instructions begins in the second column, with blank rows between (layout 11)", async () => {
    const reading = await readOne([
      [],
      [null, '2024年督查事项'],
      [],
      [null, '立项编号', '批示件名称（来源）', '批示领导', '牵头单位', '配合单位', '反馈时间要求', '最近反馈情况'],
      [null, 'DC-001', '整治占道经营', '县长', '县城管局', '县公安局', '3月15日前', '正在办理'],
      [],
      [null, 'DC-002', '学校周边安全', '副县长', '县教育局', null, '3月20日前', null],
    ]);
    expect(reading.title).toBe('2024年督查事项');
    expect(reading.tasks.map((task) => [task.number, task.content])).toEqual([
      [1, '整治占道经营'],
      [2, '学校周边安全'],
    ]);
    expect(rolesOf(reading)).toEqual(['●县城管局 △县公安局', '●县教育局']);
    expect(duesOf(reading)).toEqual(['date 2024-03-15', 'date 2024-03-20']);
  });

  test('counts with formulas, links and paints its words, and has cells whose formula failed', async () => {
    const reading = await readOne([
      ['编号', '事项', '要求', '责任部门', '办结时限'],
      [
        { formula: 'ROW()-1', result: 1 },
        { richText: [{ text: '放' }, { font: { bold: true }, text: '管服' }] },
        '精简审批事项30项。',
        { formula: 'X!A1', result: '县行政审批局' },
        '2024年6月',
      ],
      [
        { formula: 'ROW()-1', result: 2 },
        '营商环境',
        '企业开办0.5天办结。',
        { text: '县税务局', hyperlink: 'http://example.org' },
        { formula: '1/0', result: { error: '#DIV/0!' } },
      ],
    ]);
    expect(reading.tasks.map((task) => [task.number, task.title])).toEqual([
      [1, '放管服'],
      [2, '营商环境'],
    ]);
    expect(rolesOf(reading)).toEqual(['●县行政审批局', '●县税务局']);
    expect(duesOf(reading)).toEqual(['date 2024-06-30', '']);
  });

  test('has three levels of tasks, of which the upper two are headings', async () => {
    const reading = await readOne(
      [
        ['某县2025年工作要点任务分解表'],
        ['一级任务', '二级任务', '三级任务', '牵头单位', '责任单位', '时限'],
        ['一、产业', '（一）工业', '1.技改30项。', '县工信局', '县发改局', '年底'],
        [null, null, '2.新增规上10家。', '县工信局', '县统计局', '年底'],
        [null, '（二）农业', '3.粮食播种50万亩。', '县农业农村局', '各乡镇', '10月'],
        ['二、民生', '（三）教育', '4.新建学校2所。', '县教育局', '县住建局', '8月'],
      ],
      { merges: ['A1:F1', 'A3:A5', 'B3:B4'] },
    );
    expect(reading.sections.map(({ title }) => title)).toEqual(['产业：工业', '产业：农业', '民生：教育']);
    expect(reading.tasks.map(({ section, content }) => [section, content])).toEqual([
      [1, '1.技改30项。'],
      [1, '2.新增规上10家。'],
      [2, '3.粮食播种50万亩。'],
      [3, '4.新建学校2所。'],
    ]);
  });

  test('has times from one month to another, and cells that are not decided yet', async () => {
    const reading = await readOne([
      ['某县2025年台账'],
      ['序号', '工作任务', '责任单位', '完成时限'],
      [1, '甲任务。', '县教育局', '2025.3—2025.12'],
      [2, '乙任务。', '县公安局', '6-9月'],
      [3, '丙任务。', '待定', '待定'],
    ]);
    expect(duesOf(reading)).toEqual(['date 2025-12-31', 'date 2025-09-30', '']);
    expect(rolesOf(reading)).toEqual(['●县教育局', '●县公安局', '']);
  });

  test('shows a month, and means its last day', async () => {
    const reading = await readOne(
      [
        ['序号', '工作任务', '责任单位', '完成时间'],
        [1, '建成文化馆。', '县文旅局', day(2024, 6, 1)],
        [2, '开放图书馆。', '县文旅局', day(2024, 6, 1)],
      ],
      { formats: { D2: 'yyyy"年"m"月";@', D3: 'yyyy"年"m"月"d"日";@' } },
    );
    expect(duesOf(reading)).toEqual(['date 2024-06-30', 'date 2024-06-01']);
  });

  test('has targets of their own beside the tasks, leaders for several rows, and fields of work merged down', async () => {
    const reading = await readOne(
      [
        ['领域', '序号', '目标任务', '量化指标', '牵头县领导', '责任单位', '完成时间'],
        ['经济', 1, '稳增长', 'GDP增长6%', '张县长', '县发展和改革局', '全年'],
        [null, 2, '扩投资', '固定资产投资增长8%', null, '县发展和改革局\n县财政局', '全年'],
        ['民生', 3, '促就业', '城镇新增就业5000人', '李县长', '县人力资源和社会保障局', '全年'],
      ],
      { merges: ['A2:A3', 'E2:E3'] },
    );
    expect(reading.tasks.map((task) => [task.section, task.targets[0]?.value])).toEqual([
      [1, 6],
      [1, 8],
      [2, 5000],
    ]);
    expect(rolesOf(reading)).toEqual(['●县发展和改革局', '○县发展和改革局 ○县财政局', '●县人力资源和社会保障局']);
  });
});

test('dates that Chinese Excel formats by number alone are dates (built-in formats 31 and 57)', async () => {
  const words = (row: number, texts: readonly string[]): string =>
    texts.map((text, at) => `<c r="${'ABCD'[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const SERIAL_OF_JUNE_1ST_2024 = 45444;
  const rows = [
    words(1, ['序号', '工作任务', '责任单位', '完成时间']),
    `${words(2, ['1', '建成文化馆。', '县文旅局'])}<c r="D2" s="1"><v>${SERIAL_OF_JUNE_1ST_2024}</v></c>`,
    `${words(3, ['2', '开放图书馆。', '县文旅局'])}<c r="D3" s="2"><v>${SERIAL_OF_JUNE_1ST_2024}</v></c>`,
  ].map((cells, index) => `<row r="${index + 1}">${cells}</row>`);
  const formats = [0, 31, 57].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0"/>`);
  const looks =
    '<fonts><font/></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders>';
  const styles = {
    name: 'xl/styles.xml',
    content: `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${looks}<cellXfs count="3">${formats.join('')}</cellXfs></styleSheet>`,
  };
  const bytes = zipOf([...workbookParts(`<sheetData>${rows.join('')}</sheetData>`), styles]);
  const { reading } = await readDocument(bytes, '台账.xlsx');
  expect(duesOf(reading)).toEqual(['date 2024-06-01', 'date 2024-06-30']);
});

describe('what a workbook hides or repeats', () => {
  const heads = ['序号', '工作任务', '牵头单位'];

  test('rows that a filter hides are read and told; a hidden sheet is not read', async () => {
    const reading = await read({
      今年: { rows: [heads, [1, '甲任务。', '县教育局'], [2, '乙任务。', '县财政局']], hiddenRows: [3] },
      去年: {
        rows: [heads, ...Array.from({ length: 9 }, (_, i) => [i + 1, `旧任务${i}。`, '县民政局'])],
        hidden: true,
      },
    });
    expect(rolesOf(reading)).toEqual(['●县教育局', '●县财政局']);
    expect(reading.warnings[0]?.message).toContain('有1行被隐藏');
  });

  test('a sheet for each field of work is one plan, each under its name', async () => {
    const reading = await read(
      {
        政府口: { rows: [heads, [1, '甲任务。', '县教育局'], [2, '乙任务。', '县公安局']] },
        党委口: { rows: [heads, [1, '丙任务。', '县委组织部'], [2, '丁任务。', '县委宣传部']] },
      },
      '某县2024年重点任务.xlsx',
    );
    expect(reading).toMatchObject({ title: '某县2024年重点任务', year: 2024 });
    expect(reading.sections.map(({ title }) => title)).toEqual(['政府口', '党委口']);
    expect(reading.tasks.map(({ number, section }) => [number, section])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
    ]);
    expect(reading.warnings[0]?.message).toContain('“政府口”、“党委口”');
  });

  test('of sheets for several years the last is the plan', async () => {
    const reading = await read({
      '2023年': { rows: [heads, ...Array.from({ length: 5 }, (_, i) => [i + 1, `旧任务${i}。`, '县民政局'])] },
      '2024年': { rows: [heads, [1, '甲任务。', '县教育局']] },
    });
    expect(rolesOf(reading)).toEqual(['●县教育局']);
    expect(reading.warnings[0]?.message).toBe('另有1张工作表也像任务表，只读取了“2024年”，请核对是否漏了任务。');
  });

  test('a task without number and units goes with the one above, and that is told', async () => {
    const reading = await readOne([
      [...heads, '配合单位'],
      [1, '改造老旧小区。', '县住建局', '县财政局'],
      [null, '加装电梯。', null, '县应急局'],
    ]);
    expect(rolesOf(reading)).toEqual(['●县住建局 △县财政局', '●县住建局 △县应急局']);
    expect(reading.warnings.map(({ message }) => message)).toContain(
      '第2项没有序号和责任单位，按合并单元格处理，沿用上一项的单位，请核对。',
    );
  });
});
