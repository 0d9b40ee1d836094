import { EditText } from '#renderer/ui/EditText.tsx';
import type { ReadSection } from '#shared/domain/plan-reading.ts';
import { edit, useReviewStore } from '../review-store.ts';

export type SectionLineProps = { readonly section: ReadSection; readonly tasks: number };

/** The heading over a section's tasks. */
export function SectionLine({ section, tasks }: SectionLineProps) {
  const store = useReviewStore();
  return (
    <div className="section-row">
      <EditText
        label="章节名称"
        className="quiet-input"
        value={section.title}
        onCommit={(title) => edit(store, { kind: 'set-section', ordinal: section.ordinal, title })}
      />
      <span>{tasks} 项</span>
    </div>
  );
}
