// An office's own rules: each change is a step, and a plan never uses a set that is not there.
import { expect, test } from 'vitest';
import { chosenRules } from '#backend/standing/chosen-rules.ts';
import { chooseRuleSet, removeRuleSet, saveRuleSet } from '#db/commands/light.commands.ts';
import { findOwnRuleSet, listOwnRuleSets, rulesNameOf } from '#db/queries/light.queries.ts';
import { FIVE_COLOURS_SET } from '#shared/domain/light-sets/five-colours.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { createTestDb, MADE, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const OWN = { ...FIVE_COLOURS_SET, name: '本县' };

test('an own set is kept, changed and removed, each as a step', () => {
  const { db } = createTestDb();
  doUndoRedo(
    db,
    () => saveRuleSet(db, OWN, undefined, MADE),
    () => expect(findOwnRuleSet(db, '本县')?.set).toEqual(OWN),
  );
  const changed = { ...OWN, otherwise: 'green' };
  doUndoRedo(
    db,
    () => expect(saveRuleSet(db, changed, '本县', MADE).label).toBe('修改亮灯规则“本县”'),
    () => expect(listOwnRuleSets(db).map(({ set }) => set)).toEqual([changed]),
  );
  expect(codeOf(() => saveRuleSet(db, changed, '本县', MADE))).toBe('NOTHING_TO_CHANGE');
  doUndoRedo(
    db,
    () => removeRuleSet(db, '本县', MADE),
    () => expect(listOwnRuleSets(db)).toEqual([]),
  );
});

test('a plan uses a set that is there, and goes on using it under its new name', () => {
  const { db } = createTestDb();
  expect(chosenRules(db, PLAN)).toBe(WORDS_SET);
  doUndoRedo(
    db,
    () => expect(chooseRuleSet(db, PLAN, '五色', MADE).label).toBe('亮灯改用“五色”规则'),
    () => expect(chosenRules(db, PLAN)).toBe(FIVE_COLOURS_SET),
  );
  saveRuleSet(db, OWN, undefined, MADE);
  chooseRuleSet(db, PLAN, '本县', MADE);
  doUndoRedo(
    db,
    () => saveRuleSet(db, { ...OWN, name: '本市' }, '本县', MADE),
    () => expect(rulesNameOf(db, PLAN)).toBe('本市'),
  );
  expect(codeOf(() => removeRuleSet(db, '本市', MADE))).toBe('LIGHT_RULES_IN_USE');
  chooseRuleSet(db, PLAN, '词语', MADE);
  expect(rulesNameOf(db, PLAN)).toBe('');
  expect(codeOf(() => chooseRuleSet(db, PLAN, '', MADE))).toBe('NOTHING_TO_CHANGE');
});

test('names that are taken or unknown are refused, and nothing is changed', () => {
  const { db } = createTestDb();
  saveRuleSet(db, OWN, undefined, MADE);
  expect(codeOf(() => saveRuleSet(db, OWN, undefined, MADE))).toBe('LIGHT_RULES_NAME_TAKEN');
  expect(codeOf(() => saveRuleSet(db, { ...OWN, name: '红黄绿' }, '本县', MADE))).toBe('LIGHT_RULES_NAME_TAKEN');
  expect(codeOf(() => saveRuleSet(db, OWN, '没有', MADE))).toBe('LIGHT_RULES_UNKNOWN');
  expect(codeOf(() => saveRuleSet(db, OWN, '五色', MADE))).toBe('LIGHT_RULES_UNKNOWN');
  expect(codeOf(() => removeRuleSet(db, '五色', MADE))).toBe('LIGHT_RULES_UNKNOWN');
  expect(codeOf(() => chooseRuleSet(db, PLAN, '没有', MADE))).toBe('LIGHT_RULES_UNKNOWN');
});

test('a set that is gone, or that cannot be read, leaves the plan with the default one', () => {
  const { db } = createTestDb();
  saveRuleSet(db, OWN, undefined, MADE);
  chooseRuleSet(db, PLAN, '本县', MADE);
  db.prepare(`UPDATE light_rule_set SET rules = '{"lights":[]}'`).run();
  expect(listOwnRuleSets(db)).toEqual([]);
  expect(chosenRules(db, PLAN)).toBe(WORDS_SET);
});
