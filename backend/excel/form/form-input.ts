import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { FormId, TargetId, TaskId } from '#shared/domain/ids.ts';
import type { TargetView } from '#shared/domain/matrix.ts';
import type { PeriodView, PlanView } from '#shared/domain/overview.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { FormRule } from '#shared/domain/report-needs.ts';
import type { Role } from '#shared/domain/role.ts';
import type { MilestoneRow } from '#shared/domain/year-facts.ts';

/** A target of a task with what its agency reported for it. */
export type FormTarget = Pick<TargetView, 'name' | 'comparator' | 'value' | 'unit' | 'text'> & {
  readonly targetId: TargetId;
  /** Of the period before; `null`: nothing was reported. */
  readonly last: number | null;
  /** Up to the end of the period before. */
  readonly soFar: number | null;
  /** Known of this period already; printed into the cell to fill in. */
  readonly now: number | null;
};

export type FormTaskRow = {
  readonly taskId: TaskId;
  readonly number: number;
  readonly title: string;
  readonly content: string;
  readonly role: Role;
  readonly targets: readonly FormTarget[];
  /** Those of the period, and those that should have been reached before and were not. */
  readonly milestones: readonly Pick<MilestoneRow, 'title' | 'plannedOn' | 'doneOn'>[];
  /** What stands for the period before; `null`: nothing was reported. */
  readonly last: ProgressView | null;
  /** What is known so far; printed into the fillable cells. */
  readonly progress: ProgressView | null;
};

/** What one plan asks of the agency: a sheet of the form, with an id of its own. */
export type FormPart = {
  readonly formId: FormId;
  readonly plan: Pick<PlanView, 'id' | 'title' | 'documentNumber' | 'issuer'>;
  readonly period: Pick<PeriodView, 'id' | 'label' | 'startsOn' | 'endsOn' | 'dueOn'>;
  /** The period before, as it is called; `null`: there is none. */
  readonly lastLabel: string | null;
  /** In the order of the plan, at least one. */
  readonly rows: readonly FormTaskRow[];
};

export type FormInput = {
  readonly agency: Pick<AgencyView, 'id' | 'name'>;
  /** Which export to this agency for this period it is: 1, 2 … */
  readonly version: number;
  /** One for each plan in it; at least one. */
  readonly parts: readonly FormPart[];
  /** Rules that are switched on. */
  readonly rules: readonly FormRule[];
};
