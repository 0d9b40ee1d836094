import JSZip from 'jszip';
import type { Book, BookCell, BookSheet } from '../book.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const escaped = (text: string): string =>
  text.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** Words of a cell as somebody who copies a table into Word sees them. */
function shown({ content, format }: BookCell): string {
  if (content === null) return '';
  if (typeof content === 'number') {
    // A percent sign in quotes is a word, it multiplies nothing.
    if (format.includes('"%"')) return `${content}%`;
    return format.includes('%') ? `${Math.round(content * 1000) / 10}%` : String(content);
  }
  if (typeof content !== 'object') return String(content);
  if ('date' in content) return content.date;
  if ('runs' in content) return content.runs.map(({ text }) => text).join('');
  if ('error' in content) return content.error;
  return content.result === null ? '' : String(content.result);
}

type Run = { readonly text: string; readonly struck: boolean };

function runsOf(cell: BookCell): readonly Run[] {
  const { content, struck = false } = cell;
  const isRich = content !== null && typeof content === 'object' && 'runs' in content;
  return isRich
    ? content.runs.map((run) => ({ text: run.text, struck: run.struck === true }))
    : [{ text: shown(cell), struck }];
}

function paragraphs(cell: BookCell | undefined): string {
  const runs = (cell ? runsOf(cell) : []).map(({ text, struck }) => {
    const lines = escaped(text).replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">');
    return `<w:r>${struck ? '<w:rPr><w:strike/></w:rPr>' : ''}<w:t xml:space="preserve">${lines}</w:t></w:r>`;
  });
  return `<w:p>${runs.join('')}</w:p>`;
}

function bodyOf(sheet: BookSheet): string {
  const seen = sheet.columns.flatMap(({ hidden }, index) => (hidden ? [] : [index]));
  const above = sheet.rows.filter(({ kind }) => kind === 'above');
  const below = sheet.rows.filter(({ kind }) => kind !== 'above');
  const rows = below.map(
    ({ cells }) => `<w:tr>${seen.map((index) => `<w:tc>${paragraphs(cells[index])}</w:tc>`).join('')}</w:tr>`,
  );
  const grid = seen.map(() => '<w:gridCol w:w="1000"/>').join('');
  return `${above.map(({ cells }) => paragraphs(cells[0])).join('')}<w:tbl><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

/** The first visible sheet as a table in a .docx, the lines above it as paragraphs; hidden columns are not copied. */
export async function writeDocument(book: Book): Promise<Uint8Array> {
  const sheet = book.sheets.find(({ state }) => state === 'visible');
  if (!sheet) throw new Error('a workbook has a sheet');
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}"><w:body>${bodyOf(sheet)}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
