import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import './modal.css';

export type ModalProps = {
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** `wide` for tables, `full` for work that wants the whole window. */
  readonly size?: 'small' | 'medium' | 'wide' | 'full';
  readonly testId: string;
  readonly children: ReactNode;
  /** Buttons at the lower right. */
  readonly footer?: ReactNode;
  /** Called by Escape, the cross and, unless `hold`, a click outside. */
  readonly onClose: () => void;
  /** Has the cursor when it opens; left out, the cross has. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** For work that a stray click must not throw away. */
  readonly hold?: boolean;
};

/** A window over the window: title, content that scrolls, buttons. */
export function Modal(props: ModalProps) {
  const { title, lead, size = 'medium', testId, children, footer, onClose, initialFocus, hold = false } = props;
  return (
    <Dialog.Root
      open
      disablePointerDismissal={hold}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="modal-backdrop" />
        <Dialog.Popup className={`modal modal-${size}`} data-testid={testId} initialFocus={initialFocus}>
          <header className="modal-head">
            <div>
              <Dialog.Title className="modal-title">{title}</Dialog.Title>
              {lead ? <Dialog.Description className="modal-lead">{lead}</Dialog.Description> : null}
            </div>
            <Dialog.Close className="icon-button" aria-label="关闭" title="关闭（Esc）">
              <X />
            </Dialog.Close>
          </header>
          <div className="modal-body">{children}</div>
          {footer ? <footer className="modal-foot">{footer}</footer> : null}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
