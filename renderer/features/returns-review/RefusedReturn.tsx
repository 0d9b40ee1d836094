import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { openDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { isLocked } from './locked-files.ts';
import { takeReturns } from './take-returns.ts';

export type RefusedReturnProps = {
  readonly file: ReturnFileReview;
  readonly code: string;
  readonly message: string;
};

/** There are sheets in it, and a person may know what their columns mean. */
const CAN_BE_POINTED_OUT: ReadonlySet<string> = new Set(['RETURN_NOT_RECOGNIZED', 'RETURN_NO_ROWS']);

/** A file of which nothing could be read: what happened, and what can be done. */
export function RefusedReturn({ file, code, message }: RefusedReturnProps) {
  const { returnId, state } = file;
  return (
    <div className="refused-return" data-testid="refused-return">
      <p className="refused-message">{message}</p>
      <p>原文件已原样保存，没有写入任何进展。</p>
      <p className="refused-tools">
        {CAN_BE_POINTED_OUT.has(code) && returnId !== null ? (
          <Button
            tone="main"
            data-testid="refused-map"
            onClick={() => openDialog({ kind: 'return-mapping', returnId })}
          >
            指出各列是什么…
          </Button>
        ) : null}
        <Button data-testid="refused-again" onClick={() => void takeReturns()}>
          {isLocked(code) ? '重新收取并输入密码…' : '重新收取…'}
        </Button>
        {state === 'refused' || returnId === null ? null : (
          <Button data-testid="refused-refuse" onClick={() => openDialog({ kind: 'refuse-return', returnId })}>
            拒收…
          </Button>
        )}
      </p>
    </div>
  );
}
