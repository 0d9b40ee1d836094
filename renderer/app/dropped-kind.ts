/** What files dropped on the window are taken for: workbooks come back from agencies, the rest is read as a plan. */
export type DroppedKind = 'returns' | 'document' | 'unknown';

const RETURNS = /\.(?:xlsx|xls|et|csv)$/iu;
const DOCUMENTS = /\.(?:docx?|wps|pdf|txt)$/iu;

export function droppedKind(fileNames: readonly string[]): DroppedKind {
  if (fileNames.length > 0 && fileNames.every((name) => RETURNS.test(name))) return 'returns';
  return fileNames.length === 1 && DOCUMENTS.test(fileNames[0] ?? '') ? 'document' : 'unknown';
}
