import { expect, test } from 'vitest';
import { showNotice, toasts } from '#renderer/ui/toasts.ts';

test('a notice goes when its button is used: it does not lie over what the button opened', () => {
  const seen: string[] = [];
  let press = (): void => undefined;
  const leave = toasts[' subscribe'](({ action, options }) => {
    seen.push(action);
    if (action === 'add') press = options.actionProps.onClick;
  });
  showNotice('集体单位还没有成员', '', { label: '打开单位名录', run: () => seen.push('opened') });
  expect(seen).toEqual(['add']);
  press();
  expect(seen).toEqual(['add', 'close', 'opened']);
  leave();
});
