/**
 * Puts a text on the clipboard, from a button or a key. By the page's own copy event, which needs no permission.
 *
 * @returns whether it is there
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    // Others that listen for copying would put what is selected there instead.
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  window.addEventListener('copy', put, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', put, { capture: true });
  }
}
