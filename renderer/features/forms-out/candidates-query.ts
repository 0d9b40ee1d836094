import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FormCandidates } from '#shared/domain/form-sending.ts';
import type { PeriodId } from '#shared/domain/ids.ts';
import { orpc } from '../../bridge/client.ts';

/** Who owes something in a period; asked anew whenever the dialog opens. `undefined` until it has been read. */
export function useCandidates(periodId: PeriodId): FormCandidates | undefined {
  const options = orpc.forms.candidates.queryOptions({ input: { periodId } });
  return useQuery({ ...options, staleTime: 0, placeholderData: keepPreviousData }).data;
}
