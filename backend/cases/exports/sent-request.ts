import { LAYOUTS } from '#shared/domain/layout.ts';
import type { SentRequest } from '#shared/domain/sending.ts';
import type { DescribedTables, TableRequest } from './describe-layout.ts';

/**
 * What the log of exports keeps of a table: enough to make it again. One's own layout whole, as it was used: it may be
 * changed or removed afterwards.
 */
export function sentRequest(request: TableRequest, { def, period }: DescribedTables): SentRequest {
  const isBuiltIn = LAYOUTS.some((key) => key === request.layout);
  const layout = isBuiltIn ? request.layout : def;
  return { call: 'exports.table', input: { ...request, periodId: period.id, layout } };
}
