/**
 * Fetches, while the window has nothing else to do, what the first picture could do without: each part is a
 * React.lazy at the place that shows it, and comes without a wait when a clerk opens it for the first time.
 */
export function fetchLazyParts(): void {
  requestIdleCallback(() => {
    void import('./Overlays.tsx');
    void import('../features/exports/ExportDialog.tsx');
    void import('../features/filters/FilterPopover.tsx');
    void import('../features/find/FindBar.tsx');
    void import('../features/matrix/CellMenu.tsx');
    void import('../features/pages/PagesScreen.tsx');
    void import('../features/progress-form/ProgressForm.tsx');
    void import('../features/returns-review/ReturnsScreen.tsx');
    void import('../features/entry/EntrySections.tsx');
    void import('../features/entry/tell-missing-evidence.ts').then(({ tellMissingEvidence }) => tellMissingEvidence());
    void import('../features/duties/DutiesScreen.tsx');
    void import('../features/reminders/RemindersScreen.tsx');
  });
}
