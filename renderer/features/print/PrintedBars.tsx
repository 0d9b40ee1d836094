import type { PrintTable } from '#shared/domain/print-table.ts';

export type PrintedBarsProps = {
  readonly chart: NonNullable<PrintTable['chart']>;
  /** Millimetres, which are the units of the drawing too. */
  readonly width: number;
  readonly height: number;
};

/** More than this a page cannot name; the workbook's own chart has them all. */
const MOST = 60;
/** Characters of a name that stand below its bar. */
const NAME_MAX = 9;
const TITLE_ROOM = 12;
const NAME_ROOM = 20;
const LETTERS = { title: 4.2, name: 2.6, value: 2.4 } as const;

/** The chart below a table: a bar for each row, as high as its share. */
export function PrintedBars({ chart, width, height }: PrintedBarsProps) {
  const bars = chart.bars.slice(0, MOST);
  const foot = height - NAME_ROOM;
  const room = foot - TITLE_ROOM;
  const step = width / Math.max(1, bars.length);
  const thick = Math.min(14, step * 0.6);
  return (
    <svg
      className="printed-bars"
      style={{ width: `${width}mm`, height: `${height}mm` }}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={chart.title}
    >
      <text x={width / 2} y={LETTERS.title * 1.4} textAnchor="middle" fontSize={LETTERS.title}>
        {chart.title}
      </text>
      {bars.map(({ label, share }, index) => {
        const tall = Math.min(1, Math.max(0, share)) * room;
        const middle = (index + 0.5) * step;
        const name = [...label].length > NAME_MAX ? `${[...label].slice(0, NAME_MAX).join('')}…` : label;
        return (
          // Rows of a finished table never move, and two may have one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <g key={index}>
            <rect x={middle - thick / 2} y={foot - tall} width={thick} height={tall} />
            <text x={middle} y={foot - tall - 0.8} textAnchor="middle" fontSize={LETTERS.value}>
              {Math.round(share * 100)}%
            </text>
            <text
              transform={`translate(${middle + 1} ${foot + 2.5}) rotate(-45)`}
              textAnchor="end"
              fontSize={LETTERS.name}
            >
              {name}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={width} y1={foot} y2={foot} />
    </svg>
  );
}
