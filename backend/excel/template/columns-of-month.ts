import { monthsInHead } from '#backend/returns/tables/periods-in-text.ts';
import type { TemplateColumn, TemplateMapping } from '#shared/domain/template.ts';

/** 进展情况/9月 and 9月进展情况: what the head says without its month, and the month; `null`: it names none, or several. */
function monthOf({ head }: TemplateColumn): { readonly rest: string; readonly month: number } | null {
  const months = monthsInHead(head);
  const [month] = months;
  if (month === undefined || months.length > 1) return null;
  return { rest: head.replace(/(?:20\d\d年)?(?:\d{1,2}|十?[一二三四五六七八九十])月(?:份|底|末)?/u, ''), month };
}

/**
 * Where each month has its column (9月, 10月 below 进展情况), the period's own is filled and the others stay: what was
 * pointed out for one of them last month is meant for this month's now. Where the period has none, they are as they were.
 *
 * @param endsOn last day of the period (ISO)
 */
export function columnsOfMonth(mapping: TemplateMapping, endsOn: string): TemplateMapping {
  const meant = Number(endsOn.slice(5, 7));
  const dated = mapping.columns.flatMap((column) => {
    const said = monthOf(column);
    return said === null ? [] : [{ column, ...said }];
  });
  const settled = new Map<string, TemplateColumn>();
  for (const group of Map.groupBy(dated, ({ rest }) => rest).values()) {
    const field = group.find(({ column }) => column.field !== null)?.column.field ?? null;
    const isByMonth = new Set(group.map(({ month }) => month)).size === group.length && group.length > 1;
    if (!isByMonth || field === null || !group.some(({ month }) => month === meant)) continue;
    for (const { column, month } of group) {
      const { column: letters, head } = column;
      settled.set(letters, { column: letters, head, field: month === meant ? field : null, sure: true });
    }
  }
  return { ...mapping, columns: mapping.columns.map((column) => settled.get(column.column) ?? column) };
}
