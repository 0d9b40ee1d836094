import { createContext, type ReactNode, useContext, useState } from 'react';
import { type Judgement, type LightDef, lightOf } from '#shared/domain/light.ts';
import { dateText, shortDateText } from '../../text/dates.ts';
import { LightChip } from '../../ui/LightChip.tsx';

/** The lights of the plan whose pages are shown: a page has thousands of them, and none asks for itself. */
export const PlanLights = createContext<readonly LightDef[]>([]);

export type PageLightProps = Pick<Judgement, 'light' | 'word' | 'colour' | 'because'>;

/** A light in words; why, when pointed at. */
export function PageLight({ light, word, colour, because }: PageLightProps) {
  const { sign } = lightOf(useContext(PlanLights), light);
  if (word === '') return null;
  return <LightChip light={{ word, colour, sign }} because={because} />;
}

export type ClampedTextProps = {
  readonly text: string;
  readonly lines?: number;
  /** Letters that surely fit on a line. */
  readonly letters?: number;
};

/** A text of which the first lines are shown, and all of it after a click. */
export function ClampedText({ text, lines = 4, letters = 16 }: ClampedTextProps) {
  const [open, setOpen] = useState(false);
  // Shorter ones fit: no button for a text that hides nothing.
  const isLong = text.length > lines * letters || text.split('\n').length > lines;
  return (
    <span className="clamped">
      <span className="clamped-text" data-open={open || undefined} style={{ WebkitLineClamp: open ? 'none' : lines }}>
        {text}
      </span>
      {isLong ? (
        <button
          type="button"
          className="link-button clamped-more"
          onClick={(event) => {
            event.stopPropagation();
            setOpen(!open);
          }}
        >
          {open ? '收起' : '展开'}
        </button>
      ) : null}
    </span>
  );
}

export type PageListProps = {
  readonly title: string;
  readonly testId: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string | number;
    readonly cells: readonly ReactNode[];
    readonly go?: () => void;
  }[];
};

/** A part of a page: lines under heads; a line that names a cell goes there. Nothing to list, nothing shown. */
export function PageList({ title, testId, heads, rows }: PageListProps) {
  if (rows.length === 0) return null;
  return (
    <section className="page-part" data-testid={testId}>
      <h3>
        {title}
        <small>{rows.length}</small>
      </h3>
      <table className="table page-table">
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head} scope="col" className={rows.map(({ cells }) => figureClass(cells[index])).find(Boolean)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, go }) => (
            <tr
              key={key}
              className={go ? 'page-line' : undefined}
              title={go ? '点击转到这一格' : undefined}
              onClick={go}
            >
              {cells.map((cell, index) => (
                <td key={heads[index]} className={figureClass(cell)}>
                  {index === 0 && go ? (
                    <button type="button" className="link-button" onClick={go}>
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Figures stand under each other at the right. */
function figureClass(cell: ReactNode): string | undefined {
  const isFigure = typeof cell === 'number' || (typeof cell === 'string' && /^[≥≤><=]?-?[\d.,]+%$/u.test(cell));
  return isFigure ? 'is-figure' : undefined;
}

/** A day on one line; of the plan's own year without the year. */
export function DayOf({ iso, year }: { readonly iso: string | null; readonly year: number }) {
  if (iso === null) return null;
  return <span className="page-narrow">{iso.startsWith(`${year}-`) ? shortDateText(iso) : dateText(iso)}</span>;
}

/** A word on a page that opens another page. */
export function PageLink({ onOpen, children }: { readonly onOpen: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className="link-button"
      onClick={(event) => {
        event.stopPropagation();
        onOpen();
      }}
    >
      {children}
    </button>
  );
}
