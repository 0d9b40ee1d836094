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

/** Where a matter came from, for tables that leave the program: 【批示】李四县长3月2日批示. */
export function matterMark({ kind, source }: Pick<MatterRow, 'kind' | 'source'>): string {
  return `【${MATTER_LABELS[kind]}】${source}`;
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
