import type { FileKind } from '#backend/files/file-kind.ts';

/** What holds sentences may well be the plan itself, given in the wrong place. */
const IF_A_PLAN = '如果这是工作安排的正文，请用“文件 → 新建计划（读取文件）”读取。';
const SAVE_AS_WORKBOOK = '请用 Excel 或 WPS 打开后另存为“.xlsx”再试。';

/** What to do with a file that holds no table for us, by what it is. */
export const ADVICE: Readonly<Record<FileKind, string>> = {
  text: `其中没有用逗号、制表符或分号隔开的表格。是填报内容的，请粘贴到 Excel 或 WPS 表格中另存为“.xlsx”再试。${IF_A_PLAN}`,
  html: '网页里没有表格。请打开后把表格复制到 Excel 或 WPS 中，另存为“.xlsx”再试。',
  'web-archive': '网页里没有表格。请打开后把表格复制到 Excel 或 WPS 中，另存为“.xlsx”再试。',
  rtf: '请用 Word 或 WPS 打开后另存为“.docx”再试。',
  xml: SAVE_AS_WORKBOOK,
  xml2003: SAVE_AS_WORKBOOK,
  pdf: `请对方发来 Excel、WPS 或 Word 的原件；只有纸质或扫描件的，请照着手工填写。${IF_A_PLAN}`,
  picture: '请对方发来 Excel、WPS 或 Word 的原件；只有照片的，请照着手工填写。',
  xlsx: SAVE_AS_WORKBOOK,
  xlsb: SAVE_AS_WORKBOOK,
  docx: `文档里没有表格。是填报内容的，请填入填报表再试。${IF_A_PLAN}`,
  'data-file': '是本程序的数据文件的，请用“文件 → 并入另一数据文件”收入其中的进展。',
  program: '请不要运行它，向对方核实后请其重新发送表格。',
  pptx: '请把其中的表格复制到 Excel 或 WPS 中，另存为“.xlsx”再试。',
  ofd: '请对方发来 Excel、WPS 或 Word 的原件。',
  ods: SAVE_AS_WORKBOOK,
  odf: '请用 WPS 或 LibreOffice 打开后另存为“.docx”或“.xlsx”再试。',
  zip: '请先解压，再选择其中的表格。',
  'broken-zip': '请对方重新发送。',
  archive: '请先解压，再选择其中的表格。',
  xls: SAVE_AS_WORKBOOK,
  doc: '请用 Word 或 WPS 打开后另存为“.docx”再试。',
  encrypted: SAVE_AS_WORKBOOK,
  empty: '请对方重新发送。',
  unknown: '请确认选对了文件；是表格的，请用 Excel 或 WPS 打开后另存为“.xlsx”再试。',
};
