import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { EMPTY_MENU_STATE, type MenuState, menuTemplate, sameMenu } from '#electron/main/menu/menu-template.ts';
import { COMMANDS } from '#renderer/app/commands.ts';
import { SCREENS } from '#renderer/state/screen.ts';
import { COMMAND_WORDS } from '#renderer/text/command-words.ts';
import { MENU_COMMANDS, type MenuCommand } from '#shared/contract/shell.contract.ts';

type Item = MenuItemConstructorOptions;

function menuWith(state: Partial<MenuState> = {}, isPackaged = true) {
  const sent: MenuCommand[] = [];
  const done: string[] = [];
  const template = menuTemplate({
    state: { undoLabel: null, redoLabel: null, composesInCell: true, ...state },
    isPackaged,
    isHardwareAccelerationOff: false,
    actions: {
      send: (command) => void sent.push(command),
      openDataFile: () => void done.push('open'),
      showStartPage: () => void done.push('start'),
      showDataFile: () => void done.push('show'),
      toggleHardwareAcceleration: () => void done.push('acceleration'),
      quit: () => void done.push('quit'),
    },
  });
  const items = template.flatMap(flatten);
  const item = (id: string): Item => {
    const found = items.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no menu item ${id}`);
    return found;
  };
  return { template, items, item, sent, done };
}

function flatten(item: Item): Item[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])];
}

function click(item: Item): void {
  // The items of this program use none of the arguments.
  (item.click as (() => void) | undefined)?.();
}

test('the menu bar reads 文件, 编辑, 视图, 任务, 数据, 帮助', () => {
  const labels = menuWith().template.map((item) => item.label?.replace(/\(&\w\)$/, ''));
  expect(labels).toEqual(['文件', '编辑', '视图', '任务', '数据', '帮助']);
});

// 数据 had grown to 31 items in three groups, and 视图 named the screens in another order than their tabs.
test('no group of a menu is longer than the eye takes in, and the screens stand as their tabs do', () => {
  for (const { label, submenu } of menuWith().template) {
    const groups = (Array.isArray(submenu) ? submenu : [])
      .map(({ type }) => (type === 'separator' ? '|' : '.'))
      .join('')
      .split('|');
    expect([label, groups.every(({ length }) => length > 0 && length <= 8)]).toEqual([label, true]);
  }
  const shown = menuWith()
    .items.map(({ id }) => id ?? '')
    .filter((id) => id.startsWith('show-'))
    .map((id) => id.slice('show-'.length));
  expect(shown.filter((name) => SCREENS.some((screen) => screen === name))).toEqual([...SCREENS]);
});

test('every item is in Chinese, those of the system too', () => {
  for (const item of menuWith({}, false).items) {
    if (item.type !== 'separator') expect(item.label).toMatch(/\p{Script=Han}/u);
  }
});

test('every command of the contract has one item that sends it', () => {
  const { item, sent } = menuWith({ undoLabel: '设为牵头', redoLabel: '清除' });
  for (const command of MENU_COMMANDS) click(item(command));
  expect(sent).toEqual([...MENU_COMMANDS]);
});

test('the key beside a command is the one the window listens to, and the menu does not take it away', () => {
  const { item } = menuWith();
  for (const { id, shortcuts } of COMMANDS) {
    expect([id, item(id).accelerator]).toEqual([id, shortcuts[0]]);
    if (shortcuts.length > 0) expect([id, item(id).registerAccelerator]).toEqual([id, false]);
  }
});

test('cut, copy, paste and select all belong to what has the focus, by key and by menu', () => {
  const roles = menuWith().items.filter((item) => ['cut', 'copy', 'paste', 'selectAll'].includes(item.role ?? ''));
  expect(roles.map((item) => item.label)).toEqual(['剪切', '复制', '粘贴', '全选']);
  expect(roles.every((item) => item.registerAccelerator === false)).toBe(true);
});

test('undo and redo say what they would do, and are grey when there is nothing', () => {
  const { item } = menuWith({ undoLabel: '设为牵头' });
  expect(item('undo')).toMatchObject({ label: '撤销“设为牵头”', enabled: true });
  expect(item('redo')).toMatchObject({ label: '重做', enabled: false });
});

test('a long label is cut, and an ampersand stays an ampersand', () => {
  const { item } = menuWith({ undoLabel: '县'.repeat(40), redoLabel: 'A&B' });
  expect(item('undo').label).toBe(`撤销“${'县'.repeat(24)}…”`);
  expect(item('redo').label).toBe('重做“A&&B”');
});

test('the file items do what the shell does itself', () => {
  const { item, done } = menuWith();
  for (const id of ['open-data-file', 'start-page', 'show-data-file', 'quit']) click(item(id));
  expect(done).toEqual(['open', 'start', 'show', 'quit']);
});

test('reload and developer tools are not in the shipped program', () => {
  const roles = (isPackaged: boolean) => menuWith({}, isPackaged).items.map((item) => item.role);
  expect(roles(true)).not.toContain('reload');
  expect(roles(true)).not.toContain('toggleDevTools');
  expect(roles(false)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
});

test('the menu calls every command what buttons and context menus call it', () => {
  const { item } = menuWith();
  const plain = (words: string | undefined) => words?.replace(/（.*）|…/gu, '');
  for (const command of MENU_COMMANDS) {
    expect([command, plain(item(command).label)]).toEqual([command, plain(COMMAND_WORDS[command])]);
  }
});

// A clerk who works with a screen reader switched 在格子上直接输入拼音 off. After the next start it was off, but the menu
// showed it ticked: the shell compared the labels of undo and redo alone, and took the window's word for no change.
test('the menu is made anew when any part of its state changes, a switch alone too', () => {
  const changes: Readonly<{ [Part in keyof MenuState]: MenuState[Part] }> = {
    undoLabel: '设为牵头：第 5 项 公安局',
    redoLabel: '设为配合：第 5 项 公安局',
    composesInCell: false,
  };
  expect(sameMenu(EMPTY_MENU_STATE, { ...EMPTY_MENU_STATE })).toBe(true);
  expect(Object.keys(changes).toSorted()).toEqual(Object.keys(EMPTY_MENU_STATE).toSorted());
  for (const [part, value] of Object.entries(changes)) {
    expect([part, sameMenu(EMPTY_MENU_STATE, { ...EMPTY_MENU_STATE, [part]: value })]).toEqual([part, false]);
  }
});
