import { useEffect, useRef, useState } from 'react';
import type { ReturnId } from '#shared/domain/ids.ts';
import type { ReturnFileReview } from '#shared/domain/return-review.ts';
import { sendBackReasons } from '#shared/domain/send-back-reasons.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client } from '../../bridge/client.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Modal } from '../../ui/Modal.tsx';
import { showError, showNotice } from '../../ui/toasts.ts';
import { returnName } from './list-lines.ts';
import { useReviewDesk } from './review-desk.ts';
import { annotateReturn, sendReturnBack } from './review-steps.ts';
import './send-back.css';

export type SendBackDialogProps = { readonly file: ReturnFileReview; readonly returnId: ReturnId };

/** Collects why a return goes back into a text for the agency. Marking it as sent back is a step of its own. */
export function SendBackDialog({ file, returnId }: SendBackDialogProps) {
  const candidates = sendBackReasons(file);
  const offered = candidates.map(({ sentence }) => sentence);
  const pardoned = useReviewDesk.getState().pardoned.get(returnId);
  const [reasons, setReasons] = useState<readonly string[]>(() =>
    candidates.flatMap(({ sentence, suggested }) => (suggested && !pardoned?.has(sentence) ? [sentence] : [])),
  );
  const [own, setOwn] = useState('');
  const [withCopy, setWithCopy] = useState(false);
  const all = own.trim() === '' ? reasons : [...reasons, own.trim()];
  const { text, setText } = useText(returnId, all);
  const area = useRef<HTMLTextAreaElement>(null);
  const tick = (reason: string, isOn: boolean): void =>
    setReasons(
      isOn ? offered.filter((one) => one === reason || reasons.includes(one)) : reasons.filter((one) => one !== reason),
    );
  const copy = (): void => {
    if (copyText(text)) showNotice('已复制退回说明', '可以粘贴到短信、邮件或办公系统里。');
    else area.current?.select();
  };
  const sendBack = (): void => {
    closeDialog();
    void sendReturnBack(returnId, all).then((done) => (done && withCopy ? annotateReturn(returnId) : undefined));
  };
  return (
    <Modal
      title={`退回“${returnName(file)}”的回收表`}
      lead="勾选退回的理由，下面生成给对方的说明，可以改写、复制。退回不写入任何进展。"
      size="medium"
      testId="send-back-dialog"
      hold
      onClose={closeDialog}
      footer={
        <>
          <label className="send-back-copy">
            <input
              type="checkbox"
              data-testid="send-back-annotate"
              checked={withCopy}
              onChange={(event) => setWithCopy(event.target.checked)}
            />
            同时在对方原表上加批注，存到文件夹
          </label>
          <Button data-testid="send-back-copy" disabled={text === ''} onClick={copy}>
            复制说明
          </Button>
          <Button onClick={closeDialog}>取消</Button>
          <Button tone="main" data-testid="send-back-yes" disabled={all.length === 0} onClick={sendBack}>
            退回
          </Button>
        </>
      }
    >
      <div className="send-back">
        <fieldset className="send-back-reasons">
          <legend>理由</legend>
          {offered.map((reason) => (
            <label key={reason}>
              <input
                type="checkbox"
                checked={reasons.includes(reason)}
                onChange={(event) => tick(reason, event.target.checked)}
              />
              {reason}
            </label>
          ))}
        </fieldset>
        <input
          className="input"
          data-testid="send-back-own"
          aria-label="其他理由"
          placeholder="其他理由"
          maxLength={2000}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <label className="send-back-text">
          给对方的说明
          <textarea
            ref={area}
            className="input"
            data-testid="send-back-text"
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </div>
    </Modal>
  );
}

/** The text for the agency, made anew whenever the reasons change; what the clerk writes into it stands until then. */
function useText(returnId: ReturnId, reasons: readonly string[]) {
  const [text, setText] = useState('');
  const key = JSON.stringify(reasons);
  useEffect(() => {
    let isCurrent = true;
    client.returns
      .sendBackText({ returnId, reasons: JSON.parse(key) })
      .then((answer) => isCurrent && setText(answer.text))
      .catch((reason: unknown) => isCurrent && showError(toAppError(reason)));
    return () => {
      isCurrent = false;
    };
  }, [returnId, key]);
  return { text, setText };
}
