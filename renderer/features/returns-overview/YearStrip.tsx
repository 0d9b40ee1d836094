import { useEffect, useRef } from 'react';
import type { PeriodId } from '#shared/domain/ids.ts';
import type { YearFigure } from './year-figures.ts';

export type YearStripProps = {
  readonly figures: readonly YearFigure[];
  readonly shown: PeriodId;
  readonly onChoose: (id: PeriodId) => void;
};

/** All periods of the plan, each with how many have come back; a click shows that period. */
export function YearStrip({ figures, shown, onChoose }: YearStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another period on show is what brings its box into view
  useEffect(() => {
    strip.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no field set
    <div ref={strip} className="year-strip" role="group" aria-label="各报送期的回收情况">
      {figures.map((figure) => (
        <button
          key={figure.id}
          type="button"
          className="year-period"
          aria-pressed={figure.id === shown}
          data-testid={`collection-period-${figure.id}`}
          data-done={figure.owing > 0 && figure.back === figure.owing}
          onClick={() => onChoose(figure.id)}
        >
          <strong>{figure.label}</strong>
          <span>{words(figure)}</span>
          {figure.late > 0 ? <span className="year-late">逾期 {figure.late}</span> : null}
        </button>
      ))}
    </div>
  );
}

function words({ owing, sent, back }: YearFigure): string {
  if (owing === 0) return '无任务';
  if (sent === 0 && back === 0) return '未发出';
  return back === owing ? `收齐 ${owing}` : `收回 ${back}/${owing}`;
}
