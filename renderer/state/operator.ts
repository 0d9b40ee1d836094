import { queryOptions, useQuery } from '@tanstack/react-query';
import { queryClient } from '../bridge/query-client.ts';
import { getShell } from '../bridge/shell.ts';

/** Who works on this computer, as the shell keeps it. */
export const operatorOptions = queryOptions({
  queryKey: ['shell', 'operator'],
  queryFn: () => getShell().operator({}),
});

/** @returns the name; `null`: nobody has said one; `undefined` until that is known */
export function useOperator(): string | null | undefined {
  return useQuery(operatorOptions).data?.name;
}

/** @param name `null`: the user name of the computer stands for it again */
export async function keepOperator(name: string | null): Promise<void> {
  await getShell().setOperator({ name });
  await queryClient.invalidateQueries({ queryKey: operatorOptions.queryKey });
}
