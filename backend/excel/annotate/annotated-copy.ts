import { fileKind } from '#backend/files/file-kind.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { annotateWorkbook, type CellNote } from './annotate-workbook.ts';
import { type ReasonRow, reasonsTable } from './reasons-table.ts';

/** A file that goes back with reasons, as plain data: what a remark can be put on, and the same as rows of a table. */
export type AnnotatedCopyInput = {
  /** Their file as it came. */
  readonly original: Uint8Array;
  readonly fileName: string;
  /** Empty when nobody knows whose it is. */
  readonly agencyName: string;
  readonly notes: readonly CellNote[];
  readonly rows: readonly ReasonRow[];
};

export type AnnotatedCopy = {
  readonly bytes: Uint8Array;
  readonly ending: '.xlsx' | '.xlsm';
  /** `remarks`: their own workbook; `table`: a new one, because theirs cannot carry remarks. */
  readonly how: 'remarks' | 'table';
};

/** Their own workbook with the reasons as remarks, or the reasons as a table of its own. Reads nothing, writes nothing. */
export async function annotatedCopy(input: AnnotatedCopyInput): Promise<AnnotatedCopy> {
  const { original, fileName, agencyName, notes, rows } = input;
  const canCarry = notes.length > 0 && (await fileKind(original)) === 'xlsx';
  const own = canCarry ? await annotateWorkbook(original, fileName, notes) : null;
  if (own) return { ...own, how: 'remarks' };
  return { bytes: await writeWorkbook([reasonsTable(fileName, agencyName, rows)]), ending: '.xlsx', how: 'table' };
}
