import type { LightDef } from '#shared/domain/light.ts';

/** How a light looks, as classes: its colour, and its sign so that colour is never alone (ui/lights.css). */
export function lightClass({ colour, sign }: Pick<LightDef, 'colour' | 'sign'>): string {
  return sign === 'none' ? `lit-${colour}` : `lit-${colour} sign-${sign}`;
}
