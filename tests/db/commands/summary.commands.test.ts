import { expect, test } from 'vitest';
import { closePeriod } from '#db/commands/period.commands.ts';
import { setProgress } from '#db/commands/progress.commands.ts';
import { adoptSummary, saveSummary } from '#db/commands/summary.commands.ts';
import { findProgress } from '#db/queries/assignment.queries.ts';
import { findSummary } from '#db/queries/summary.queries.ts';
import type { SummarySentence } from '#shared/domain/summary.ts';
import { createTestDb, MADE, nth } from '#tests/helpers/a-plan.ts';
import { codeOf } from '#tests/helpers/app-error.ts';
import { doUndoRedo } from '#tests/helpers/do-undo-redo.ts';

const TODAY = '2021-10-12';

function world() {
  const test = createTestDb();
  const place = { taskId: nth(test.taskIds, 0), agencyId: nth(test.agencyIds, 0), periodId: nth(test.periodIds, 9) };
  const other = nth(test.agencyIds, 1);
  const sentences: readonly SummarySentence[] = [
    { part: 'narrative', kind: 'program', text: '测试2：', sources: [] },
    {
      part: 'narrative',
      kind: 'edited',
      text: '检查三十二户。',
      sources: [{ agencyId: other, field: 'narrative', verbatim: '检查32户。' }],
    },
    { part: 'problems', kind: 'own', text: '人手不足', sources: [] },
  ];
  const entry = () => findProgress(test.db, place.taskId, place.agencyId, place.periodId);
  const kept = () => findSummary(test.db, place.taskId, place.agencyId, place.periodId);
  return { ...test, place, sentences, summary: { ...place, sentences }, entry, kept };
}

test('a summary is kept with its sources, and the entry is not touched', () => {
  const { db, summary, sentences, entry, kept } = world();
  doUndoRedo(
    db,
    () => saveSummary(db, summary, MADE),
    () => {
      expect(kept()).toMatchObject({ sentences, adopted: false });
      expect(entry()).toBeUndefined();
    },
  );
});

test('an adopted summary is the text of the lead’s entry, in one step with it', () => {
  const { db, place, summary, entry, kept } = world();
  setProgress(db, [{ ...place, patch: { status: 'in-progress', percent: 40, narrative: '旧文' } }], MADE);
  doUndoRedo(
    db,
    () => adoptSummary(db, summary, TODAY, MADE),
    () => {
      expect(entry()).toMatchObject({
        ...{ status: 'in-progress', percent: 40, narrative: '测试2：检查三十二户。', problems: '人手不足。' },
        ...{ nextSteps: '', reportedOn: TODAY, origin: 'summary' },
      });
      expect(kept()).toMatchObject({ adopted: true });
    },
  );
});

test('an entry that is not there yet is made, also undone', () => {
  const { db, summary, entry } = world();
  doUndoRedo(
    db,
    () => adoptSummary(db, summary, TODAY, MADE),
    () => expect(entry()).toMatchObject({ status: null, origin: 'summary' }),
  );
});

test('what is changed after it was adopted is no longer the entry’s', () => {
  const { db, summary, sentences, kept } = world();
  adoptSummary(db, summary, TODAY, MADE);
  expect(codeOf(() => saveSummary(db, summary, MADE))).toBe('NOTHING_TO_CHANGE');
  saveSummary(db, { ...summary, sentences: sentences.slice(1) }, MADE);
  expect(kept()).toMatchObject({ adopted: false });
});

test('nothing is written without a sentence, in a closed period, for an agency that owes nothing', () => {
  const { db, summary, agencyIds, place } = world();
  expect(codeOf(() => adoptSummary(db, { ...summary, sentences: [] }, TODAY, MADE))).toBe('SUMMARY_EMPTY');
  const stranger = { ...summary, agencyId: nth(agencyIds, 3) };
  expect(codeOf(() => saveSummary(db, stranger, MADE))).toBe('NOT_ASSIGNED');
  closePeriod(db, place.periodId, { closedOn: TODAY, owed: 1, missing: 1 }, MADE);
  expect(codeOf(() => saveSummary(db, summary, MADE))).toBe('PERIOD_CLOSED');
  expect(codeOf(() => adoptSummary(db, summary, TODAY, MADE))).toBe('PERIOD_CLOSED');
});
