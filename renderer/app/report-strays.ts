import { toAppError } from '../bridge/app-error.ts';
import { showError } from '../ui/toasts.ts';

/** The last net: what no one caught is told to the clerk instead of vanishing in a console no clerk opens. */
export function reportStrays(page: Window): void {
  page.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    showError(toAppError(event.reason));
  });
}
