import type { AgencyId, SectionId, TaskId } from './ids.ts';
import type { LightKey } from './light.ts';
import type { ProgressField, ProgressView } from './progress.ts';
import type { Role } from './role.ts';

/** A row of the ledger: what one agency owes one task in a period, and what it has reported. */
export type LedgerRow = Pick<ProgressView, ProgressField> & {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly sectionId: SectionId | null;
  /** The task's number and title. */
  readonly number: number;
  readonly title: string;
  readonly agencyName: string;
  readonly role: Role;
  /** The group agency through which it is owed; `null`: by an assignment of its own. */
  readonly through: AgencyId | null;
  readonly light: LightKey;
  /** Why it has this light, in one sentence. */
  readonly because: string;
  /** The note on the cell of this task and agency. */
  readonly note: string | null;
};
