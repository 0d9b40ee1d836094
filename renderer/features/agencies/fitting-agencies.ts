import { agencyMatches, type NamedAgency } from '#renderer/view/matrix-filter.ts';
import type { PickerChoice } from '../../ui/Picker.tsx';

/** Units shown to choose from; more are found by typing on. */
const CHOICES_MAX = 40;

/**
 * Units to choose from that fit what was typed, as everywhere in the window.
 *
 * @param typed the search text, as typed; all units fit an empty one
 */
export function fittingAgencies(agencies: readonly NamedAgency[], typed: string): readonly PickerChoice[] {
  const fitting = typed.trim() === '' ? agencies : agencies.filter((agency) => agencyMatches(agency, typed));
  return fitting.slice(0, CHOICES_MAX).map(({ name, shortName }) => ({ name, hint: shortName }));
}
