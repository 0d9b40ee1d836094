import { X } from 'lucide-react';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { ROLE_MARKS, type Role } from '#shared/domain/role.ts';
import { Picker } from '../../ui/Picker.tsx';
import { fittingAgencies } from '../agencies/fitting-agencies.ts';

export type UnitsFieldProps = {
  readonly label: string;
  readonly role: Role;
  readonly agencies: readonly AgencyView[];
  readonly chosen: readonly AgencyId[];
  /** Those that have another role already. */
  readonly taken: ReadonlySet<AgencyId>;
  readonly onChange: (agencyIds: readonly AgencyId[]) => void;
};

/** The units of one role, each typed by its name or pinyin and added with Enter. */
export function UnitsField({ label, role, agencies, chosen, taken, onChange }: UnitsFieldProps) {
  const free = agencies.filter(({ id, active }) => active && !taken.has(id) && !chosen.includes(id));
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return (
    <div className="units-field">
      <span className="field-label">
        {ROLE_MARKS[role]} {label}
      </span>
      <div className="name-list">
        {chosen.map((id) => (
          <span key={id} className="name-chip">
            {byId.get(id)?.shortName}
            <button
              type="button"
              aria-label={`去掉${byId.get(id)?.shortName}`}
              onClick={() => onChange(chosen.filter((each) => each !== id))}
            >
              <X />
            </button>
          </span>
        ))}
        <span className="name-list-add">
          <Picker
            key={chosen.length}
            label={label}
            testId={`units-${role}`}
            placeholder="名称或拼音首字母"
            none="没有这样的单位。"
            choicesFor={(typed) => fittingAgencies(free, typed)}
            onChoose={(name) => {
              const found = free.find((agency) => agency.name === name);
              if (found) onChange([...chosen, found.id]);
            }}
          />
        </span>
      </div>
    </div>
  );
}
