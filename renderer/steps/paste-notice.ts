import type { SheetPlan } from '#renderer/grid/sheet/sheet-model.ts';
import type { ErrorCode } from '#shared/error-codes.ts';

/**
 * What a paste could not take, in words.
 *
 * @param outcome `stored`, or why nothing was
 * @param sheetName as the clerk calls the sheet
 * @returns `null` when everything was taken, or when the paste failed and that has been told
 */
export function pasteNotice(
  { outside, skipped }: Pick<Extract<SheetPlan<never>, { kind: 'write' }>, 'outside' | 'skipped'>,
  outcome: 'stored' | ErrorCode,
  sheetName: string,
): { readonly title: string; readonly message: string } | null {
  const left = [
    outside > 0 ? `超出${sheetName}范围的 ${outside} 格` : '',
    skipped > 0 ? `不能修改的 ${skipped} 格` : '',
  ].filter((words) => words !== '');
  if (left.length === 0) return null;
  if (outcome === 'stored') {
    return { title: '部分内容没有粘贴', message: `${left.join('、')}没有粘贴，其余已粘贴。` };
  }
  // No call was made because all that could be taken stands there already.
  return outcome === 'NOTHING_TO_CHANGE'
    ? { title: '没有粘贴', message: `${left.join('、')}没有粘贴，${sheetName}没有改动。` }
    : null;
}
