import { type CSSProperties, memo } from 'react';
import { FONT_ROLES, type FontRole } from '#shared/domain/layout-def.ts';
import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import { fontFamily } from './layout/font-family.ts';
import type { PrintLayout } from './layout/lay-out.ts';
import { PrintedBars } from './PrintedBars.tsx';
import { PrintedHeads } from './PrintedHeads.tsx';
import { PrintedRow } from './PrintedRow.tsx';
import './printed-page.css';

export type PrintedPageProps = {
  readonly table: PrintTable;
  readonly layout: PrintLayout;
  readonly ink: PrintSetup['ink'];
  /** Counts from 0. */
  readonly index: number;
};

const mm = (length: number): string => `${length}mm`;

/** One page at its true size, for the preview and for the printer alike. */
export const PrintedPage = memo(function PrintedPage({ table, layout, ink, index }: PrintedPageProps) {
  const page = layout.pages[index];
  if (!page) return null;
  const { box, font, notes, letters } = layout;
  const { top, right, bottom, left } = box.margins;
  return (
    <section
      className="printed-page"
      data-ink={ink}
      data-testid={`printed-page-${index + 1}`}
      aria-label={`第 ${index + 1} 页`}
      style={{
        ...fontsOf(table),
        width: mm(box.width),
        height: mm(box.height),
        padding: [top, right, bottom, left].map(mm).join(' '),
      }}
    >
      {page.opens ? <Title table={table} layout={layout} /> : null}
      {!page.opens && letters.running > 0 ? <RunningTitle table={table} layout={layout} /> : null}
      <table style={{ fontSize: mm(font), width: mm(page.columns.reduce((sum, { width }) => sum + width, 0)) }}>
        <colgroup>
          {page.columns.map((column) => (
            <col key={column.index} style={{ width: mm(column.width) }} />
          ))}
        </colgroup>
        <PrintedHeads page={page} layout={layout} />
        <tbody
          style={{ '--section-size': mm(letters.section) } as CSSProperties /* a property of the style sheet's own */}
        >
          {page.rows.map((_, row) => (
            // Rows of a finished layout never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <PrintedRow key={row} rows={page.rows} at={row} columns={page.columns} align={table.columns} />
          ))}
        </tbody>
      </table>
      {page.closes ? <Closing table={table} layout={layout} /> : null}
      <footer style={{ left: mm(left), right: mm(right), bottom: mm(table.look ? 0 : bottom) }}>
        {notes.map((line) => (
          <p key={line} style={{ fontSize: mm(letters.note), lineHeight: mm(letters.noteLine) }}>
            {line}
          </p>
        ))}
        <p className="printed-number" style={table.look ? { height: mm(Math.max(7, bottom / 2 + 3)) } : undefined}>
          第 {index + 1} 页 共 {layout.pages.length} 页
        </p>
      </footer>
    </section>
  );
});

/** What printed-page.css calls each role's font. */
const FONT_PROPERTIES: Readonly<Record<FontRole, readonly [string, string]>> = {
  title: ['--title-family', '--title-weight'],
  unitLine: ['--unit-family', '--unit-weight'],
  head: ['--head-family', '--head-weight'],
  section: ['--section-family', '--section-weight'],
  body: ['--body-family', '--body-weight'],
};

/** The fonts of a layout, told to the style sheet by role. */
function fontsOf({ look }: PrintTable): CSSProperties {
  if (!look) return {};
  const told = FONT_ROLES.flatMap((role): [string, string | number][] => {
    const font = look.fonts[role];
    const [family, weight] = FONT_PROPERTIES[role];
    return [
      [family, fontFamily(role, font)],
      [weight, font.bold ? 700 : 400],
    ];
  });
  // Properties of the style sheet's own, which React's type does not list.
  return Object.fromEntries(told) as CSSProperties;
}

type PartProps = { readonly table: PrintTable; readonly layout: PrintLayout };

function Title({ table, layout: { letters, titleLines, width } }: PartProps) {
  // Where it is not broken, a long title is set smaller rather than in two lines, which would push rows off the page.
  const longest = Math.max(1, ...titleLines.map((line) => [...line].length));
  const size = table.look ? letters.title : Math.min(letters.title, width / longest);
  return (
    <header style={{ width: mm(width) }}>
      <h1
        style={{
          height: mm(letters.titleLine * titleLines.length),
          fontSize: mm(size),
          lineHeight: mm(table.look ? letters.titleLine : letters.title * 1.3),
        }}
      >
        {titleLines.join('\n')}
      </h1>
      <UnitLine left={table.unitLine.left} right={table.unitLine.right} size={letters.unit} height={letters.unitLine} />
    </header>
  );
}

function RunningTitle({ table, layout: { letters } }: PartProps) {
  const { title, unitLine } = table;
  return <UnitLine left={`${title}（续）`} right={unitLine.right} size={letters.unit} height={letters.running} />;
}

function UnitLine(props: {
  readonly left: string;
  readonly right: string;
  readonly size: number;
  readonly height: number;
}) {
  return (
    <p
      className="printed-unit"
      style={{ height: mm(props.height), fontSize: mm(props.size), lineHeight: mm(props.height) }}
    >
      <span>{props.left}</span>
      <span>{props.right}</span>
    </p>
  );
}

/** What stands below the last row. */
function Closing({ table, layout: { closing, chart, letters, width } }: PartProps) {
  return (
    <div
      className="printed-closing"
      style={{ width: mm(width), fontSize: mm(letters.note), lineHeight: mm(letters.noteLine) }}
    >
      {closing.length > 0 ? <p>{closing.join('\n')}</p> : null}
      {table.chart && chart > 0 ? <PrintedBars chart={table.chart} width={width} height={chart} /> : null}
    </div>
  );
}
