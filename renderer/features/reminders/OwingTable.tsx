import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AgencyId } from '#shared/domain/ids.ts';
import { type OwingAgency, SLIP_LABELS } from '#shared/domain/reminder.ts';
import { shortDateText } from '../../text/dates.ts';

export type OwingTableProps = {
  readonly agencies: readonly OwingAgency[];
  /** The one whose text is shown beside. */
  readonly at: AgencyId | null;
  readonly onAt: (agencyId: AgencyId) => void;
  readonly ticked: ReadonlySet<AgencyId>;
  readonly onTick: (agencyIds: readonly AgencyId[], on: boolean) => void;
};

/** Agencies that owe something, line by line: how much, how late, how often they were told, what they promised. */
export function OwingTable({ agencies, at, onAt, ticked, onTick }: OwingTableProps) {
  const line = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another line that is to be in sight
  useEffect(() => line.current?.scrollIntoView({ block: 'nearest' }), [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const place = agencies.findIndex(({ agencyId }) => agencyId === at);
    if (event.key === ' ' && at !== null && event.target === event.currentTarget) {
      event.preventDefault();
      onTick([at], !ticked.has(at));
    }
    const next = agencies[place + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onAt(next.agencyId);
  };
  const all = agencies.map(({ agencyId }) => agencyId);
  const areAll = all.length > 0 && all.every((id) => ticked.has(id));
  return (
    <table
      className="owing-table screen-keys"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: lines are chosen in it by keys
      role="grid"
      aria-label="有欠报或临近时限的单位"
      aria-activedescendant={at === null ? undefined : `owing-${at}`}
      data-testid="owing-table"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label="全选"
              data-testid="owing-all"
              checked={areAll}
              onChange={() => onTick(all, !areAll)}
            />
          </th>
          <th>单位</th>
          <th className="owing-figure">欠</th>
          <th className="owing-figure">最长逾期</th>
          <th className="owing-figure">已催</th>
          <th>承诺</th>
          <th>建议</th>
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr
            key={agency.agencyId}
            ref={agency.agencyId === at ? line : undefined}
            id={`owing-${agency.agencyId}`}
            data-testid={`owing-${agency.agencyId}`}
            aria-selected={agency.agencyId === at}
            onClick={() => onAt(agency.agencyId)}
          >
            <td>
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={`选择${agency.agencyName}`}
                checked={ticked.has(agency.agencyId)}
                onChange={() => onTick([agency.agencyId], !ticked.has(agency.agencyId))}
                onClick={(event) => event.stopPropagation()}
              />
            </td>
            <td title={agency.agencyName}>{agency.agencyName}</td>
            <td className="owing-figure">{`${agency.items.length} 项`}</td>
            <td className={agency.daysLate > 0 ? 'owing-figure owing-late' : 'owing-figure'}>
              {agency.daysLate > 0 ? `${agency.daysLate} 天` : '未到期'}
            </td>
            <td
              className="owing-figure"
              title={agency.remindedOn === null ? undefined : `最近 ${shortDateText(agency.remindedOn)}`}
            >
              {agency.reminded > 0 ? `${agency.reminded} 次` : ''}
            </td>
            <td className={agency.promise?.passed ? 'owing-late' : undefined}>{promiseWords(agency)}</td>
            <td>
              <span className={`slip slip-${agency.proposed}`}>{SLIP_LABELS[agency.proposed]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function promiseWords({ promise }: OwingAgency): string {
  if (!promise) return '';
  return `${shortDateText(promise.on)}${promise.passed ? ' 已过' : ''}`;
}
