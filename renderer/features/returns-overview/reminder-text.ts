import { periodTitle } from '#shared/domain/period.ts';
import type { CollectionCell } from '#shared/domain/return-review.ts';
import { shortDateText } from '../../text/dates.ts';

export type Reminder = {
  /** Empty when none of them owes anything. */
  readonly text: string;
  /** How many agencies it speaks to. */
  readonly agencies: number;
};

/**
 * A short text for each agency that owes a return: what, how much, by when, and what became of what it sent. For
 * pasting into a chat or reading out on the telephone. Agencies that owe nothing are left out.
 *
 * @param planTitle without 《》
 * @param today ISO date
 */
export function reminderText(planTitle: string, cells: readonly CollectionCell[], today: string): Reminder {
  const paragraphs = cells.flatMap((cell) => reminderFor(planTitle, cell, today) ?? []);
  return { text: paragraphs.join('\n\n'), agencies: paragraphs.length };
}

function reminderFor(planTitle: string, cell: CollectionCell, today: string): string | null {
  const form = `《${planTitle.replace(/^《|》$/gu, '')}》${periodTitle(cell.periodLabel)}填报表`;
  const owed = cell.owed > 0 ? `（${cell.owed} 项任务）` : '';
  const due = shortDateText(cell.dueOn);
  const late = today > cell.dueOn;
  const by = late ? '请尽快报送' : `请于${due}前报送`;
  switch (cell.state) {
    case 'waiting':
    case 'late':
      return `${cell.agencyName}：${form}${owed}${missed(cell, due, late)}，${by}。`;
    case 'sent-back':
    case 'refused': {
      const when = cell.receivedAt === null ? '报来' : `${shortDateText(cell.receivedAt)}报来`;
      const fate = cell.state === 'sent-back' ? '已退回，请按退回意见修改后重新报送' : '未能采用，请核实后重新报送';
      return `${cell.agencyName}：贵单位${when}的${form}${fate}，${late ? `截止日为${due}，请尽快办理` : `截止日为${due}`}。`;
    }
    case 'not-sent':
    case 'not-owed':
    case 'received':
    case 'to-review':
    case 'taken':
      return null;
  }
}

function missed({ daysLate }: CollectionCell, due: string, late: boolean): string {
  if (!late) return '尚未收到';
  return `应于${due}前报送，至今未收到${daysLate > 0 ? `，已逾期 ${daysLate} 天` : ''}`;
}
