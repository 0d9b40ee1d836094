import type { Page } from 'playwright-core';

/** Puts on the clipboard what another program would, by a copy event of the page: the way that every runtime has. */
export async function putOnClipboard(
  window: Page,
  data: { readonly text: string; readonly html?: string },
): Promise<void> {
  await window.evaluate(({ text, html }) => {
    const put = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData('text/plain', text);
      if (html !== undefined) event.clipboardData?.setData('text/html', html);
    };
    document.addEventListener('copy', put, { capture: true, once: true });
  }, data);
  await window.keyboard.press('Control+c');
}
