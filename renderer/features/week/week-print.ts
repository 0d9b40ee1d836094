import type { PrintTable } from '#shared/domain/print-table.ts';
import type { WeekCard } from '#shared/domain/week-card.ts';
import { dateText } from '../../text/dates.ts';
import { weekParts } from './week-lines.ts';

/** The card on paper. */
export function weekPrint(week: WeekCard): PrintTable {
  const column = (head: string, width: number) => ({
    head,
    groups: [] as string[],
    width,
    align: 'left' as const,
    verticalHead: false,
  });
  return {
    title: '本周工作提示',
    unitLine: { left: '', right: `${dateText(week.weekStartsOn)}至${dateText(week.weekEndsOn)}` },
    columns: [column('单位、日期', 30), column('事项', 50), column('说明', 70)],
    repeated: 1,
    items: weekParts(week).flatMap(({ title, lines }): PrintTable['items'] => [
      { kind: 'section', text: `${title}（${lines.length}）` },
      ...lines.map(({ who, what, why }) => ({
        kind: 'row' as const,
        cells: [who, what, why === what ? '' : why],
        joined: [],
        lights: [],
      })),
    ]),
    notes: [],
  };
}
