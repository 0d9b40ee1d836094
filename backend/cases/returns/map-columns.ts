import { type BackendContext, made } from '#backend/calls/context.ts';
import { prepareIdentify } from '#backend/returns/identity/identify.ts';
import type { ParsedTable } from '#backend/returns/parsed-return.ts';
import { mapReturn } from '#db/commands/return.commands.ts';
import { defaultPlanId } from '#db/queries/plan.queries.ts';
import { getReturn, keptFileOf } from '#db/queries/return.queries.ts';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnMapping } from '#shared/domain/return-review.ts';
import type { StepReport } from '#shared/domain/step.ts';
import { AppError } from '#shared/errors.ts';
import { reportStep } from '../step-report.ts';
import { gatherGround } from './gather-ground.ts';
import { identifyReturn } from './identify-return.ts';
import { knownMappings, readFile, readingOfTable } from './read-files.ts';
import { reviewableOf, tableOfReturn } from './reviewable.ts';

/**
 * Reads a return's sheet again as its columns were pointed out, and every file of the same shape from now on.
 *
 * @throws AppError RETURN_GONE, and why the file could not be read: RETURN_NOT_RECOGNIZED, WORKBOOK_ENCRYPTED …
 */
export async function mapColumns(
  context: BackendContext,
  returnId: ReturnId,
  mapping: ReturnMapping,
): Promise<StepReport> {
  const { db } = context;
  const row = getReturn(db, returnId);
  const before = tableOfReturn(db, row);
  const table = await readPointed(context, returnId, mapping, before);
  const identify = prepareIdentify(gatherGround(context, row.planId ?? defaultPlanId(db)));
  const { place, held, refusal } = identifyReturn(identify, { ...reviewableOf(db, row), table });
  const isWaiting = row.state === 'received' || row.state === 'refused';
  const received = {
    ...place,
    state: held || refusal ? ('received' as const) : ('to-review' as const),
    read: readingOfTable(table),
  };
  const kept = isWaiting ? received : { ...received, state: 'to-review' as const };
  const known = { shape: table.shape, json: JSON.stringify(mapping) };
  return reportStep(db, mapReturn(db, returnId, kept, known, made(context, 'typed')));
}

async function readPointed(
  context: BackendContext,
  returnId: ReturnId,
  mapping: ReturnMapping,
  before: ParsedTable | null,
): Promise<ParsedTable> {
  const { name, content } = keptFileOf(context.db, returnId);
  const mappings = new Map(knownMappings(context));
  if (before) mappings.set(before.shape, mapping);
  const near = before?.ids?.periodEndsOn ?? null;
  const { tables, refusal } = await readFile(
    context,
    { name, content },
    { hints: { mappings, near, pointed: mapping } },
  );
  const table = tables.find(({ sheet }) => sheet === mapping.sheet);
  if (table) return table;
  if (refusal) throw new AppError(refusal.code, refusal.details);
  throw new AppError('RETURN_NOT_RECOGNIZED', { file: name });
}
