/** exceljs's table of built-in number formats, by their numbers; a part of the library without types. */
declare module 'exceljs/lib/xlsx/defaultnumformats.js' {
  const formats: Record<number, { f?: string; 'zh-cn'?: string }>;
  // The library is CommonJS: what it exports is the default here.
  // biome-ignore lint/style/noDefaultExport: as above
  export default formats;
}
