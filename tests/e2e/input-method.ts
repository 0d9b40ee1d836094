// Real composition events, as an input method makes them: the letters in `imeSetComposition` are what stands under the
// caret while a word is chosen, `insertText` is the choice.
import type { CDPSession } from 'playwright-core';

/** Types pinyin letter by letter, without choosing a word yet. */
export async function compose(ime: CDPSession, pinyin: string): Promise<void> {
  for (let length = 1; length <= pinyin.length; length++) {
    await imeKey(ime);
    await ime.send('Input.imeSetComposition', {
      text: pinyin.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    });
  }
}

/** A key that the input method has taken for itself: what a page sees of it. */
export async function imeKey(ime: CDPSession, code = 'Process'): Promise<void> {
  const key = { key: 'Process', code, windowsVirtualKeyCode: 229 };
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

/** The word that is chosen in the end. */
export async function choose(ime: CDPSession, word: string): Promise<void> {
  await ime.send('Input.insertText', { text: word });
}
