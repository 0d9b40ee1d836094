import { expect, test } from 'vitest';
import { setScoringRule } from '#db/commands/scoring-rule.commands.ts';
import { undoStep } from '#db/log/history.commands.ts';
import { readAsAfter } from '#db/queries/past.queries.ts';
import { scoringRuleOf } from '#db/queries/scoring-rule.queries.ts';
import { DEFAULT_SCORING } from '#shared/domain/scoring-rule.ts';
import { createTestDb, MADE, PLAN } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const STRICT = { ...DEFAULT_SCORING, per: 'total', missing: -3 } as const;

test('a scoring rule is set, changed and taken away, each as one step that can be undone', () => {
  const { db } = createTestDb();
  doUndoRedo(
    db,
    () => setScoringRule(db, PLAN, STRICT, MADE),
    () => expect(scoringRuleOf(db, PLAN)).toEqual(STRICT),
  );
  doUndoRedo(
    db,
    () => setScoringRule(db, PLAN, { ...STRICT, base: 0 }, MADE),
    () => expect(scoringRuleOf(db, PLAN)).toMatchObject({ base: 0, missing: -3 }),
  );
  doUndoRedo(
    db,
    () => setScoringRule(db, PLAN, null, MADE),
    () => expect(scoringRuleOf(db, PLAN)).toEqual(DEFAULT_SCORING),
  );
});

test('nothing is written that changes nothing', () => {
  const { db } = createTestDb();
  expect(codeOf(() => setScoringRule(db, PLAN, null, MADE))).toBe('NOTHING_TO_CHANGE');
  setScoringRule(db, PLAN, STRICT, MADE);
  expect(codeOf(() => setScoringRule(db, PLAN, STRICT, MADE))).toBe('NOTHING_TO_CHANGE');
});

test('the rule of a past day is the one that stood then', () => {
  const { db } = createTestDb();
  const { stepId } = setScoringRule(db, PLAN, STRICT, MADE);
  undoStep(db, MADE);
  setScoringRule(db, PLAN, { ...DEFAULT_SCORING, base: 60 }, MADE);
  readAsAfter(db, stepId, (past) => expect(scoringRuleOf(past, PLAN)).toEqual(STRICT));
});
