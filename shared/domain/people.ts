import type { AgencyId, LeaderId, RowId, TaskId } from './ids.ts';
import type { PeopleField } from './task-people.ts';

/** 领导名录: a person in a post. Of a post the one without an end holds it, the others are its history (职务接替). */
export type LeaderView = {
  readonly id: LeaderId;
  readonly name: string;
  /** 县委常委、副县长. */
  readonly post: string;
  readonly position: number;
  /** ISO date of the first and the last day in the post; `null`: not known, and still there. */
  readonly since: string | null;
  readonly until: string | null;
  /** Tasks of the plan asked about that name the person, by field. */
  readonly tasks: Readonly<Record<PeopleField, number>>;
};

/** A name that tasks mention and the directory of leaders does not hold. */
export type UnlistedLeader = Pick<LeaderView, 'name' | 'tasks'>;

export type LeadersView = {
  readonly leaders: readonly LeaderView[];
  /** Of 牵头领导 and 分管领导; whoever is only 责任人 is no leader. */
  readonly unlisted: readonly UnlistedLeader[];
};

/** A task that names a person, and in which of its fields. */
export type LeaderTask = {
  readonly taskId: TaskId;
  readonly number: number;
  readonly title: string;
  readonly sectionTitle: string;
  readonly fields: readonly PeopleField[];
  /** The agencies that lead it, by their names. */
  readonly leads: readonly string[];
};

/** 联络员 of an agency. Of an agency the last one stands, the others are its history. */
export type ContactView = {
  readonly id: RowId;
  readonly agencyId: AgencyId;
  readonly agency: string;
  readonly reporter: string;
  readonly phone: string;
  readonly post: string;
  readonly note: string;
  /** ISO date or date and time. */
  readonly since: string;
  /** The last one of the agency. */
  readonly stands: boolean;
  /** It was read in a form that came back. */
  readonly fromReturn: boolean;
};
