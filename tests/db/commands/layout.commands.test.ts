// An office's own layouts: each change is a step, and no name means two layouts.
import { expect, test } from 'vitest';
import { BUILT_IN_LAYOUTS } from '#backend/excel/layouts/built-in/all.ts';
import { removeLayout, saveLayout } from '#db/commands/layout.commands.ts';
import { listOwnLayouts } from '#db/queries/layout.queries.ts';
import { createTestDb, MADE } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const OWN = { ...BUILT_IN_LAYOUTS.ledger, name: '月度台账' };
const idOf = (db: Parameters<typeof listOwnLayouts>[0]) => listOwnLayouts(db)[0]?.id;

test('an own layout is kept, changed, renamed and removed, each as a step', () => {
  const { db } = createTestDb();
  doUndoRedo(
    db,
    () => expect(saveLayout(db, OWN, undefined, MADE).label).toBe('新建表样“月度台账”'),
    () => expect(listOwnLayouts(db).map(({ def }) => def)).toEqual([OWN]),
  );
  const changed = { ...OWN, paper: 'A4' as const };
  doUndoRedo(
    db,
    () => expect(saveLayout(db, changed, idOf(db), MADE).label).toBe('修改表样“月度台账”'),
    () => expect(listOwnLayouts(db).map(({ def }) => def)).toEqual([changed]),
  );
  expect(codeOf(() => saveLayout(db, changed, idOf(db), MADE))).toBe('NOTHING_TO_CHANGE');
  doUndoRedo(
    db,
    () => expect(saveLayout(db, { ...changed, name: '月报' }, idOf(db), MADE).label).toBe('表样“月度台账”改名为“月报”'),
    () => expect(listOwnLayouts(db).map(({ def }) => def.name)).toEqual(['月报']),
  );
  doUndoRedo(
    db,
    () => expect(removeLayout(db, idOf(db) ?? 0, MADE).label).toBe('删除表样“月报”'),
    () => expect(listOwnLayouts(db)).toEqual([]),
  );
});

test('a name or key that means a layout already is refused, and nothing is changed', () => {
  const { db } = createTestDb();
  saveLayout(db, OWN, undefined, MADE);
  for (const name of ['月度台账', '责任矩阵', 'ledger', 'own-7']) {
    expect(codeOf(() => saveLayout(db, { ...OWN, name }, undefined, MADE))).toBe('LAYOUT_NAME_TAKEN');
  }
  expect(codeOf(() => saveLayout(db, OWN, 99, MADE))).toBe('LAYOUT_UNKNOWN');
  expect(codeOf(() => removeLayout(db, 99, MADE))).toBe('LAYOUT_UNKNOWN');
  expect(listOwnLayouts(db)).toHaveLength(1);
});
