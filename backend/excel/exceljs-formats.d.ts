/** exceljs's table of built-in number formats, by their numbers; a part of the library without types. */
declare module 'exceljs/lib/xlsx/defaultnumformats.js' {
  const formats: Record<number, { f?: string; 'zh-cn'?: string }>;
  // biome-ignore lint/style/noDefaultExport: a CommonJS module is its own default export
  export default formats;
}
