import { monthDayWords } from '../text/month-day-words.ts';
import { dayWords } from './late-text.ts';
import { periodTitle } from './period.ts';
import type { OwedItem, Slip } from './reminder.ts';
import type { CollectionCell } from './return-review.ts';

/** The one place for how agencies are reminded: forms that have not come back, and everything that is owed. */

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
 * @param planTitle with or without 《》
 * @param today ISO date
 */
export function collectionReminder(planTitle: string, cells: readonly CollectionCell[], today: string): Reminder {
  const paragraphs = cells.flatMap((cell) => reminderFor(planTitle, cell, today) ?? []);
  return { text: paragraphs.join('\n\n'), agencies: paragraphs.length };
}

/** An item that stands for a whole form of an agency, as the collection knows it. */
export function returnedWords(cell: Pick<CollectionCell, 'periodLabel' | 'state' | 'receivedAt'>): string {
  const when = cell.receivedAt === null ? '报来' : `${monthDayWords(cell.receivedAt)}报来`;
  const fate = cell.state === 'refused' ? '未能采用，请核实后重新报送' : '已退回，请按退回意见修改后重新报送';
  return `${periodTitle(cell.periodLabel)}填报表${when}后${fate}`;
}

function reminderFor(planTitle: string, cell: CollectionCell, today: string): string | null {
  const form = `${quotedTitle(planTitle)}${periodTitle(cell.periodLabel)}填报表`;
  const owed = cell.owed > 0 ? `（${cell.owed} 项任务）` : '';
  const due = monthDayWords(cell.dueOn);
  const late = today > cell.dueOn;
  const by = late ? '请尽快报送' : `请于${due}前报送`;
  switch (cell.state) {
    case 'waiting':
    case 'late':
      return `${cell.agencyName}：${form}${owed}${missed(cell, due, late)}，${by}。`;
    case 'sent-back':
    case 'refused': {
      const when = cell.receivedAt === null ? '报来' : `${monthDayWords(cell.receivedAt)}报来`;
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

export type LetterInput = {
  readonly agencyName: string;
  readonly planTitle: string;
  /** Who writes, and to whom it is to be sent. */
  readonly issuer: string;
  readonly items: readonly OwedItem[];
  /** ISO dates. */
  readonly today: string;
  readonly replyBy: string;
  /** How often the agency was reminded before. */
  readonly reminded: number;
  /** `null`: a plain reminder, for a chat or a telephone call. */
  readonly slip: Slip | null;
};

/**
 * The text for one agency: what it owes task by task, the due day, days late, until when and to whom it is to be sent.
 * Slips say it more firmly from colour to colour. It tells no more than is known: who was never reminded is not told
 * that he was.
 */
export function reminderLetter(letter: LetterInput): string {
  const { agencyName, planTitle, issuer, items, today } = letter;
  const lines = linesOf(items);
  const tasks = new Set(items.flatMap(({ taskId }) => taskId ?? [])).size;
  const isLate = items.some(({ daysLate }) => daysLate > 0);
  const count = tasks === 0 ? '下列事项' : ` ${tasks} 项任务`;
  const state = isLate ? '未按时办理或报送' : '临近时限，尚未办理或报送';
  const opening = `截至${dayWords(today)}，贵单位承担的${quotedTitle(planTitle)}有${count}${state}：`;
  return [
    `${agencyName}：`,
    `　　${opening}`,
    ...lines.map((line, index) => `　　${index + 1}．${line}${index === lines.length - 1 ? '。' : '；'}`),
    `　　${demand(letter, isLate)}`,
    `　　${wayOfSending(items, issuer)}`,
    `　　　　　　　　${issuer}`,
    `　　　　　　　　${dayWords(today)}`,
  ].join('\n');
}

/** One line for each thing owed, with the tasks for which it is, so that thirty reports of a month are one line. */
function linesOf(items: readonly OwedItem[]): readonly string[] {
  const alike = Map.groupBy(items, itemWords);
  return [...alike].map(([words, own]) => {
    const tasks = own.flatMap(({ taskNumber, taskTitle }) =>
      taskNumber === null ? [] : [`第 ${taskNumber} 项“${inner(taskTitle)}”`],
    );
    return tasks.length === 0 ? words : `${words}：${tasks.join('、')}`;
  });
}

/** Quotation marks inside others. */
function inner(title: string): string {
  return title.replaceAll('“', '‘').replaceAll('”', '’');
}

function itemWords({ kind, what, dueOn, daysLate }: OwedItem): string {
  const late = daysLate > 0 ? `，已逾期 ${daysLate} 天` : '';
  if (kind === 'returned') return `${what}，时限${monthDayWords(dueOn)}${late}`;
  return `${what}，应于${monthDayWords(dueOn)}前${kind === 'deadline' ? '完成' : '报送'}${late}`;
}

function demand({ slip, replyBy, reminded }: LetterInput, isLate: boolean): string {
  const by = monthDayWords(replyBy);
  const before = reminded > 0 ? `此前已提醒 ${reminded} 次。` : '';
  if (!isLate) return `${before}请于时限前办理；已经办理的，请告知办理情况。`;
  switch (slip) {
    case null:
      return `${before}请抓紧办理，于${by}前报送；已经报送的，请告知报送时间。`;
    case 'blue':
      return `${before}现予提示。请抓紧办理，于${by}前报送。`;
    case 'yellow':
      return `${before}现予催办。请于${by}前报送，并书面说明未按时办理的原因。`;
    case 'red':
      return `${before}现予警示。请主要负责同志牵头办理，于${by}前报送，并由主要负责同志签字说明未按时办理的原因；届时仍未报送的，将按有关规定予以通报。`;
  }
}

function wayOfSending(items: readonly OwedItem[], issuer: string): string {
  const onForm = items.some(({ kind }) => kind === 'report' || kind === 'returned');
  return onForm ? `请填写已下发的填报表，按原表报${issuer}。` : `请报${issuer}。`;
}

function quotedTitle(title: string): string {
  return `《${title.replace(/^《|》$/gu, '')}》`;
}
