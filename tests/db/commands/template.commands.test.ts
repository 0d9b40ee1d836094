// Forms of a superior: kept whole with what their columns mean, each change a step that can be taken back.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { removeTemplate, renameTemplate, saveTemplate } from '#db/commands/template.commands.ts';
import { fileOfTemplate, getTemplate, listTemplates } from '#db/queries/template.queries.ts';
import { RowIdSchema } from '#shared/domain/ids.ts';
import type { TemplateMapping } from '#shared/domain/template.ts';
import { createTestDb, MADE, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const MAPPING: TemplateMapping = {
  sheet: '表1',
  titleCell: 'A1',
  unitCell: 'A2',
  headRows: [3, 4],
  bodyRow: 5,
  columns: [{ column: 'B', head: '工作任务', field: 'task', sure: true }],
};
const content = new Uint8Array([1, 2, 3]);
const FILE = { name: '市级.xlsx', sha256: createHash('sha256').update(content).digest('hex'), content };
const NEW = { name: '市级月报', file: FILE, shape: 's', mapping: MAPPING };

test('a form is kept, changed, renamed and forgotten, each as a step; its file stays byte for byte', () => {
  const { db } = createTestDb();
  doUndoRedo(
    db,
    () => expect(saveTemplate(db, NEW, MADE).label).toBe('记住上级表样“市级月报”'),
    () => expect(listTemplates(db)).toMatchObject([{ name: '市级月报', fileName: '市级.xlsx', mapping: MAPPING }]),
  );
  const { id } = nth(listTemplates(db), 0);
  expect(fileOfTemplate(db, id).content).toEqual(Buffer.from(content));
  const mapping = { ...MAPPING, bodyRow: 6 };
  doUndoRedo(
    db,
    () => saveTemplate(db, { id, name: '市级月报', shape: 's', mapping }, MADE),
    () => expect(getTemplate(db, id)).toMatchObject({ mapping, sha256: FILE.sha256 }),
  );
  doUndoRedo(
    db,
    () => renameTemplate(db, id, '市月报', MADE),
    () => expect(getTemplate(db, id).name).toBe('市月报'),
  );
  doUndoRedo(
    db,
    () => removeTemplate(db, id, MADE),
    () => expect(listTemplates(db)).toEqual([]),
  );
});

test('a name that is taken and a template that is gone are refused', () => {
  const { db } = createTestDb();
  saveTemplate(db, NEW, MADE);
  const { id } = nth(listTemplates(db), 0);
  expect(codeOf(() => saveTemplate(db, NEW, MADE))).toBe('TEMPLATE_NAME_TAKEN');
  expect(codeOf(() => saveTemplate(db, { ...NEW, id }, MADE))).toBe('NOTHING_TO_CHANGE');
  saveTemplate(db, { ...NEW, name: '省级' }, MADE);
  expect(codeOf(() => renameTemplate(db, id, '省级', MADE))).toBe('TEMPLATE_NAME_TAKEN');
  const gone = RowIdSchema.parse(99);
  expect(codeOf(() => removeTemplate(db, gone, MADE))).toBe('TEMPLATE_GONE');
  expect(codeOf(() => getTemplate(db, gone))).toBe('TEMPLATE_GONE');
  expect(codeOf(() => fileOfTemplate(db, gone))).toBe('TEMPLATE_GONE');
});
