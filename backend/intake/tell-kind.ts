import path from 'node:path';
import { fileKind } from '#backend/files/file-kind.ts';
import { type ForeignKind, kindByName } from '#shared/domain/foreign-kind.ts';
import { AppError } from '#shared/errors.ts';

/**
 * What a file from outside is, by what it holds: a form of ours by its hidden ids, other forms by columns of progress
 * under 填报单位, a plan by heads or sentences that give tasks. A workbook with both (a ledger of a plan) or neither is
 * unclear. Everything that is no workbook can only be a plan: forms come back as sheets.
 */
export async function tellKind(bytes: Uint8Array, file: string): Promise<ForeignKind> {
  const kind = await fileKind(bytes);
  // A table of commas is refused as a form, with the advice to save it as a workbook.
  if (kind === 'text' && path.extname(file).toLowerCase() === '.csv') return 'return';
  if (kind !== 'xlsx' && kind !== 'xls') {
    const isPlanKind = kind === 'text' || kind === 'docx' || kind === 'doc' || kind === 'pdf';
    return isPlanKind ? 'plan' : kindByName(file);
  }
  const { readReturn } = await import('#backend/returns/read-return.ts');
  const form = await readReturn(bytes, file).catch(refused);
  if (form?.ids || form?.agencyName) return 'return';
  const { readDocument } = await import('../documents/read-document.ts');
  const plan = await readDocument(bytes, file).catch(refused);
  if (form !== undefined && plan === undefined) return 'return';
  return form === undefined && plan !== undefined ? 'plan' : 'unclear';
}

/** A reader that refuses a file says that it is not of its kind; anything else is a bug. */
function refused(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error;
}
