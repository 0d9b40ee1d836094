import { ArrowLeft, ArrowRight, FileDown, Printer } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { PrintTable } from '#shared/domain/print-table.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { stepPage, usePageDesk } from './page-desk.ts';
import { offerPage, printShownPage, saveShownPage } from './print-page.ts';

export type PageFrameProps = {
  readonly title: string;
  /** Words under the title; empty ones are left out. */
  readonly lead: readonly ReactNode[];
  readonly actions?: ReactNode;
  /** The page as a table on paper. */
  readonly print: () => PrintTable;
  readonly children: ReactNode;
};

/** What every page has: back and forward, its title, what can be done with it. */
export function PageFrame({ title, lead, actions, print, children }: PageFrameProps) {
  useEffect(() => offerPage(print), [print]);
  return (
    <article className="page" data-testid="page">
      <header className="page-head">
        <BackAndForward />
        <div className="page-title">
          <h2 title={title}>{title}</h2>
          <p>
            {lead
              .filter((words) => words !== '' && words !== null)
              .map((words, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: words under a title have no other name than their place
                <span key={index}>{words}</span>
              ))}
          </p>
        </div>
        {actions}
        <Button icon={<FileDown />} data-testid="page-pdf" onClick={saveShownPage}>
          PDF…
        </Button>
        <Button icon={<Printer />} data-testid="page-print" onClick={printShownPage} title="打印这一页（Ctrl+P）">
          打印…
        </Button>
      </header>
      <div className="page-body">{children}</div>
    </article>
  );
}

/** The arrows of a browser. */
export function BackAndForward() {
  const canBack = usePageDesk(({ at }) => at > 0);
  const canForward = usePageDesk(({ at, visited }) => at < visited.length - 1);
  return (
    <span className="page-arrows">
      <IconButton
        label="后退（Alt+←）"
        icon={<ArrowLeft />}
        data-testid="page-back"
        disabled={!canBack}
        onClick={() => stepPage(-1)}
      />
      <IconButton
        label="前进（Alt+→）"
        icon={<ArrowRight />}
        data-testid="page-forward"
        disabled={!canForward}
        onClick={() => stepPage(1)}
      />
    </span>
  );
}
