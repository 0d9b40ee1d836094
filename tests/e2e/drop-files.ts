import type { Page } from 'playwright-core';

/** Drops files from the disk on the window, as a hand does; the input through which they come is gone afterwards. */
export async function dropFiles(window: Page, ...files: readonly string[]): Promise<void> {
  await window.evaluate(() => {
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'hand' }));
  });
  await window.locator('#hand').setInputFiles([...files]);
  await window.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#hand');
    const dataTransfer = new DataTransfer();
    for (const each of input?.files ?? []) dataTransfer.items.add(each);
    input?.remove();
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
}
