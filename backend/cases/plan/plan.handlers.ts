import { createHash } from 'node:crypto';
import path from 'node:path';
import { type BackendContext, made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { addPlan, archivePlan } from '#db/commands/plan.commands.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { PlanReview } from '#shared/domain/plan-review.ts';
import { readPhrase } from '../../plan/read-phrase.ts';
import { reportStep } from '../step-report.ts';
import { createReviewedPlan, draftReviewedPlan, readDirectory } from './create-data-file.ts';
import { knownDirectory } from './known-directory.ts';
import { readPassage } from './read-passage.ts';
import { reviewDocument } from './review-document.ts';
import { compareRevision, reviseByReview } from './revision/revise-plan.ts';

/** What pasted text is called where a file would have its name. */
const PASTED_NAME = '粘贴的文字';

function directoryOf({ db, seedsFolder }: BackendContext): AgencyDirectory {
  return knownDirectory(db, readDirectory(seedsFolder));
}

export const planHandlers = {
  readDocument: os.plan.readDocument.handler(({ context, input: { source }, signal }) =>
    runLongCall<PlanReview>(context, 'plan.readDocument', async function* (progress) {
      const directory = directoryOf(context);
      if (source.kind === 'text') {
        const { text } = source;
        const sha256 = createHash('sha256').update(text).digest('hex');
        const reading = await context.intake.readText(text, { directory, name: PASTED_NAME, signal });
        const document = { name: PASTED_NAME, sha256, text, reading };
        return reviewDocument(context.planReviews, document, directory);
      }
      const file = pathOf(context, source.file, 'read');
      yield progress(0, 1, path.basename(file));
      const document = await context.intake.readDocument(file, { directory, ...(signal ? { signal } : {}) });
      return reviewDocument(context.planReviews, document, directory);
    }),
  ),
  reread: os.plan.reread.handler(({ context, input: { reviewId, refusedRepairs } }) => {
    const { text, name } = context.planReviews.get(reviewId);
    const directory = directoryOf(context);
    return context.intake.readText(text, { directory, refusedRepairs, name: path.parse(name).name });
  }),
  readPassage: os.plan.readPassage.handler(({ context, input: { reviewId, span } }) => {
    const { text, name } = context.planReviews.get(reviewId);
    const directory = directoryOf(context);
    return readPassage(text, span, (words) => context.intake.readText(words, { directory, name }));
  }),
  readPhrase: os.plan.readPhrase.handler(({ context, input }) =>
    readPhrase(input.text, { directory: directoryOf(context) }),
  ),
  create: os.plan.create.handler(async ({ context, input }) => {
    const file = pathOf(context, input.file, 'data-file');
    const source = context.planReviews.get(input.reviewId);
    const created = await createReviewedPlan({ ...input, file, source, made: made(context, 'document', source.name) });
    context.planReviews.drop(input.reviewId);
    return created;
  }),
  addToFile: os.plan.addToFile.handler(async ({ context, input: { reviewId, ...reviewed } }) => {
    const { db, planReviews } = context;
    const source = planReviews.get(reviewId);
    const { planId, ...added } = addPlan(
      db,
      await draftReviewedPlan({ source, ...reviewed }),
      made(context, 'document', source.name),
    );
    planReviews.drop(reviewId);
    return { ...reportStep(db, added), planId };
  }),
  archive: os.plan.archive.handler(({ context, input: { planId, archived } }) => {
    const archivedOn = archived ? context.today() : null;
    return reportStep(context.db, archivePlan(context.db, planId, archivedOn, made(context, 'typed')));
  }),
  compareRevision: os.plan.compareRevision.handler(({ context, input }) => compareRevision(context, input)),
  revise: os.plan.revise.handler(async ({ context, input }) =>
    reportStep(context.db, await reviseByReview(context, input)),
  ),
  dismiss: os.plan.dismiss.handler(({ context, input }) => context.planReviews.drop(input.reviewId)),
};
