import { cleanText, isFilled } from '#backend/returns/values/read-fields.ts';
import { MISSING_HEAD } from '#backend/sheets/form-format.ts';
import { plainHead } from '#backend/sheets/read-head.ts';
import type { RowRead } from '#backend/sheets/sheet.ts';
import { ownCells } from './find-tables.ts';
import type { HeadBlock } from './return-head.ts';

/** How the texts begin that the program itself writes into columns of a form which are not read. */
export const OWN_TEXTS: readonly { readonly head: string; readonly own: RegExp; readonly formOnly: boolean }[] = [
  { head: MISSING_HEAD, own: /^还差：/u, formOnly: false },
  { head: '上期进展', own: /^〔[^〕]+〕/u, formOnly: true },
  { head: '本期节点', own: /^\d{1,2}月\d{1,2}日前：/u, formOnly: true },
];

/** As much of a cell as its note repeats. */
const SHOWN_MAX = 200;

/**
 * Words of an agency in columns of the form where nothing is asked for (还差, 上期进展, 本期节点), as when it lifted the
 * protection and wrote beside the cell it meant: they are not read, and it is said.
 *
 * @param isForm whether the table came with hidden ids, so that what its other columns hold is known to be the program's
 */
export function givenNotes(rows: readonly RowRead[], { heads }: HeadBlock, isForm: boolean): readonly string[] {
  return OWN_TEXTS.flatMap(({ head, own, formOnly }) => {
    const column = heads.find(({ plain }) => plain === plainHead(head))?.column;
    if (column === undefined || (formOnly && !isForm)) return [];
    const others = rows.flatMap((row) => {
      const cell = row.cells.get(column);
      if (!isFilled(cell) || cell.error || cell.trouble !== null) return [];
      const text = ownCells(row).find(([at]) => at === column)?.[1] ?? '';
      return text === '' || own.test(text) ? [] : [`第 ${row.number} 行“${cleanText(text).slice(0, SHOWN_MAX)}”`];
    });
    return others.length === 0 ? [] : [`“${head}”一列不用填写，其中写的内容未读取：${others.join('、')}。`];
  });
}
