import { memo } from 'react';
import type { PrintSetup, PrintTable } from '#shared/domain/print-table.ts';
import type { PrintLayout, PrintPage } from './layout/lay-out.ts';
import { MARGIN, NOTE_FONT, NOTE_LINE_HEIGHT, UNIT_LINE_FONT, UNIT_LINE_HEIGHT } from './layout/paper.ts';
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
  const { box, font, notes } = layout;
  return (
    <section
      className="printed-page"
      data-ink={ink}
      data-testid={`printed-page-${index + 1}`}
      aria-label={`第 ${index + 1} 页`}
      style={{ width: mm(box.width), height: mm(box.height), padding: mm(MARGIN) }}
    >
      {page.opens ? <Title table={table} layout={layout} /> : <RunningTitle table={table} />}
      <table style={{ fontSize: mm(font) }}>
        <colgroup>
          {page.columns.map((column) => (
            <col key={column.index} style={{ width: mm(column.width) }} />
          ))}
        </colgroup>
        <Heads page={page} layout={layout} />
        <tbody>
          {page.rows.map((_, row) => (
            // Rows of a finished layout never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <PrintedRow key={row} rows={page.rows} at={row} columns={page.columns} align={table.columns} />
          ))}
        </tbody>
      </table>
      <footer style={{ left: mm(MARGIN), right: mm(MARGIN), bottom: mm(MARGIN) }}>
        {notes.map((line) => (
          <p key={line} style={{ fontSize: mm(NOTE_FONT), lineHeight: mm(NOTE_LINE_HEIGHT) }}>
            {line}
          </p>
        ))}
        <p className="printed-number" style={{ fontSize: mm(NOTE_FONT) }}>
          第 {index + 1} 页 共 {layout.pages.length} 页
        </p>
      </footer>
    </section>
  );
});

function Title({ table, layout: { box } }: { readonly table: PrintTable; readonly layout: PrintLayout }) {
  const room = box.width - 2 * MARGIN;
  // A long title is set smaller rather than in two lines, which would push rows off the page.
  const size = Math.min(box.titleFont, room / Math.max(1, [...table.title].length));
  return (
    <header>
      <h1 style={{ height: mm(box.titleFont * 1.5), fontSize: mm(size), lineHeight: mm(box.titleFont * 1.3) }}>
        {table.title}
      </h1>
      <p className="printed-unit" style={{ height: mm(UNIT_LINE_HEIGHT), fontSize: mm(UNIT_LINE_FONT) }}>
        <span>{table.unitLine.left}</span>
        <span>{table.unitLine.right}</span>
      </p>
    </header>
  );
}

function RunningTitle({ table }: { readonly table: PrintTable }) {
  return (
    <p className="printed-unit" style={{ height: mm(UNIT_LINE_HEIGHT), fontSize: mm(UNIT_LINE_FONT) }}>
      <span>{table.title}（续）</span>
      <span>{table.unitLine.right}</span>
    </p>
  );
}

function Heads({ page, layout }: { readonly page: PrintPage; readonly layout: PrintLayout }) {
  const { heads, font } = layout;
  const height = mm(heads.height * font);
  const ofColumn = (index: number, rowSpan: number) => {
    const head = heads.heads[index];
    return (
      <th key={index} scope="col" rowSpan={rowSpan} className={head?.vertical ? 'printed-stacked' : undefined}>
        <div style={head?.vertical ? { height, fontSize: `${head.scale}em` } : undefined}>{head?.lines.join('\n')}</div>
      </th>
    );
  };
  if (page.groups.length === 0) {
    return (
      <thead>
        <tr style={{ height }}>{page.columns.map(({ index }) => ofColumn(index, 1))}</tr>
      </thead>
    );
  }
  const starts = page.groups.map((_, at) => page.groups.slice(0, at).reduce((sum, { span }) => sum + span, 0));
  const grouped = page.groups.flatMap(({ lines, span }, at) =>
    lines.length === 0 ? [] : page.columns.slice(starts[at], (starts[at] ?? 0) + span),
  );
  return (
    <thead>
      <tr style={{ height: mm(heads.groupHeight * font) }}>
        {page.groups.map(({ lines, span }, at) => {
          const column = page.columns[starts[at] ?? 0];
          if (lines.length === 0) return column ? ofColumn(column.index, 2) : null;
          return (
            <th key={`group-${column?.index}`} className="printed-group" scope="colgroup" colSpan={span}>
              {lines.join('\n')}
            </th>
          );
        })}
      </tr>
      <tr style={{ height }}>{grouped.map(({ index }) => ofColumn(index, 1))}</tr>
    </thead>
  );
}
