import type { ShownMatrix } from '#renderer/state/window-state.ts';
import { LAYOUT_LABELS, LAYOUTS, ORIENTATIONS, PAPERS } from '#shared/domain/layout.ts';
import { periodTitle } from '#shared/domain/period.ts';
import { PRINT_FITS, PRINT_INKS } from '#shared/domain/print-table.ts';
import { ORIENTATION_WORDS, PrintChoice, PrintGroup } from './PrintChoice.tsx';
import type { PrintChoices } from './print-choices.ts';

export type PrintOptionsProps = {
  readonly choices: PrintChoices;
  readonly shown: ShownMatrix;
  readonly periodLabel: string;
  readonly onChange: (choices: PrintChoices) => void;
};

const FIT_WORDS = { 'page-width': '缩到一页宽', readable: '清晰字号，列多时分页' } as const;
const INK_WORDS = { black: '黑白', colour: '彩色' } as const;

/** What to print, and on which paper. */
export function PrintOptions({ choices, shown, periodLabel, onChange }: PrintOptionsProps) {
  const change = (part: Partial<PrintChoices>) => onChange({ ...choices, ...part });
  const isMatrix = choices.layout === 'matrix';
  const shownWords = isMatrix
    ? `当前显示的（${shown.taskIds.length} 项任务、${shown.agencyIds.length} 个单位）`
    : `当前显示的（${shown.taskIds.length} 项任务）`;
  return (
    <div className="print-options">
      <PrintChoice
        legend="表"
        name="layout"
        values={LAYOUTS}
        words={LAYOUT_LABELS}
        value={choices.layout}
        onChange={(layout) => change({ layout })}
      />
      <PrintChoice
        legend="范围"
        name="scope"
        values={['shown', 'all'] as const}
        words={{ shown: shownWords, all: '全部' }}
        value={choices.shownOnly ? 'shown' : 'all'}
        onChange={(scope) => change({ shownOnly: scope === 'shown' })}
      />
      {isMatrix ? (
        <PrintGroup legend="进展">
          <label>
            <input
              type="checkbox"
              data-testid="print-lights"
              checked={choices.withLights}
              onChange={() => change({ withLights: !choices.withLights })}
            />
            标记下注明{periodTitle(periodLabel)}进展
          </label>
        </PrintGroup>
      ) : null}
      <PrintChoice
        legend="纸张"
        name="paper"
        inline
        values={PAPERS}
        words={{ A4: 'A4', A3: 'A3' }}
        value={choices.paper}
        onChange={(paper) => change({ paper })}
      />
      <PrintChoice
        legend="方向"
        name="orientation"
        inline
        values={ORIENTATIONS}
        words={ORIENTATION_WORDS}
        value={choices.orientation}
        onChange={(orientation) => change({ orientation })}
      />
      <PrintChoice
        legend="大小"
        name="fit"
        values={PRINT_FITS}
        words={FIT_WORDS}
        value={choices.fit}
        onChange={(fit) => change({ fit })}
      />
      <PrintChoice
        legend="颜色"
        name="ink"
        inline
        values={PRINT_INKS}
        words={INK_WORDS}
        value={choices.ink}
        onChange={(ink) => change({ ink })}
      />
    </div>
  );
}
