import type { Light } from '#shared/domain/light.ts';
import { LIGHT_SIGNS } from '../text/words.ts';
import './light-chip.css';

export type LightChipProps = { readonly light: Light; readonly label: string };

/** A light in words, with the same sign and colour as in the matrix. */
export function LightChip({ light, label }: LightChipProps) {
  return (
    <span className={`light-chip chip-${light}`}>
      {LIGHT_SIGNS[light] ? (
        <span className="light-sign" aria-hidden>
          {LIGHT_SIGNS[light]}
        </span>
      ) : null}
      {label}
    </span>
  );
}
