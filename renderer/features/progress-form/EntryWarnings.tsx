import type { EntryWarning } from '#shared/domain/cell-entry.ts';

/** Doubts about an entry: shown, and nothing is held up by them. */
export function EntryWarnings({ warnings }: { readonly warnings: readonly EntryWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="progress-warnings" data-testid="entry-warnings" aria-label="提醒（不影响保存）">
      {warnings.map(({ sentence }) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
