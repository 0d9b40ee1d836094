import type { AgencyKind } from './agency.ts';
import type { DutyDelivery } from './duty.ts';
import type { AgencyId, PeriodId, PlanId, ReturnId, TaskId } from './ids.ts';
import type { LightColour, LightKey } from './light.ts';
import type { Delay } from './likely-late.ts';
import type { ReminderRow } from './reminder.ts';
import type { CollectionCell } from './return-review.ts';
import type { Role } from './role.ts';
import type { Status } from './status.ts';

/** A duty of an agency, or of somebody's task, with how it stands now. */
export type PageDuty = {
  readonly taskId: TaskId;
  /** The task's number. */
  readonly task: number;
  readonly title: string;
  readonly sectionTitle: string;
  readonly agencyId: AgencyId;
  /** Full name. */
  readonly agency: string;
  readonly role: Role;
  /** Full name of the group agency through which it is owed; `null`: by an assignment of its own. */
  readonly through: string | null;
  readonly periodId: PeriodId;
  readonly period: string;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly light: LightKey;
  readonly word: string;
  readonly colour: LightColour;
  readonly because: string;
  readonly dueOn: string;
  readonly missing: boolean;
  /** Days after the due day while nothing was reported; 0 when it is not late. */
  readonly days: number;
};

/** 联络员 as it stood from a day on. */
export type PageContact = {
  readonly reporter: string;
  readonly phone: string;
  readonly post: string;
  readonly note: string;
  /** ISO date and time. */
  readonly since: string;
};

/** How an agency kept one period, with the form and the return of it. */
export type AgencyPeriod = {
  readonly periodId: PeriodId;
  readonly period: string;
  readonly dueOn: string;
  readonly owed: number;
  readonly reported: number;
  readonly daysLate: number;
  /** Something owed is still not reported though it is due. */
  readonly open: boolean;
  readonly formsSent: number;
  readonly sentAt: string | null;
  readonly returnState: CollectionCell['state'];
  readonly returnId: ReturnId | null;
  readonly receivedAt: string | null;
};

/** 定期报送 of a unit for one stretch, with names for numbers. */
export type PageRegular = DutyDelivery & {
  /** The task's number. */
  readonly task: number;
  /** What is sent in: 食品安全信息. */
  readonly title: string;
  /** Full name. */
  readonly agency: string;
};

/** 催办 as a line of a page. */
export type PageReminder = ReminderRow & {
  /** Full name. */
  readonly agency: string;
};

/** Everything known of one agency in a plan. */
export type AgencyPage = {
  readonly planId: PlanId;
  readonly agencyId: AgencyId;
  readonly agency: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
  /** The period the duties are shown for. */
  readonly period: string;
  readonly duties: readonly PageDuty[];
  readonly contacts: readonly PageContact[];
  readonly periods: readonly AgencyPeriod[];
  readonly delay: Delay;
  /** The same in words: 近6期有4期迟报，平均晚5天. */
  readonly delayText: string;
  readonly regular: readonly PageRegular[];
  readonly reminders: readonly PageReminder[];
};
