import { TriangleAlert } from 'lucide-react';
import type { DatedPeriod, Overview, PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { PERIOD_KIND_LABELS } from '#shared/domain/period-rule.ts';
import { choosePeriod } from '../state/queries.ts';
import { periodText } from '../text/words.ts';

export type PeriodChooserProps = { readonly overview: Overview; readonly period: PeriodView | undefined };

/** Which period is looked at and written into. Another one than the current says so, and offers the way back. */
export function PeriodChooser({ overview, period }: PeriodChooserProps) {
  const { periods, currentPeriodId } = overview;
  const current = periods.find(({ id }) => id === currentPeriodId);
  const isOther = period !== undefined && current !== undefined && period.id !== current.id;
  const kinds = [...new Set([overview.plan.cadence, ...periods.map(({ kind }) => kind)])].filter((kind) =>
    periods.some((candidate) => candidate.kind === kind),
  );
  const optionOf = (candidate: DatedPeriod) => (
    <option key={candidate.id} value={candidate.id}>
      {/* The warning takes the room of the due date; cut in the middle it would read as another month. */}
      {isOther ? shortText(candidate, currentPeriodId) : periodText(candidate)}
    </option>
  );
  return (
    <>
      <select
        className="select period-select"
        aria-label="报送期"
        data-testid="period"
        data-other={isOther || undefined}
        data-closed={(period !== undefined && period.closedOn !== null) || undefined}
        value={period?.id ?? ''}
        onChange={(event) => {
          const chosen = periods.find((candidate) => String(candidate.id) === event.target.value);
          if (chosen) choosePeriod(chosen.id);
        }}
      >
        {kinds.length === 1
          ? periods.map(optionOf)
          : kinds.map((kind) => (
              <optgroup key={kind} label={`按${PERIOD_KIND_LABELS[kind]}`}>
                {periods.filter((candidate) => candidate.kind === kind).map(optionOf)}
              </optgroup>
            ))}
      </select>
      {isOther ? (
        <button
          type="button"
          className="period-back"
          data-testid="period-back"
          title={`现在看到和填写的不是当期（${periodTitle(current.label)}）的内容，点这里回到当期`}
          onClick={() => choosePeriod(currentPeriodId)}
        >
          <TriangleAlert aria-hidden />
          <strong>不是当期</strong>
          <span>回到当期</span>
        </button>
      ) : null}
    </>
  );
}

function shortText({ id, label, closedOn }: PeriodView, currentPeriodId: PeriodView['id']): string {
  const signs = [...(id === currentPeriodId ? ['当期'] : []), ...(closedOn === null ? [] : ['已关闭'])];
  return `${periodTitle(label)}${signs.length === 0 ? '' : `（${signs.join('，')}）`}`;
}
