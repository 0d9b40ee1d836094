import type { ReactNode } from 'react';
import './entry-sections.css';

export type PanelSectionProps = {
  readonly title: string;
  readonly count: string;
  readonly act: ReactNode;
  readonly children?: ReactNode;
};

/** A part of the panel: a line with its name and what can be done, and below it what there is. */
export function PanelSection({ title, count, act, children }: PanelSectionProps) {
  return (
    <section className="entry-section" aria-label={title}>
      <h3>
        {title}
        <span className="entry-count">{count}</span>
        {act}
      </h3>
      {children}
    </section>
  );
}
