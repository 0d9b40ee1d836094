import type { AgencyId } from '#shared/domain/ids.ts';
import type { AssignmentView } from '#shared/domain/matrix.ts';

export type AgencySelectProps = {
  readonly label: string;
  /** Of the task: the units that may answer. */
  readonly assignments: readonly Pick<AssignmentView, 'agencyId' | 'agencyName'>[];
  readonly value: AgencyId | null;
  /** What no unit is called: 整项. */
  readonly none: string;
  readonly onChange: (agencyId: AgencyId | null) => void;
};

/** One of the units of a task, or none. */
export function AgencySelect({ label, assignments, value, none, onChange }: AgencySelectProps) {
  const isForeign = value !== null && !assignments.some(({ agencyId }) => agencyId === value);
  return (
    <select
      className="select"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) =>
        onChange(assignments.find(({ agencyId }) => String(agencyId) === event.target.value)?.agencyId ?? null)
      }
    >
      <option value="">{none}</option>
      {isForeign ? <option value={value}>（已无责任的单位）</option> : null}
      {assignments.map(({ agencyId, agencyName }) => (
        <option key={agencyId} value={agencyId}>
          {agencyName}
        </option>
      ))}
    </select>
  );
}
