import type { PrintTable } from '#shared/domain/print-table.ts';

export type PrintedBarsProps = { readonly chart: NonNullable<PrintTable['chart']>; readonly height: number };

/** More than this a page cannot name; the workbook's own chart has them all. */
const MOST = 40;
const WIDTH = 1000;
const LABEL_ROOM = 100;
const TITLE_ROOM = 40;

/** The chart below a table: a bar for each row, as high as its share. */
export function PrintedBars({ chart, height }: PrintedBarsProps) {
  const bars = chart.bars.slice(0, MOST);
  const tall = 420;
  const room = tall - LABEL_ROOM - TITLE_ROOM;
  const step = WIDTH / Math.max(1, bars.length);
  return (
    <svg
      className="printed-bars"
      style={{ height: `${height}mm` }}
      viewBox={`0 0 ${WIDTH} ${tall}`}
      role="img"
      aria-label={chart.title}
    >
      <text x={WIDTH / 2} y={26} textAnchor="middle" fontSize={22}>
        {chart.title}
      </text>
      {bars.map(({ label, share }, index) => {
        const size = Math.min(1, Math.max(0, share)) * room;
        const left = index * step + step * 0.2;
        return (
          // Rows of a finished table never move, and two may have one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <g key={index}>
            <rect x={left} y={TITLE_ROOM + room - size} width={step * 0.6} height={size} />
            <text
              transform={`translate(${left + step * 0.3} ${TITLE_ROOM + room + 10}) rotate(50)`}
              fontSize={Math.min(16, Math.max(9, step * 0.4))}
            >
              {label}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={WIDTH} y1={TITLE_ROOM + room} y2={TITLE_ROOM + room} />
    </svg>
  );
}
