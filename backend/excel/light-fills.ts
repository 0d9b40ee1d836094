import type { LightColour } from '#shared/domain/light.ts';
import type { CellStyle } from './sheet-plan.ts';

/** The window's own quiet tints (renderer/ui/theme.css), a little stronger: white paper swallows more than a screen. */
const TINTS: Readonly<Record<Exclude<LightColour, 'none'>, string>> = {
  red: 'FFFAD9D5',
  orange: 'FFFFE4C4',
  yellow: 'FFFCF3B8',
  green: 'FFDDF0E2',
  teal: 'FFD8EFEF',
  blue: 'FFDCE9F8',
  purple: 'FFEFDFF4',
  grey: 'FFE9ECEF',
};

const FILLS = new Map(
  Object.entries(TINTS).map(([colour, argb]): [string, CellStyle['fill']] => [
    colour,
    { type: 'pattern', pattern: 'solid', fgColor: { argb } },
  ]),
);

/** The fill of a cell that tells of a light; beside the word, never instead of it. */
export function lightFill(colour: LightColour): CellStyle['fill'] {
  return FILLS.get(colour);
}
