import { useQuery } from '@tanstack/react-query';
import { overviewOptions } from '#renderer/state/queries.ts';
import { useWindowState } from '#renderer/state/window-state.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { type GroupAgency, groupAgenciesOf } from './inherited-marks.ts';

/** Group agencies with members. Equal answers are the same array: a step that leaves the groups alone leaves the columns alone. */
export function useGroupAgencies(): readonly GroupAgency[] {
  const planId = useWindowState((state) => state.planId);
  return useQuery({ ...overviewOptions(planId), select: selectGroups }).data ?? NO_AGENCIES;
}

const NO_AGENCIES: readonly GroupAgency[] = [];

function selectGroups({ agencies }: Overview): readonly GroupAgency[] {
  return groupAgenciesOf(agencies);
}
