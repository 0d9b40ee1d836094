import { toAppError } from '../../bridge/app-error.ts';
import { getShell } from '../../bridge/shell.ts';
import { dateText } from '../../text/dates.ts';
import { Button } from '../../ui/Button.tsx';
import { showError } from '../../ui/toasts.ts';
import { readDocument } from '../plan-review/read-document.ts';
import './sample-bar.css';

/** Says over everything that this is the sample and which day it is there, and how one leaves it. */
export function SampleBar({ today }: { readonly today: string }) {
  return (
    <div className="sample-bar" role="note" data-testid="sample-bar">
      <strong>示例</strong>
      <span>今天是 {dateText(today)}</span>
      <span className="sample-space" />
      <Button tone="quiet" data-testid="sample-reset" onClick={() => void reset()}>
        恢复示例原状
      </Button>
      <Button tone="quiet" data-testid="sample-own-plan" onClick={() => void readDocument('create')}>
        建立自己的计划
      </Button>
    </div>
  );
}

/** The page is loaded anew when it is done. */
async function reset(): Promise<void> {
  try {
    await getShell().resetSample({});
  } catch (reason) {
    showError(toAppError(reason));
  }
}
