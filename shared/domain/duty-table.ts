import type { DutyDelivery, DutyRecord, RegularDuty } from './duty.ts';
import type { DutyStretch } from './duty-stretches.ts';
import type { AgencyId, RowId } from './ids.ts';

/** A regular duty with the task it hangs on and how far it has come. */
export type DutyView = RegularDuty & {
  readonly taskNumber: number;
  readonly taskTitle: string;
  /** Expected deliveries that have begun, those of which something is short, and those that are late besides. */
  readonly expected: number;
  readonly short: number;
  readonly overdue: number;
  /** How many records it has; removing the duty removes them. */
  readonly records: number;
};

/** One unit in one stretch. `needed` of 0: it owes nothing then, but something came. */
export type DutyCell = Pick<DutyDelivery, 'dueOn' | 'needed' | 'received' | 'short' | 'state' | 'daysLate' | 'because'>;

/** A unit of the table, its cells in the order of the stretches; `null`: nothing is expected, and nothing came. */
export type DutyRow = {
  readonly agencyId: AgencyId;
  readonly agencyName: string;
  /** A group agency of which no members are known: it stands for all of them until they are set. */
  readonly isGroup: boolean;
  readonly cells: readonly (DutyCell | null)[];
  readonly needed: number;
  readonly received: number;
  readonly short: number;
};

/** 定期报送: units down, stretches across. */
export type DutyTable = {
  readonly duty: DutyView;
  readonly today: string;
  /** All of the year; those after today are not expected yet. */
  readonly stretches: readonly (DutyStretch & { readonly begun: boolean })[];
  readonly rows: readonly DutyRow[];
  readonly records: readonly DutyRecord[];
  /** Due days move over holidays, and the holidays of a year in which they lie are not known. */
  readonly holidaysUnknown: boolean;
};

/** A delivery by names, for lists over all duties. */
export type ExpectedDuty = DutyDelivery & {
  readonly task: number;
  readonly taskTitle: string;
  readonly agency: string;
  readonly title: string;
  readonly unit: string;
};

/** What of a record can be changed. */
export type DutyRecordPatch = {
  readonly [Field in 'title' | 'receivedOn' | 'pieces' | 'note']?: DutyRecord[Field] | undefined;
};
/** `null` takes the record away. */
export type DutyRecordEdit = { readonly recordId: RowId; readonly patch: DutyRecordPatch | null };
