import { FORM_SHEET } from '#backend/sheets/form-format.ts';
import type { FileKind, OddPart } from '../book.ts';
import type { Damage, WriterName } from '../damage.ts';
import { type Draft, keysOfRow, soften } from '../draft.ts';
import { BOX_ROWS } from '../writers/odd-parts.ts';

function odd(name: string, part: OddPart, after?: (draft: Draft) => void): Damage {
  return {
    name: `parts: ${name}`,
    group: 'parts',
    apply: (draft) => {
      draft.book.oddParts.push(part);
      after?.(draft);
    },
  };
}

/** Odd parts of the container, which cost at most themselves. */
export const PART_DAMAGES: readonly Damage[] = [
  odd('odd document properties', 'properties'),
  odd('strict Open XML', 'strict'),
  odd('prefixed element names', 'prefixed'),
  odd('inline strings', 'inline-strings'),
  odd('parts nobody knows', 'extra-parts'),
  odd('a text box with a remark', 'text-box', (draft) => {
    draft.book.box = { text: '第3家企业已于9月注销', sheet: draft.sheet.name };
    draft.remarks.push('第3家企业已于9月注销');
    // It stands over these rows, and may speak of them.
    for (const row of draft.sheet.rows.slice(BOX_ROWS.from, BOX_ROWS.to + 1)) {
      if (row.task !== null) soften(draft, keysOfRow(draft, row));
    }
  }),
  odd('a picture', 'picture'),
  odd('days counted from 1904', 'dates-from-1904'),
];

/** Files of one sheet: the words as they are shown, nothing hidden but hidden columns. */
const ONE_SHEET: ReadonlySet<FileKind> = new Set(['html', 'csv', 'csv-gb18030', 'tsv-utf16', 'docx']);

function savedAs(name: string, kind: FileKind, ending: string, without: readonly WriterName[]): Damage {
  return {
    name: `file: ${name}`,
    group: 'file',
    without,
    apply: (draft) => {
      const { book } = draft;
      if (ONE_SHEET.has(kind)) {
        if (draft.needsSheets || draft.hasMerges) return false;
        book.sheets = book.sheets.filter((sheet) => sheet.name !== FORM_SHEET);
        draft.evidence.ids = false;
        draft.remarks.length = 0;
        // Who copies a table into a document copies what is seen.
        if (kind === 'docx') draft.evidence.rowIds = false;
      }
      if (kind !== 'xlsx' && (book.oddParts.length > 0 || draft.hasUncounted)) return false;
      book.kind = kind;
      rename(draft, ending);
      return true;
    },
  };
}

function rename({ book }: Draft, ending: string): void {
  book.fileName = book.fileName.replace(/\.\w+$/u, `.${ending}`);
}

export const FILE_DAMAGES: readonly Damage[] = [
  savedAs('old .xls', 'xls', 'xls', ['exceljs']),
  savedAs('.et of WPS', 'xls', 'et', ['exceljs', 'LibreOffice']),
  savedAs('.ods', 'ods', 'ods', ['exceljs']),
  savedAs('.xlsb', 'xlsb', 'xlsb', ['exceljs', 'LibreOffice']),
  savedAs('a web page as .xls', 'html', 'xls', ['exceljs']),
  savedAs('a web page', 'html', 'html', ['exceljs']),
  savedAs('.csv, UTF-8', 'csv', 'csv', ['exceljs']),
  savedAs('.csv, GB18030', 'csv-gb18030', 'csv', ['exceljs', 'LibreOffice']),
  savedAs('.txt with tabs, UTF-16', 'tsv-utf16', 'txt', ['exceljs', 'LibreOffice']),
  savedAs('XML of Excel 2003', 'xml-2003', 'xml', ['exceljs', 'LibreOffice']),
  savedAs('a table in a Word document', 'docx', 'docx', ['SheetJS', 'LibreOffice']),
  savedAs('.xlsm', 'xlsx', 'xlsm', []),
  savedAs('.xlsx with the ending .xls', 'xlsx', 'xls', []),
  savedAs('capitals in the ending', 'xlsx', 'XLSX', []),
  {
    name: 'file: in a .zip',
    group: 'file',
    apply: ({ book }) => {
      book.isZipped = true;
    },
  },
];
