import type { PeriodView } from '#shared/domain/overview.ts';
import { periodTitle } from '#shared/domain/period.ts';
import './closed-note.css';

/** Says over the ledger that nothing can be entered, and where that is changed. Nothing while the period is open. */
export function ClosedNote({ period }: { readonly period: PeriodView }) {
  if (period.closedOn === null) return null;
  return (
    <p className="closed-note" data-testid="ledger-closed">
      {periodTitle(period.label)}已关闭，进展只能查看；要更正，请在“数据 › 报送期”中重新打开。
    </p>
  );
}
