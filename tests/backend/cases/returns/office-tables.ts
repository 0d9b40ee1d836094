import ExcelJS from 'exceljs';

/**
 * Tables of other offices, as they lay them out: never a form of ours. Each says for October 2021 what a few units did
 * on tasks of the embedded plan.
 */
export type OfficeTable = {
  readonly name: string;
  readonly fileName: string;
  readonly build: (words: (task: number) => string) => Promise<Uint8Array>;
  /** What a careful person reads: `task agency field` → value. */
  readonly says: Readonly<Record<string, string>>;
  /** Task texts of rows that are no task of the plan. */
  readonly strangers?: readonly string[];
};

type Value = string | number | Date | null;

async function bytesOf(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void, name = 'Sheet1') {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet(name), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function table(rows: readonly (readonly Value[])[], merges: readonly string[] = []) {
  return bytesOf((sheet) => {
    sheet.addRows(rows.map((row) => [...row]));
    for (const merge of merges) sheet.mergeCells(merge);
  });
}

const [FARM, MARKET, POLICE, TRAFFIC, GRAIN] = [
  '县农业农村局',
  '县市场监督管理局',
  '县公安局',
  '县交通运输局',
  '县发展和改革局',
];

export const OFFICE_TABLES: readonly OfficeTable[] = [
  {
    name: 'by unit, the unit merged down (重点工作台账)',
    fileName: '2021年10月重点工作台账.xlsx',
    build: (words) =>
      table(
        [
          ['2021年10月重点工作推进台账'],
          ['单位', '重点工作内容', '完成时间', '责任人', '进度情况'],
          [FARM, words(5), '12月底前', '张某', '已推广农艺调控 1200 亩'],
          [null, words(10), '全年', '李某', '检查农药门店 36 家'],
          [TRAFFIC, words(2), '持续推进', '王某', '印发消毒规范 1 份'],
        ],
        ['A1:E1', 'A3:A4'],
      ),
    says: {
      [`5 ${FARM} narrative`]: '已推广农艺调控 1200 亩',
      [`10 ${FARM} narrative`]: '检查农药门店 36 家',
      [`2 ${TRAFFIC} narrative`]: '印发消毒规范 1 份',
    },
  },
  {
    name: 'a supervision ledger with lead and cooperating units (督查台账)',
    fileName: '政府督查室10月台账.xlsx',
    build: (words) =>
      table(
        [
          ['县政府督查台账（2021年10月）'],
          ['立项编号', '督查事项', '批示领导', '牵头单位', '配合单位', '反馈时间要求', '最近反馈情况', '是否办结'],
          ['督〔2021〕1号', words(5), '某县长', FARM, '无', '10月25日', '已完成取样 40 个', '已完成'],
          ['督〔2021〕2号', words(7), '某县长', GRAIN, FARM, '10月25日', '抽查收储企业 5 家', '推进中'],
        ],
        ['A1:H1'],
      ),
    says: {
      [`5 ${FARM} narrative`]: '已完成取样 40 个',
      [`5 ${FARM} status`]: '已完成',
      [`7 ${GRAIN} narrative`]: '抽查收储企业 5 家',
      [`7 ${GRAIN} status`]: '推进中',
    },
  },
  {
    name: 'colours, last month beside this one (亮灯通报)',
    fileName: '亮灯通报.xlsx',
    build: (words) =>
      table(
        [
          ['食品安全重点工作亮灯通报'],
          ['通报期：2021年10月'],
          ['序号', '工作任务', '责任单位', '完成时限', '上月进展情况', '本月进展情况', '完成率', '亮灯'],
          [2, words(2), TRAFFIC, '12月底', '九月的话', '消毒车辆 120 台次', 0.6, '绿'],
          [5, words(5), FARM, '12月底', '九月的话', '推广 1200 亩', 0.45, '黄'],
        ],
        ['A1:H1', 'A2:H2'],
      ),
    says: {
      [`2 ${TRAFFIC} narrative`]: '消毒车辆 120 台次',
      [`2 ${TRAFFIC} percent`]: '60',
      [`5 ${FARM} narrative`]: '推广 1200 亩',
      [`5 ${FARM} percent`]: '45',
    },
  },
  {
    name: 'heads in two rows under one (完成情况)',
    fileName: '10月调度表.xlsx',
    build: (words) =>
      table(
        [
          ['2021年10月重点任务调度表'],
          ['填报单位：县食安办', null, null, '填报时间：2021年10月12日'],
          ['序号', '重点任务', '责任单位', '完成情况', null, null, '存在问题'],
          [null, null, null, '状态', '比例', '进展', null],
          [1, words(5), FARM, '推进中', '45%', '推广 1200 亩', '资金缺口大'],
          [2, words(2), TRAFFIC, '已完成', '100%', '规范已印发', null],
        ],
        ['A1:G1', 'D3:F3', 'A3:A4', 'B3:B4', 'C3:C4', 'G3:G4'],
      ),
    says: {
      [`5 ${FARM} status`]: '推进中',
      [`5 ${FARM} percent`]: '45',
      [`5 ${FARM} narrative`]: '推广 1200 亩',
      [`5 ${FARM} problems`]: '资金缺口大',
      [`2 ${TRAFFIC} status`]: '已完成',
      [`2 ${TRAFFIC} percent`]: '100',
      [`2 ${TRAFFIC} narrative`]: '规范已印发',
    },
  },
  {
    name: 'sections between the rows, units one below the other in a cell, a row that is no task',
    fileName: '泽州县10月食品安全工作进展.xlsx',
    build: (words) =>
      table(
        [
          ['泽州县2021年10月食品安全工作进展'],
          ['序号', '任务内容', '责任单位', '工作进展', '下步打算'],
          ['一', '严格进口冷链食品管控'],
          [1, words(2), '交通运输局', '消毒车辆 120 台次', '继续抽查'],
          [2, '推进冷链仓库备案，按季度抽查温度记录并向社会公布。', '交通运输局', '备案 12 家', null],
          ['二', '强化突出问题整顿治理'],
          [3, words(11), '市场监督管理局\n公安局', '查处案件 3 起', null],
          ['合计', null, null, '共 3 项'],
        ],
        ['A1:E1'],
      ),
    says: {
      [`2 ${TRAFFIC} narrative`]: '消毒车辆 120 台次',
      [`2 ${TRAFFIC} nextSteps`]: '继续抽查',
      [`11 ${MARKET} narrative`]: '查处案件 3 起',
      [`11 ${POLICE} narrative`]: '查处案件 3 起',
    },
    strangers: ['推进冷链仓库备案，按季度抽查温度记录并向社会公布。'],
  },
  {
    name: 'a weekly table with plan of next week (周调度)',
    fileName: '周调度10月第2周.xlsx',
    build: (words) =>
      table([
        ['重点工作周调度表（2021年10月第2周）'],
        ['责任单位', '工作事项', '本周进展', '存在困难和问题', '下周计划'],
        [FARM, words(5), '本周推广 300 亩', '农机不足', '再推广 300 亩'],
        [TRAFFIC, words(2), '消毒 30 台次', '无', '继续消毒'],
      ]),
    says: {
      [`5 ${FARM} narrative`]: '本周推广 300 亩',
      [`5 ${FARM} problems`]: '农机不足',
      [`5 ${FARM} nextSteps`]: '再推广 300 亩',
      [`2 ${TRAFFIC} narrative`]: '消毒 30 台次',
      [`2 ${TRAFFIC} problems`]: '无',
      [`2 ${TRAFFIC} nextSteps`]: '继续消毒',
    },
  },
  {
    name: 'rectification (整改台账): what is to be mended, by when, how far',
    fileName: '2021年10月问题整改台账.xlsx',
    build: (words) =>
      table(
        [
          ['2021年10月食品安全问题整改台账'],
          [
            '序号',
            '工作任务',
            '整改责任单位',
            '存在问题',
            '整改措施',
            '整改时限',
            '整改负责人',
            '整改完成状态',
            '备注',
          ],
          [1, words(5), FARM, '台账不全', '补齐台账', '2021-10-31', '张某', '已完成', null],
          [2, words(2), TRAFFIC, '记录缺失', '补录记录', '2021-11-30', '王某', '推进中', '需复查'],
        ],
        ['A1:I1'],
      ),
    says: {
      [`5 ${FARM} problems`]: '台账不全',
      [`5 ${FARM} nextSteps`]: '补齐台账',
      [`5 ${FARM} status`]: '已完成',
      [`2 ${TRAFFIC} problems`]: '记录缺失',
      [`2 ${TRAFFIC} nextSteps`]: '补录记录',
      [`2 ${TRAFFIC} status`]: '推进中',
    },
  },
  {
    name: 'five words instead of colours, several labels in one cell above, notes below (进度通报)',
    fileName: '金某县进度通报.xlsx',
    build: (words) =>
      table(
        [
          ['2021年10月政府工作报告任务进度通报'],
          ['填报单位：县政府办   填报人：赵某   审核人：钱某   联系电话：13800000000'],
          ['序号', '任务名称', '责任单位', '进度评价', '完成百分比', '进展情况', '更新日期'],
          [1, words(5), FARM, '达进度', '45%', '推广 1200 亩', new Date(Date.UTC(2021, 9, 11))],
          [2, words(9), GRAIN, '欠进度', '10%', '收购 2 批', new Date(Date.UTC(2021, 9, 10))],
          ['注：达进度指不低于时序进度。'],
        ],
        ['A1:G1', 'A2:G2', 'A6:G6'],
      ),
    says: {
      [`5 ${FARM} percent`]: '45',
      [`5 ${FARM} narrative`]: '推广 1200 亩',
      [`5 ${FARM} reportedOn`]: '2021-10-11',
      [`9 ${GRAIN} percent`]: '10',
      [`9 ${GRAIN} narrative`]: '收购 2 批',
      [`9 ${GRAIN} reportedOn`]: '2021-10-10',
    },
  },
];
