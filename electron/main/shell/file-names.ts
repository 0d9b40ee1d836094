import path from 'node:path';

/** The kinds of file that leave the program, as the save dialog names them. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  xlsx: 'Excel 工作簿',
  csv: 'CSV 表格',
  txt: '文本文件',
  html: '网页',
  pdf: 'PDF 文件',
  json: '表样文件',
};

/** The filter of a save dialog for a name such as 责任台账.xlsx; none for a name without a known kind. */
export function filtersFor(fileName: string): { name: string; extensions: string[] }[] {
  const kind = path.extname(fileName).slice(1).toLowerCase();
  const name = KIND_NAMES[kind];
  return name === undefined ? [] : [{ name, extensions: [kind] }];
}

/** Linux dialogs do not add the extension of the filter by themselves. @param extension with its dot, or empty */
export function withExtension(chosen: string, extension: string): string {
  return path.extname(chosen).toLowerCase() === extension.toLowerCase() ? chosen : chosen + extension;
}
