import JSZip from 'jszip';
import type { Book, BookCell, BookSheet } from '../book.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const escaped = (text: string): string =>
  text.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** Words of a cell as somebody who copies a table into Word sees them. */
function shown({ content }: BookCell, isPercent: boolean): string {
  if (content === null) return '';
  if (typeof content === 'number') return isPercent ? `${Math.round(content * 1000) / 10}%` : String(content);
  if (typeof content !== 'object') return String(content);
  if ('date' in content) return content.date;
  if ('runs' in content) return content.runs.map(({ text }) => text).join('');
  if ('error' in content) return content.error;
  return content.result === null ? '' : String(content.result);
}

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('');

function bodyOf(sheet: BookSheet): string {
  const seen = sheet.columns.flatMap(({ hidden }, index) => (hidden ? [] : [index]));
  const above = sheet.rows.filter(({ kind }) => kind === 'above');
  const below = sheet.rows.filter(({ kind }) => kind !== 'above');
  const words = (cell: BookCell | undefined): string => (cell ? shown(cell, cell.format.includes('%')) : '');
  const rows = below.map(
    ({ cells }) => `<w:tr>${seen.map((index) => `<w:tc>${paragraphs(words(cells[index]))}</w:tc>`).join('')}</w:tr>`,
  );
  const grid = seen.map(() => '<w:gridCol w:w="1000"/>').join('');
  return `${above.map(({ cells }) => paragraphs(words(cells[0]))).join('')}<w:tbl><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
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
