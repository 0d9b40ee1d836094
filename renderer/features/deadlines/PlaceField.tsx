import type { AgencyId } from '#shared/domain/ids.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { Field } from '../../ui/Field.tsx';

export type PlaceFieldProps = {
  readonly task: MatrixTask;
  readonly overview: Overview;
  readonly value: AgencyId | null;
  readonly onChange: (agencyId: AgencyId | null) => void;
};

/** For one of the agencies that owe the task, or for all. */
export function PlaceField({ task, overview, value, onChange }: PlaceFieldProps) {
  const named = new Set(task.cells.map(({ agencyId }) => agencyId));
  const groups = overview.agencies.filter(({ id, members }) => named.has(id) && members.length > 0);
  const through = new Set(groups.flatMap(({ members }) => members));
  const agencies = overview.agencies.filter(({ id }) => named.has(id) || through.has(id) || id === value);
  return (
    <Field label="单位">
      <select
        className="select"
        data-testid="deadline-agency"
        value={value ?? ''}
        onChange={(event) => onChange(agencies.find(({ id }) => String(id) === event.target.value)?.id ?? null)}
      >
        <option value="">全部责任单位</option>
        {agencies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}
