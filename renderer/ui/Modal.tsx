import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import { defaultButton, firstFocus, focusAfter } from './first-focus.ts';
import './modal.css';

export type ModalProps = {
  readonly title: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** `wide` for tables, `full` for work that wants the whole window. */
  readonly size?: 'small' | 'medium' | 'wide' | 'full';
  readonly testId: string;
  readonly children: ReactNode;
  /** Buttons at the lower right; left out, one that closes. `null`: a list to choose from, which needs none. */
  readonly footer?: ReactNode;
  /** Called by Escape, the cross and, unless `hold`, a click outside. */
  readonly onClose: () => void;
  /** Has the cursor when it opens; left out, the first field, else the default button. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** For work that a stray click must not throw away. */
  readonly hold?: boolean;
};

/** A window over the window: title, content that scrolls, buttons. */
export function Modal(props: ModalProps) {
  const { title, lead, size = 'medium', testId, children, onClose, initialFocus, hold = false } = props;
  const { footer = <CloseButton onClose={onClose} /> } = props;
  const [before] = useState(() => document.activeElement);
  const own = useRef<HTMLElement>(null);
  // At once, not a frame later: the next letter of a fast hand would go to the cell below.
  const takeFocus = useCallback(
    (popup: HTMLElement | null) => {
      if (!popup) return;
      own.current = popup;
      const focus = () => (initialFocus?.current ?? firstFocus(popup)).focus();
      focus();
      // And once more: a menu that opened the dialog gives the focus back to its cell while it closes, a dialog in
      // whose place this one comes gives it to the dialog below.
      requestAnimationFrame(() => {
        const isUppermost = [...document.querySelectorAll('.modal')].at(-1) === popup;
        if (isUppermost && !popup.contains(document.activeElement)) focus();
      });
    },
    [initialFocus],
  );
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
        <Dialog.Popup
          ref={takeFocus}
          className={`modal modal-${size}`}
          data-testid={testId}
          initialFocus={false}
          finalFocus={() => focusAfter(before, own.current)}
          onKeyDown={size === 'small' || size === 'medium' ? pressDefault : undefined}
        >
          <header className="modal-head">
            <div>
              <Dialog.Title className="modal-title">{title}</Dialog.Title>
              {lead ? <Dialog.Description className="modal-lead">{lead}</Dialog.Description> : null}
            </div>
            {/* As in Windows, the cross is for the mouse: the keyboard has Esc. */}
            <Dialog.Close className="icon-button" tabIndex={-1} aria-label="关闭" title="关闭（Esc）">
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

function CloseButton({ onClose }: Pick<ModalProps, 'onClose'>) {
  return (
    <Button tone="main" onClick={onClose}>
      关闭
    </Button>
  );
}

/** Enter in a line of text, on a tick or on a choice presses the default button, unless the field has a use for it. */
function pressDefault(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: dialog, target } = event;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return;
  // A dialog over this one has keys of its own, and a form with a button of its own sends itself.
  if (!(target instanceof HTMLInputElement) || !dialog.contains(target)) return;
  if (target.form?.querySelector('[type="submit"]')) return;
  event.preventDefault();
  defaultButton(dialog)?.click();
}
