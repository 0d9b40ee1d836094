import { extractTextItems, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { planColumnOf } from '#backend/sheets/read-head.ts';
import { AppError } from '#shared/errors.ts';
import { type DocumentContent, DocumentText } from '../document-text.ts';
import { blocksOf, joinPages, type PageBlock } from './page-tables.ts';
import { type PdfLine, type PdfPiece, pdfParagraphsOf, withoutPageNumbers } from './pdf-lines.ts';
import { tablesOf } from './ruled-tables.ts';
import { type Matrix, rulingsOf } from './rulings.ts';

type Page = { readonly pieces: readonly PdfPiece[]; readonly blocks: readonly PageBlock[] };

/** No plan is longer; every page costs time. */
const PAGES_MAX = 600;
/** Fewer Chinese characters a page than this are stamps and page numbers on a scan. */
const CHARACTERS_PER_PAGE_MIN = 20;
const ROLE_COLUMNS: ReadonlySet<string | undefined> = new Set(['lead', 'responsible', 'cooperating']);

/**
 * Reads the text layer of a PDF: paragraphs without page numbers, and tables where lines rule them. Nothing is
 * recognised in pictures.
 *
 * @param file its name, for the sentence of a refusal
 * @throws AppError DOCUMENT_SCANNED (no readable text), DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED, PLAN_TOO_LARGE
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<DocumentContent> {
  const pages = await readPages(bytes, file);
  const total = pages.flatMap(({ pieces }) => pieces).reduce((sum, { str }) => sum + chineseIn(str), 0);
  if (total < CHARACTERS_PER_PAGE_MIN * Math.max(1, pages.length)) throw new AppError('DOCUMENT_SCANNED', { file });
  const empty = pages.flatMap(({ blocks }, index) => (blocks.length === 0 ? [index + 1] : []));
  const isUnruled = pages.some(
    ({ pieces, blocks }) => hasHeads(pieces) && !blocks.some(({ kind }) => kind === 'table'),
  );
  return layOut(pages, [
    ...(empty.length > 0
      ? [`第${empty.join('、')}页没有可读的文字（可能是扫描页或空白页），没有读取，请核对是否漏了任务。`]
      : []),
    ...(isUnruled ? ['文件中像是有没有框线的表格，只能按文字读取，多半不准，请改用 Word 或 Excel 原件。'] : []),
  ]);
}

function chineseIn(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Text between two tables is joined over the ends of pages, and so is a table with nothing but page ends inside. */
function layOut(pages: readonly Page[], notes: readonly string[]): DocumentContent {
  const text = new DocumentText();
  let lines: (readonly PdfLine[])[] = [];
  let table: Extract<PageBlock, { kind: 'table' }> | undefined;
  const endLines = (): void => {
    for (const paragraph of pdfParagraphsOf(lines)) text.addLine(paragraph);
    lines = [];
  };
  const endTable = (): void => {
    if (table !== undefined) text.addTable(table.table);
    table = undefined;
  };
  for (const block of pages.flatMap(({ blocks }) => withoutNumbers(blocks))) {
    if (block.kind === 'lines') {
      endTable();
      lines.push(block.lines);
      continue;
    }
    endLines();
    const joined = table === undefined ? undefined : joinPages(table, block);
    if (joined === undefined) endTable();
    table = joined ?? block;
  }
  endTable();
  endLines();
  return text.content(notes);
}

/** A page's number stands in its first or last line, so in its first or last block. */
function withoutNumbers(blocks: readonly PageBlock[]): readonly PageBlock[] {
  return blocks.flatMap((block, index): PageBlock[] => {
    if (block.kind === 'table' || (index > 0 && index < blocks.length - 1)) return [block];
    const lines = withoutPageNumbers(block.lines);
    return lines.length > 0 ? [{ kind: 'lines', lines }] : [];
  });
}

async function readPages(bytes: Uint8Array, file: string): Promise<readonly Page[]> {
  try {
    // A copy, because the library takes the bytes away; silent, because its warnings would go to standard output.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    if (document.numPages > PAGES_MAX) throw new AppError('PLAN_TOO_LARGE', { file, limit: `${PAGES_MAX} 页` });
    const { items } = await extractTextItems(document);
    const { OPS } = await getResolvedPDFJS();
    // What is drawn is read from the first page on that has heads of a table: it costs as much as all the rest.
    const firstTable = items.findIndex(hasHeads);
    const pages: Page[] = [];
    for (const [index, found] of items.entries()) {
      const page = await document.getPage(index + 1);
      const turn = turnOf(page.rotate);
      const pieces = found.map((piece) => ({ ...piece, ...turned(piece, turn) }));
      const isTablePage = firstTable >= 0 && index >= firstTable;
      const rulings = isTablePage ? rulingsOf(await page.getOperatorList(), OPS, turn) : [];
      pages.push({ pieces, blocks: blocksOf(pieces, tablesOf(rulings)) });
    }
    return pages;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const name = cause instanceof Error ? cause.name : '';
    throw new AppError(name === 'PasswordException' ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED', { file }, { cause });
  }
}

/** A wide page is often drawn upright and shown turned, by so many degrees clockwise. */
function turnOf(degrees: number): Matrix {
  switch (((degrees % 360) + 360) % 360) {
    case 90:
      return [0, -1, 1, 0, 0, 0];
    case 180:
      return [-1, 0, 0, -1, 0, 0];
    case 270:
      return [0, 1, -1, 0, 0, 0];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}

function turned({ x, y }: PdfPiece, [a, b, c, d]: Matrix): Pick<PdfPiece, 'x' | 'y'> {
  return { x: a * x + c * y, y: b * x + d * y };
}

/** Whether pieces of a page are heads of a plan's table; in a sentence such a word is no piece of its own. */
function hasHeads(pieces: readonly PdfPiece[]): boolean {
  const kinds = new Set(pieces.map(({ str }) => planColumnOf(str)).filter((kind) => kind !== undefined));
  return kinds.size > 1 && [...kinds].some((kind) => ROLE_COLUMNS.has(kind));
}
