/**
 * The keys of the sheets for people: the one list that the help shows, and a test holds against what the keys do
 * (grid/sheet/cell-keys.ts). Keys are written as in a shortcut: `Ctrl+Shift+ArrowDown`.
 */
export type KeyLine = {
  /** Keys that do the same thing, or the same thing in their own direction. */
  readonly keys: readonly string[];
  /** How the keys are written when naming each would be too long. */
  readonly written?: string;
  readonly words: string;
};

export const GRID_KEYS: readonly KeyLine[] = [
  {
    keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    written: '方向键',
    words: '移到相邻的格子',
  },
  { keys: ['Enter', 'Tab'], words: '下一格、右一格；连按 Tab 后 Enter 回到起始列' },
  { keys: ['Shift+Enter', 'Shift+Tab'], words: '上一格、左一格' },
  {
    keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowLeft', 'Ctrl+ArrowRight'],
    written: 'Ctrl+方向键',
    words: '跳到有内容的边缘',
  },
  { keys: ['Home', 'End'], words: '行首（再按到序号）、行尾' },
  { keys: ['Ctrl+Home', 'Ctrl+End'], words: '左上角、右下角' },
  { keys: ['PageUp', 'PageDown'], words: '翻一屏' },
  {
    keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Ctrl+Shift+ArrowRight', 'Shift+Home', 'Ctrl+Shift+End'],
    written: 'Shift+以上各键',
    words: '扩大选区；按住 Ctrl 拖动可再选一片',
  },
  { keys: ['Shift+Space', 'Ctrl+Space', 'Ctrl+A'], words: '选整行、整列、全部' },
  { keys: ['F2'], words: '修改格子里的内容（也可双击）；直接打字则重新填写' },
  { keys: ['Ctrl+Enter'], words: '把正在输入的内容填入所有选中的格子' },
  { keys: ['Delete', 'Backspace'], words: '清除选中的责任或台账内容' },
  { keys: ['Ctrl+D', 'Ctrl+R'], words: '向下填充、向右填充（也可拖选区右下角的小方块，双击它填到旁边一列的末尾）' },
  { keys: ['Ctrl+C', 'Ctrl+X', 'Ctrl+V'], words: '复制、剪切、粘贴，可与 Excel、WPS 成片往来' },
  { keys: ['Alt+ArrowDown', 'Shift+F10'], words: '选责任、选状态，格子菜单' },
  { keys: ['Alt+Enter'], words: '填写该单位的进展；在台账里输入文字时换行' },
  { keys: ['Ctrl+;'], words: '在台账的填报日期里填入今天' },
  { keys: ['Escape'], words: '放弃正在输入的内容，取消复制的虚线框' },
];

/** Keys of the review of returns. */
export const RETURN_KEYS: readonly KeyLine[] = [
  { keys: ['F8', 'Shift+F8'], words: '下一处、上一处疑问，跨各份回收表' },
  { keys: ['ArrowUp', 'ArrowDown'], words: '在列表里选一份，在内容里选一处' },
  { keys: ['Enter', 'ArrowLeft'], words: '从列表到内容、从内容回列表' },
  { keys: ['Space'], words: '采用或不采用' },
  { keys: ['Delete'], words: '不采用，保留现有值' },
  { keys: ['1', '2'], words: '采用“可能是”中的第一个、第二个值' },
  { keys: ['F2'], words: '改写后采用（也可按 Enter 或双击）' },
  { keys: ['Ctrl+ArrowDown', 'Ctrl+ArrowUp'], words: '下一份、上一份' },
  { keys: ['Ctrl+Enter'], words: '确认写入本份，转到下一份' },
];

/** Keys of the forms. */
export const FORM_KEYS: readonly KeyLine[] = [
  { keys: ['Ctrl+Enter'], words: '保存正在填写的进展' },
  { keys: ['Ctrl+;'], words: '在日期栏填入今天' },
];

const KEY_SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  Space: '空格',
};

/** `Ctrl+D、Ctrl+R` for a line of the list. */
export function keysText({ keys, written }: KeyLine): string {
  if (written !== undefined) return written;
  return keys
    .map((key) =>
      key
        .split('+')
        .map((part) => KEY_SIGNS[part] ?? part)
        .join('+'),
    )
    .join('、');
}
