import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import type { PeriodKind } from '#shared/domain/period.ts';
import type { Role } from '#shared/domain/role.ts';
import type { ProgressTexts } from '../progress-texts.ts';

/** An agency as far as another data file is understood by it. */
export type SideAgency = {
  readonly id: AgencyId;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
  readonly formerNames: readonly string[];
};

export type SidePeriod = {
  readonly id: PeriodId;
  readonly kind: PeriodKind;
  readonly label: string;
  readonly startsOn: string;
  readonly closedOn: string | null;
};

export type SideTask = {
  readonly id: TaskId;
  readonly number: number;
  readonly title: string;
  readonly content: string;
};

/** What one agency reports on one task for one period, in the ids of one data file. */
export type SideEntry = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly periodId: PeriodId;
  readonly texts: ProgressTexts;
};

/** One plan of a data file, as far as two of them are compared. Ids are its own. */
export type DataFileSide = {
  readonly tasks: readonly SideTask[];
  readonly agencies: readonly SideAgency[];
  readonly periods: readonly SidePeriod[];
  readonly roles: readonly { readonly taskId: TaskId; readonly agencyId: AgencyId; readonly role: Role }[];
  readonly progress: readonly SideEntry[];
};

/** Ids that mean the same in two data files, because both are copies of one that had them already. */
export type SharedIds = {
  readonly tasks: ReadonlySet<TaskId>;
  readonly agencies: ReadonlySet<AgencyId>;
  readonly periods: ReadonlySet<PeriodId>;
};
