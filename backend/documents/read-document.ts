import { createHash } from 'node:crypto';
import path from 'node:path';
import { decodeText } from '#backend/files/decode-text.ts';
import { readSheets } from '#backend/sheets/read-sheets.ts';
import { tableOf } from '#backend/sheets/sheet.ts';
import { assertNever } from '#shared/assert-never.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { ReadWarning } from '#shared/domain/plan-reading.ts';
import { AppError } from '#shared/errors.ts';
import { compareNumbers } from './compare-numbers.ts';
import { type DocumentKind, documentKind } from './document-kind.ts';
import type { DocumentContent } from './document-text.ts';
import type { PlanDocument } from './plan-document.ts';
import { understand } from './read-text.ts';
import { tablesInText } from './tables/tables-in-text.ts';
import { chooseSheets } from './workbooks/choose-sheets.ts';

/** More text than this is no plan; the same bound as for a text file, in characters. */
const TEXT_LENGTH_MAX = 10_000_000;

export type ReadDocumentOptions = { readonly directory?: AgencyDirectory | undefined };

/**
 * Reads a work plan out of any file a county has it in: text, .docx, .doc, .xlsx, .xls, .et, .pdf.
 * Pure: the same bytes give the same values. The library of a kind is loaded when its first file comes.
 *
 * @param bytes the file's content
 * @param file its name, for the sentence of a refusal
 * @throws AppError FILE_EMPTY, FILE_NOT_TEXT, PLAN_TOO_LARGE, PLAN_NO_TASKS, DOCUMENT_KIND_UNSUPPORTED,
 *   DOCUMENT_ENCRYPTED, DOCUMENT_DAMAGED, DOCUMENT_BOMB, DOCUMENT_SCANNED, WORKBOOK_* as backend/sheets/read-sheets.ts
 */
export async function readDocument(
  bytes: Uint8Array,
  file: string,
  options: ReadDocumentOptions = {},
): Promise<PlanDocument> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const content = await contentOf(await documentKind(bytes, file), bytes, file);
  if (content.text.length > TEXT_LENGTH_MAX) throw new AppError('PLAN_TOO_LARGE', { file, limit: '1000 万字' });
  // A table typed with tabs is none for the file, and one for whoever reads it.
  const grids = content.grids.length > 0 ? content.grids : tablesInText(content.text);
  const reading = understand({ ...content, grids }, { ...options, name: path.parse(file).name });
  const notes = content.notes.map((message): ReadWarning => ({ code: 'TEXT_REPAIRED', message }));
  const warnings = [...compareNumbers(content.text, content.counted, reading), ...notes];
  return {
    name: file,
    sha256,
    text: content.text,
    reading: { ...reading, warnings: [...warnings, ...reading.warnings] },
  };
}

async function contentOf(kind: DocumentKind, bytes: Uint8Array, file: string): Promise<DocumentContent> {
  switch (kind) {
    case 'text':
      return { text: decodeText(bytes, file), grids: [], counted: [], notes: [] };
    case 'docx':
      return (await import('./docx/read-docx.ts')).readDocx(bytes, file);
    case 'doc':
      return (await import('./doc/read-doc.ts')).readDoc(bytes, file);
    case 'pdf':
      return (await import('./pdf/read-pdf.ts')).readPdf(bytes, file);
    case 'xlsx':
    case 'xls':
      return chooseSheets((await readSheets(bytes, file)).map(tableOf));
    default:
      return assertNever(kind);
  }
}
