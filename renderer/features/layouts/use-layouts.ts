import { useQuery } from '@tanstack/react-query';
import type { LayoutView } from '#shared/domain/layout-views.ts';
import { orpc } from '../../bridge/client.ts';

/** All layouts there are; asked again whenever the dialog opens, since another window or PC may have brought one. */
export function useLayouts() {
  return useQuery({ ...orpc.layout.list.queryOptions({ input: {} }), staleTime: 0 });
}

/** The names that are taken. */
export function namesOf(layouts: readonly LayoutView[]): readonly string[] {
  return layouts.map(({ def }) => def.name);
}
