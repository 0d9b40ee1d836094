// Text on its background keeps a contrast of at least 4.5 : 1 (WCAG 2, AA), whatever the light or the theme.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '#build/runtime/places.ts';
import { LIGHT_COLOURS } from '#shared/domain/light.ts';

const theme = readFileSync(path.join(PROJECT_ROOT, 'renderer/ui/theme.css'), 'utf8');
const colours = new Map([...theme.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));

function colour(name: string): string {
  const value = colours.get(name);
  if (value === undefined) throw new Error(`theme.css has no --${name}`);
  return value;
}

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((first, second) => first - second);
  return (light + 0.05) / (dark + 0.05);
}

const LIT = LIGHT_COLOURS.filter((colour) => colour !== 'none');

describe('every text can be read', () => {
  it.each([
    ...['paper', 'shade', 'section', 'accent-wash', 'danger-wash', 'found', 'found-now'].map((under) => ['ink', under]),
    ...['paper', 'shade', 'section', 'accent-wash'].map((under) => ['ink-soft', under]),
    ...['paper', 'shade', 'section', 'accent-wash'].map((under) => ['accent', under]),
    ...LIT.flatMap((light) => [
      [`light-${light}`, `tint-${light}`],
      [`light-${light}`, 'paper'],
      [`light-${light}`, 'shade'],
      ['mark', `tint-${light}`],
      ['mark-lead', `tint-${light}`],
    ]),
    ['light-none', 'paper'],
    ['danger', 'paper'],
    ['danger', 'danger-wash'],
    ['danger', 'shade'],
    ['good', 'paper'],
    ['good', 'shade'],
    ['paper', 'accent'],
    ['paper', 'accent-strong'],
    ['paper', 'ink'],
  ])('%s on %s', (text = '', under = '') => {
    expect(contrast(colour(text), colour(under))).toBeGreaterThanOrEqual(4.5);
  });
});
