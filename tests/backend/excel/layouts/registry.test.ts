// The registry of fields, what fills them, and the built-in layouts know of each other.
import { describe, expect, test } from 'vitest';
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { CELLS } from '#backend/excel/layouts/cells/all-cells.ts';
import { LAYOUT_LABELS, LAYOUTS } from '#shared/domain/layout.ts';
import { LAYOUT_ROW_KINDS, LayoutDefSchema } from '#shared/domain/layout-def.ts';
import { assertFieldsKnown, LAYOUT_FIELDS } from '#shared/domain/layout-fields.ts';
import { hasPlaceholder, unknownPlaceholders } from '#shared/domain/placeholders.ts';

test.each(LAYOUT_ROW_KINDS)('every field of a %s has its cells, none is named twice', (kind) => {
  const names = LAYOUT_FIELDS[kind].map(({ field }) => field);
  expect(new Set(names).size).toBe(names.length);
  const own = LAYOUT_FIELDS[kind].filter(({ field, expands }) => !expands && !['serial', 'blank'].includes(field));
  for (const { field } of own) expect(Object.hasOwn(CELLS[kind], field), field).toBe(true);
  expect(Object.keys(CELLS[kind]).filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(LAYOUTS)('%s', (key) => {
  const def = BUILT_IN_LAYOUTS[key];
  test('is a layout as anybody could have made it', () => {
    expect(LayoutDefSchema.parse(def)).toEqual(def);
    expect(() => assertFieldsKnown(def)).not.toThrow();
    expect(def.name).toBe(LAYOUT_LABELS[key]);
    const texts = [def.title, def.unitLine.left, def.unitLine.right, ...def.notes, ...def.signature];
    expect(texts.flatMap(unknownPlaceholders)).toEqual([]);
    expect(hasPlaceholder(def.title)).toBe(true);
  });
});
