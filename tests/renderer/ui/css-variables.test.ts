// A colour whose name is not in the theme is no colour at all, and nothing says so.
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

const RENDERER = path.join(PROJECT_ROOT, 'renderer');

it('every variable that a style asks for is set somewhere, or comes from the grid and its dialogs', () => {
  const sources = fs
    .readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(css|tsx?)$/u.test(file))
    .map((file) => fs.readFileSync(path.join(RENDERER, file), 'utf8'));
  const all = sources.join('\n');
  // In a style, or from code, which names it in quotes.
  const set = new Set([...all.matchAll(/(--[a-z][\w-]*)(?:\s*:|['"])/gu)].map(([, name]) => name));
  const asked = [...all.matchAll(/var\((--[a-z][\w-]*)/gu)].map(([, name = '']) => name);
  const unknown = asked.filter((name) => !set.has(name) && !name.startsWith('--ag-'));
  expect([...new Set(unknown)]).toEqual([]);
});
