// A cell whose format shows nothing keeps its text beside its empty paragraph: ids of a form saved as .ods are such.
import { expect, test } from 'vitest';
import { odsCell, odsCellTag } from '#backend/sheets/ods/ods-cell.ts';
import { OdsStyles } from '#backend/sheets/ods/ods-styles.ts';

const tagOf = (attributes: Readonly<Record<string, string>>) => odsCellTag({ get: (name) => attributes[name] });

test('a text that a format hides is read, and said to be hidden', () => {
  const tag = tagOf({ 'office:value-type': 'string', 'string-value': '12/345' });
  expect(odsCell(tag, '', new OdsStyles())).toMatchObject({ text: '12/345', trouble: 'not-shown' });
});

test('what is shown goes before, and an empty cell stays empty', () => {
  const shown = tagOf({ 'office:value-type': 'string', 'string-value': 'other' });
  expect(odsCell(shown, '推进中', new OdsStyles())).toMatchObject({ text: '推进中', trouble: null });
  expect(odsCell(tagOf({ 'office:value-type': 'string' }), '', new OdsStyles())).toBeNull();
});
