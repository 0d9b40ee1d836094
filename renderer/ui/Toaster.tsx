import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { hearNotices, type ToastData, toasts } from './toasts.ts';
import './toaster.css';

/** More than this at once hides the matrix. */
const TOASTS_MAX = 3;

/** The notices at the lower right; spoken to through `toasts.ts`. */
export function Toaster() {
  // After the provider below has begun to listen.
  useEffect(hearNotices, []);
  return (
    <Toast.Provider toastManager={toasts} limit={TOASTS_MAX}>
      <Toast.Portal>
        <Toast.Viewport ref={tellHeight} aria-label="通知" className="toaster" data-testid="toasts">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Says how high the notices stand, so that a list below them can end above them. */
function tellHeight(viewport: HTMLElement | null): (() => void) | undefined {
  if (!viewport) return undefined;
  const watch = new ResizeObserver(() => {
    document.documentElement.style.setProperty('--notices-height', `${viewport.offsetHeight}px`);
  });
  watch.observe(viewport);
  return () => watch.disconnect();
}

function ToastList() {
  return Toast.useToastManager<ToastData>().toasts.map((toast) => {
    const tone = toast.data?.tone ?? 'plain';
    return (
      <Toast.Root key={toast.id} toast={toast} className={`toast toast-${tone}`} data-testid="toast" data-tone={tone}>
        <Toast.Content className="toast-content">
          {TONE_SIGNS[tone]}
          <div className="toast-text">
            <Toast.Title className="toast-title" />
            <Toast.Description className="toast-description" />
            {toast.actionProps ? <Toast.Action className="button toast-action" data-testid="toast-action" /> : null}
          </div>
          <Toast.Close className="icon-button" aria-label="关闭提示" title="关闭">
            <X />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}

const TONE_SIGNS = { plain: <Info />, good: <CircleCheck />, bad: <CircleAlert /> } as const;
