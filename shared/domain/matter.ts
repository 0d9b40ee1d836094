import { chineseDay } from '#shared/text/chinese-day.ts';
import type { AgencyId } from './ids.ts';
import type { Role } from './role.ts';
import type { MatterKind, MatterRow } from './year-facts.ts';

export const MATTER_LABELS: Readonly<Record<MatterKind, string>> = {
  meeting: '会议议定',
  instruction: '批示',
  other: '其他交办',
};

/** The section that matters stand in, behind those of the document. */
export const MATTER_SECTION = '年中事项';

/** The mark of a matter, for titles in tables that leave the program: 【批示】. Empty for a task of the document. */
export function matterMark(matter: Pick<MatterRow, 'kind'> | undefined): string {
  return matter ? `【${MATTER_LABELS[matter.kind]}】` : '';
}

/** Where a matter came from, before its words: 【批示】县长3月2日批示：. Empty for a task of the document. */
export function matterOrigin(matter: Pick<MatterRow, 'kind' | 'source'> | undefined): string {
  return matter ? `${matterMark(matter)}${matter.source === '' ? '' : `${matter.source}：`}` : '';
}

/** A matter's deadline as people say it: 30个工作日内（2021年11月10日前）. Empty when none was named. */
export function matterDueText(matter: Pick<MatterRow, 'workdays'>, dueOn: string | null): string {
  if (dueOn === null) return '';
  return matter.workdays === null ? `${chineseDay(dueOn)}前` : `${matter.workdays}个工作日内（${chineseDay(dueOn)}前）`;
}

/** A matter with its task. `dueOn`: the day that was named, or the last of its workdays. */
export type MatterView = MatterRow & {
  readonly number: number;
  readonly title: string;
  readonly content: string;
  /** The holidays of the years it runs through are known; else only weekends were left out. */
  readonly calendarKnown: boolean;
  readonly roles: readonly { readonly agencyId: AgencyId; readonly agency: string; readonly role: Role }[];
};

/** The last of so many workdays, and whether the holidays on the way are known. */
export type MatterDue = { readonly dueOn: string; readonly calendarKnown: boolean };
