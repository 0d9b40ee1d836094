/**
 * What a file from outside is for the program: a form that came back, a work plan, or `unclear`: a workbook that may be
 * either, so that a person must say.
 */
export type ForeignKind = 'return' | 'plan' | 'unclear';

/** A workbook, a table of commas, a page or a packet of files by its name: the kinds in which forms come back. */
const SHEET_ENDING = /\.(?:xls[xmb]?|et|ods|[ct]sv|html?|mhtml?|zip)$/iu;

/**
 * For a file that cannot be looked into (locked, damaged, gone): who shall say why. Its reader refuses it with the
 * sentence for its case; nothing else depends on it.
 */
export function kindByName(fileName: string): ForeignKind {
  return SHEET_ENDING.test(fileName) ? 'return' : 'plan';
}
