import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type LightRuleSet, LightRuleSetSchema } from '#shared/domain/light-rule-set.ts';
import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { orpc } from '../../bridge/client.ts';
import { LightChip } from '../../ui/LightChip.tsx';

export type SetCountsProps = { readonly set: LightRuleSet; readonly period: PeriodView };

/** How many duties of the period on show get which light by a set, before anybody chooses it. */
export function SetCounts({ set, period }: SetCountsProps) {
  const isWhole = LightRuleSetSchema.safeParse(set).success;
  const { data } = useQuery({
    ...orpc.light.preview.queryOptions({ input: { periodId: period.id, set } }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
  const counts = new Map(data?.map(({ light, duties }) => [light, duties]));
  return (
    <p className="set-counts" data-testid="set-counts" role="status">
      <span>{periodTitle(period.label)}按这套规则：</span>
      {set.lights.map((light) => (
        <span key={light.key} className="set-count">
          <LightChip light={light} /> {counts.get(light.key) ?? '…'}
        </span>
      ))}
    </p>
  );
}
