import type { Shelf } from '#backend/calls/shelf.ts';
import type { ReviewedDocument } from '#backend/documents/reviewed-document.ts';
import type { AgencyDirectory } from '#shared/domain/agency.ts';
import type { PlanReview } from '#shared/domain/plan-review.ts';
import type { PlanDocument } from '../../documents/plan-document.ts';
import { addPinyin } from './pinyin-keys.ts';
import { proposeAgencies } from './propose-agencies.ts';

/** Puts a document that was read on the shelf, with who its units may be. */
export async function reviewDocument(
  shelf: Shelf<ReviewedDocument>,
  { reading, ...source }: PlanDocument,
  directory: AgencyDirectory,
): Promise<PlanReview> {
  const agencies = await addPinyin(proposeAgencies(reading, directory));
  const named = new Set(agencies.map((agency) => agency.name));
  const others = await addPinyin(directory.agencies.filter((agency) => !named.has(agency.name)));
  return { reviewId: shelf.put(source), source, reading, agencies, others };
}
