import { type FileKind, fileKind } from '#backend/files/file-kind.ts';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { type ForeignKind, kindByName } from '#shared/domain/foreign-kind.ts';
import { AppError } from '#shared/errors.ts';

/** Kinds that hold sheets; all of them can be a form that came back. */
const SHEET_KINDS: ReadonlySet<FileKind> = new Set(['xlsx', 'xls', 'xlsb', 'ods', 'xml2003', 'html', 'web-archive']);
/** Kinds a plan comes in besides workbooks. */
const PLAN_KINDS: ReadonlySet<FileKind> = new Set(['text', 'docx', 'doc', 'pdf']);

/**
 * What a file from outside is, by what it holds: a form of ours by its hidden ids, other forms by columns of progress
 * where a unit or a period is named, a plan by heads or sentences that give tasks. A file with both (a ledger of a plan)
 * or neither is unclear. Documents with a form in a table are told by it, too.
 */
export async function tellKind(bytes: Uint8Array, file: string): Promise<ForeignKind> {
  const kind = await fileKind(bytes);
  if (kind === 'zip') return 'return';
  // What needs a password cannot be looked into: a workbook is what comes back, of a document a person must say.
  if (kind === 'encrypted') return kindByName(file) === 'return' ? 'return' : 'unclear';
  const isCommas = kind === 'text' && /\.(?:csv|tsv)$/i.test(file);
  if (isCommas) return 'return';
  const isSheets = SHEET_KINDS.has(kind);
  if (!isSheets && !PLAN_KINDS.has(kind)) return kindByName(file);
  if (kind === 'text' || kind === 'pdf') return 'plan';
  const { sheetsOfFile } = await import('./sheets-of-file.ts');
  const { readReturn } = await import('#backend/returns/tables/read-return.ts');
  const form = await sheetsOfFile(bytes, file)
    .then((sheets) => readReturn(sheets, file, { mappings: new Map(), near: null }))
    .catch(refused);
  if (form?.tables.some(isSurelyReturn) === true) return 'return';
  // A document without a form in it is a plan, whether or not one can be read from it.
  if (!isSheets && form === undefined) return 'plan';
  const { readDocument } = await import('../documents/read-document.ts');
  const plan = await readDocument(bytes, file).catch(refused);
  if (form !== undefined && plan === undefined) return 'return';
  return form === undefined && plan !== undefined ? 'plan' : 'unclear';
}

/** Its hidden ids are there, or a line for the unit, which no plan has. */
function isSurelyReturn({ ids, said }: ParsedTable): boolean {
  return ids !== null || said.units.some(({ source }) => source === 'unit-line');
}

/** A reader that refuses a file says that it is not of its kind; anything else is a bug. */
function refused(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error;
}
