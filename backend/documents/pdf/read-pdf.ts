import { extractTextItems, getDocumentProxy } from 'unpdf';
import { AppError } from '#shared/errors.ts';
import type { DocumentContent } from '../document-text.ts';
import { linesOf, type PdfLine, paragraphsOf, withoutPageNumbers } from './pdf-lines.ts';

/** No plan is longer; every page costs time. */
const PAGES_MAX = 600;
/** Fewer Chinese characters a page than this are stamps and page numbers on a scan. */
const CHARACTERS_PER_PAGE_MIN = 20;

/**
 * Reads the text layer of a PDF as paragraphs, without page numbers. Nothing is recognised in pictures.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError DOCUMENT_SCANNED (no readable text), DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED, PLAN_TOO_LARGE
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<DocumentContent> {
  const pages = await readPages(bytes, file);
  const total = pages.flat().reduce((sum, { text }) => sum + chineseIn(text), 0);
  if (total < CHARACTERS_PER_PAGE_MIN * Math.max(1, pages.length)) throw new AppError('DOCUMENT_SCANNED', { file });
  const empty = pages.flatMap((lines, index) => (lines.length === 0 ? [index + 1] : []));
  const note = `第${empty.join('、')}页没有可读的文字（可能是扫描页或空白页），没有读取，请核对是否漏了任务。`;
  const paragraphs = paragraphsOf(pages.map(withoutPageNumbers));
  return { text: paragraphs.map((line) => `${line}\n`).join(''), grids: [], notes: empty.length > 0 ? [note] : [] };
}

function chineseIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

async function readPages(bytes: Uint8Array, file: string): Promise<readonly (readonly PdfLine[])[]> {
  try {
    // A copy, because the library takes the bytes away; silent, because its warnings would go to standard output.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    if (document.numPages > PAGES_MAX) throw new AppError('PLAN_TOO_LARGE', { file, limit: `${PAGES_MAX} 页` });
    const { items } = await extractTextItems(document);
    return items.map(linesOf);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const name = cause instanceof Error ? cause.name : '';
    throw new AppError(name === 'PasswordException' ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED', { file }, { cause });
  }
}
