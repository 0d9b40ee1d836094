import type { RowId } from '#shared/domain/ids.ts';
import { AppError } from '#shared/errors.ts';
import { overviewOf } from './choose-plan.ts';
import type { Client } from './session.ts';

/** Evidence by its numbers in the catalogue. @throws AppError EVIDENCE_UNKNOWN */
export async function evidenceNumbered(
  client: Client,
  plan: string | undefined,
  numbers: readonly string[],
): Promise<RowId[]> {
  if (numbers.length === 0) return [];
  const lines = await client.evidence.list({ planId: (await overviewOf(client, plan)).plan.id });
  return numbers.map((number) => {
    const line = lines.find(({ catalogueNumber }) => catalogueNumber === number);
    if (!line) throw new AppError('EVIDENCE_UNKNOWN', { number });
    return line.id;
  });
}
