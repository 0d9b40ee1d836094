import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type BackendContext, made, pathOf } from '#backend/calls/context.ts';
import { os } from '#backend/calls/implementer.ts';
import { runLongCall } from '#backend/calls/long-call.ts';
import { keepDraft, markReturns, setReturnRule } from '#db/commands/return.commands.ts';
import { defaultPlanId } from '#db/queries/plan.queries.ts';
import { draftsOf, getReturn, getReturns, keptFileOf } from '#db/queries/return.queries.ts';
import type { FileTicket } from '#shared/contract/call.ts';
import { DecisionSchema } from '#shared/contract/returns.contract.ts';
import type { ExportedFile } from '#shared/domain/overview.ts';
import type { ReturnReview } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { acceptDecided } from './accept-returns.ts';
import { listReturnRules } from './active-rules.ts';
import { annotateReturns } from './annotate.ts';
import { readCollection } from './collection-overview.ts';
import { identifyByClerk } from './identify-by-clerk.ts';
import { summarizeReturns } from './list-returns.ts';
import { makeTaskOfRow } from './make-task.ts';
import { mapColumns } from './map-columns.ts';
import { receiveDataFile } from './receive-data-file.ts';
import { type ChosenFile, previewReturns, receiveReturns } from './receive-returns.ts';
import { reviewKept } from './review-returns.ts';
import { sendBackTextOf } from './send-back-text.ts';
import { rememberShown } from './shown-values.ts';
import { previewTakingBack, takeBack } from './take-back.ts';

const DraftSchema = z.array(DecisionSchema);

type Chosen = { readonly ticket: FileTicket; readonly password?: string | undefined };

function chosenFiles(context: BackendContext, files: readonly Chosen[]): readonly ChosenFile[] {
  return files.map(({ ticket, password }) => ({ path: pathOf(context, ticket, 'read'), password }));
}

export const returnsHandlers = {
  preview: os.returns.preview.handler(({ context, input, signal }) =>
    runLongCall<ReturnReview>(context, 'returns.preview', (progress) =>
      previewReturns(context, input.planId, chosenFiles(context, input.files), progress, signal),
    ),
  ),
  receive: os.returns.receive.handler(({ context, input, signal }) =>
    runLongCall<ReturnReview>(context, 'returns.receive', (progress) =>
      receiveReturns(context, input.planId, chosenFiles(context, input.files), progress, signal),
    ),
  ),
  list: os.returns.list.handler(({ context, input }) => summarizeReturns(context.db, input)),
  review: os.returns.review.handler(async ({ context, input }) => {
    const rows = getReturns(context.db, input.returnIds);
    const reviewed = await reviewKept(context, rows[0]?.planId ?? defaultPlanId(context.db), rows);
    rememberShown(context, reviewed);
    const drafts = draftsOf(context.db, input.returnIds);
    const decisions = Object.fromEntries([...drafts].map(([id, json]) => [id, DraftSchema.parse(JSON.parse(json))]));
    return { reviewId: randomUUID(), files: reviewed.map(({ view }) => view), decisions };
  }),
  keepDecisions: os.returns.keepDecisions.handler(({ context, input }) =>
    keepDraft(context.db, input.returnId, JSON.stringify(input.decisions), made(context, 'typed').at),
  ),
  identify: os.returns.identify.handler(({ context, input }) => identifyByClerk(context, input)),
  mapColumns: os.returns.mapColumns.handler(({ context, input }) => mapColumns(context, input.returnId, input.mapping)),
  picture: os.returns.picture.handler(({ context, input, signal }) => {
    const row = getReturn(context.db, input.returnId);
    const { name, content: bytes } = keptFileOf(context.db, input.returnId);
    const password = context.passwords.get(row.sha256);
    return context.intake.picture({ name, bytes }, row.sheet, {
      ...(password === undefined ? {} : { password }),
      ...(signal === undefined ? {} : { signal }),
    });
  }),
  accept: os.returns.accept.handler(({ context, input }) => acceptDecided(context, input.returns)),
  takeBackPreview: os.returns.takeBackPreview.handler(({ context, input }) =>
    previewTakingBack(context, input.returnId),
  ),
  takeBack: os.returns.takeBack.handler(({ context, input }) =>
    takeBack(context, input.returnId, input.includeChanged),
  ),
  sendBack: os.returns.sendBack.handler(({ context, input }) =>
    reportStep(
      context.db,
      markReturns(context.db, input.returnIds, 'sent-back', input.reasons, made(context, 'typed')),
    ),
  ),
  refuse: os.returns.refuse.handler(({ context, input }) =>
    reportStep(context.db, markReturns(context.db, input.returnIds, 'refused', input.reasons, made(context, 'typed'))),
  ),
  sendBackText: os.returns.sendBackText.handler(({ context, input }) => sendBackTextOf(context, input)),
  overview: os.returns.overview.handler(({ context, input }) => readCollection(context, input.planId, input.periodIds)),
  rules: os.returns.rules.handler(({ context }) => listReturnRules(context.db)),
  setRule: os.returns.setRule.handler(({ context, input }) => {
    const { db } = context;
    const rule = listReturnRules(db).find((each) => each.rule === input.rule);
    if (!rule) throw new AppError('BAD_PARAMS', { path: 'rule' });
    if (rule.active === input.active) throw new AppError('NOTHING_TO_CHANGE');
    return reportStep(db, setReturnRule(db, rule.rule, input.active, rule.label, made(context, 'typed')));
  }),
  annotate: os.returns.annotate.handler(({ context, input, signal }) =>
    runLongCall<readonly ExportedFile[]>(context, 'returns.annotate', (progress) => {
      const folder = pathOf(context, input.folder, 'forms');
      return annotateReturns(context, { returnIds: input.returnIds, folder }, progress, signal);
    }),
  ),
  makeTask: os.returns.makeTask.handler(({ context, input }) => makeTaskOfRow(context, input)),
  receiveDataFile: os.returns.receiveDataFile.handler(({ context, input, signal }) =>
    runLongCall<ReturnReview>(context, 'returns.receiveDataFile', (progress) => {
      const file = pathOf(context, input.file, 'read');
      return receiveDataFile(context, { planId: input.planId, file }, progress, signal);
    }),
  ),
};
