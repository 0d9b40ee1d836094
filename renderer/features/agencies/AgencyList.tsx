import { type KeyboardEvent, useEffect, useRef } from 'react';
import { AGENCY_KIND_LABELS } from '#shared/domain/agency.ts';
import type { AgencyView } from '#shared/domain/agency-views.ts';
import type { AgencyId } from '#shared/domain/ids.ts';
import { type AgencyGroup, swapWithNeighbour } from './agency-rows.ts';
import { reorderAgencies } from './edit-agencies.ts';

export type AgencyListProps = {
  readonly groups: readonly AgencyGroup[];
  /** All, also those the search leaves out: order is among all. */
  readonly agencies: readonly AgencyView[];
  readonly chosen: AgencyView | undefined;
  /** Agencies with a name like another's. */
  readonly similar: ReadonlySet<AgencyId>;
  readonly onChoose: (agencyId: AgencyId) => void;
};

/** The directory by kind. ↑ ↓ choose, Alt+↑ Alt+↓ move the chosen one within its kind. */
export function AgencyList({ groups, agencies, chosen, similar, onChoose }: AgencyListProps) {
  const list = useRef<HTMLDivElement>(null);
  const chosenId = chosen?.id;
  useEffect(() => {
    if (chosenId === undefined) return;
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null || !chosen) return;
    event.preventDefault();
    if (event.altKey) {
      const swapped = swapWithNeighbour(agencies, chosen.id, step);
      if (swapped) void reorderAgencies(swapped);
      return;
    }
    const listed = groups.flatMap((group) => group.agencies);
    const next = listed[listed.findIndex((agency) => agency.id === chosen.id) + step];
    if (next) onChoose(next.id);
  };
  return (
    <div
      ref={list}
      className="agencies-list"
      role="listbox"
      aria-label="单位"
      aria-activedescendant={chosen ? `agency-${chosen.id}` : undefined}
      tabIndex={0}
      data-testid="agency-list"
      onKeyDown={onKeyDown}
    >
      {groups.map(({ kind, agencies: ofKind }) => (
        // biome-ignore lint/a11y/useSemanticElements: a run of options within a list box is a group of role, no field set
        <div key={kind} role="group" aria-label={AGENCY_KIND_LABELS[kind]}>
          <h3 className="agencies-kind">
            {AGENCY_KIND_LABELS[kind]}
            <small>{ofKind.length}</small>
          </h3>
          {ofKind.map((agency) => (
            <button
              key={agency.id}
              id={`agency-${agency.id}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={agency.id === chosenId}
              className="agency-line"
              data-testid={`agency-line-${agency.id}`}
              onClick={() => onChoose(agency.id)}
            >
              <span className="agency-line-name">{agency.name}</span>
              {similar.has(agency.id) ? <span className="agency-tag is-near">名称相近</span> : null}
              {agency.active ? null : <span className="agency-tag">停用</span>}
              <span className="agency-line-duties">{agency.duties === 0 ? '' : `${agency.duties} 项`}</span>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
