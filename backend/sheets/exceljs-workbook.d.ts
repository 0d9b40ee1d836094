/** The part of exceljs that holds a workbook and writes it at once, without the streams beside it. */
declare module 'exceljs/lib/doc/workbook.js' {
  import { Workbook } from 'exceljs';
  export default Workbook;
}
