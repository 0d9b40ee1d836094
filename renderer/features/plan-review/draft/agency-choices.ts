import type { PickerChoice } from '#renderer/ui/Picker.tsx';
import type { KnownAgency } from '#shared/domain/plan-review.ts';
import { fittingAgencies } from '../../agencies/fitting-agencies.ts';

/** Units that fit what was typed; what is the name of none can be taken as a new unit. */
export function agencyChoices(agencies: readonly KnownAgency[], typed: string): readonly PickerChoice[] {
  const name = typed.trim();
  const choices = fittingAgencies(agencies, name);
  const isNew =
    /\p{Script=Han}/u.test(name) && !agencies.some((agency) => [agency.name, ...agency.aliases].includes(name));
  return isNew ? [...choices, { name, hint: '新增单位' }] : choices;
}
