import { expect, test } from 'vitest';
import { hearNotices, showNotice, toasts } from '#renderer/ui/toasts.ts';

test('a notice goes when its button is used: it does not lie over what the button opened', () => {
  const seen: string[] = [];
  let press = (): void => undefined;
  const leave = toasts[' subscribe'](({ action, options }) => {
    seen.push(action);
    if (action === 'add') press = options.actionProps.onClick;
  });
  const stop = hearNotices();
  showNotice('集体单位还没有成员', '', { label: '打开单位名录', run: () => seen.push('opened') });
  expect(seen).toEqual(['add']);
  press();
  expect(seen).toEqual(['add', 'close', 'opened']);
  stop();
  leave();
});

test('what is said before the corner listens is heard when it does, once and in its order', () => {
  const heard: unknown[] = [];
  const leave = toasts[' subscribe'](({ action, options }) => heard.push([action, options.title]));
  showNotice('有 1 份佐证材料不在数据文件旁边');
  showNotice('已保存');
  expect(heard).toEqual([]);
  const stop = hearNotices();
  expect(heard).toEqual([
    ['add', '有 1 份佐证材料不在数据文件旁边'],
    ['add', '已保存'],
  ]);
  stop();
  hearNotices()();
  expect(heard).toHaveLength(2);
  leave();
});
