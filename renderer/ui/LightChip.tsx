import { LIGHT_SIGN_TEXTS, type LightDef } from '#shared/domain/light.ts';
import './light-chip.css';

export type LightChipProps = {
  readonly light: Pick<LightDef, 'word' | 'colour' | 'sign'>;
  /** Why, for whoever points at it. */
  readonly because?: string;
};

/** A light in words, with the same sign and colour as in the matrix. */
export function LightChip({ light: { word, colour, sign }, because }: LightChipProps) {
  return (
    <span className={`light-chip chip-${colour}`} title={because}>
      {sign === 'none' ? null : (
        <span className="light-sign" aria-hidden>
          {LIGHT_SIGN_TEXTS[sign]}
        </span>
      )}
      {word}
    </span>
  );
}
