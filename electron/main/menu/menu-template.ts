import { isDeepStrictEqual } from 'node:util';
import type { MenuItemConstructorOptions } from 'electron';
import type { z } from 'zod';
import type { MenuCommand, ShellCalls } from '#shared/contract/shell.contract.ts';

/** What undo and redo would do, `null` for nothing; and what the window has switched on. */
export type MenuState = Readonly<z.output<ShellCalls['setMenuState']['params']>>;

export const EMPTY_MENU_STATE: MenuState = { undoLabel: null, redoLabel: null, composesInCell: true };

/** Whether two states make the same menu. Compared whole: a part left out would leave the menu telling its old value. */
export function sameMenu(one: MenuState, other: MenuState): boolean {
  return isDeepStrictEqual(one, other);
}

export type MenuActions = {
  /** Sends a command to the window, which owns what it does. */
  readonly send: (command: MenuCommand) => void;
  readonly openDataFile: () => void;
  readonly showStartPage: () => void;
  readonly showDataFile: () => void;
  readonly toggleHardwareAcceleration: () => void;
  readonly quit: () => void;
};

export type MenuOptions = {
  readonly state: MenuState;
  readonly isPackaged: boolean;
  readonly isHardwareAccelerationOff: boolean;
  readonly actions: MenuActions;
};

type Item = MenuItemConstructorOptions;

/** A step's label can be as long as an agency's name; a menu should not be. */
const LABEL_LIMIT = 24;
const SEPARATOR: Item = { type: 'separator' };

const ZOOM_ITEMS: readonly Item[] = [
  // "=" is the key that carries "+", so no Shift is needed.
  { role: 'zoomIn', label: '放大', accelerator: 'CommandOrControl+=' },
  { role: 'zoomOut', label: '缩小', accelerator: 'CommandOrControl+-' },
  { role: 'resetZoom', label: '实际大小', accelerator: 'CommandOrControl+0' },
  { role: 'togglefullscreen', label: '全屏', accelerator: 'F11' },
];

/**
 * The native menu. Every command item has the command as its id.
 *
 * Keys of commands are shown but not registered (`registerAccelerator: false`): the window handles them itself,
 * because only it knows whether Ctrl+Z belongs to a text field (undo typing) or to the grid (undo a step).
 */
export function menuTemplate(options: MenuOptions): Item[] {
  return [
    fileMenu(options),
    editMenu(options),
    viewMenu(options),
    taskMenu(options),
    dataMenu(options),
    helpMenu(options),
  ];
}

/** While no data file is open there is nothing for a command to act on. */
export function startMenuTemplate({ openDataFile, quit }: Pick<MenuActions, 'openDataFile' | 'quit'>): Item[] {
  return [
    {
      label: '文件(&F)',
      submenu: [
        { id: 'open-data-file', label: '打开数据文件…', click: openDataFile },
        SEPARATOR,
        { id: 'quit', label: '退出', accelerator: 'CommandOrControl+Q', click: quit },
      ],
    },
    { label: '视图(&V)', submenu: [...ZOOM_ITEMS] },
  ];
}

function fileMenu({ actions }: MenuOptions): Item {
  const command = commandItem(actions);
  return {
    label: '文件(&F)',
    submenu: [
      command('read-document', '新建计划（读取文件）…'),
      command('read-clipboard', '从剪贴板文字新建计划…'),
      command('read-revision', '读取修订版计划…'),
      command('switch-plan', '切换计划…'),
      SEPARATOR,
      { id: 'open-data-file', label: '打开数据文件…', click: actions.openDataFile },
      { id: 'start-page', label: '回到开始页', click: actions.showStartPage },
      { id: 'show-data-file', label: '在文件夹中显示数据文件', click: actions.showDataFile },
      SEPARATOR,
      {
        label: '导出',
        submenu: [
          command('export', '选表样导出…', 'Ctrl+E'),
          SEPARATOR,
          command('export-decomposition', '重点工作任务分解表…'),
          command('export-matrix', '责任矩阵…'),
          command('export-ledger', '进展情况台账…'),
        ],
      },
      command('print-preview', '打印预览…', 'Ctrl+P'),
      SEPARATOR,
      command('templates', '上级表样…'),
      command('send-forms', '发填报表…'),
      command('take-returns', '收回填报表…'),
      command('take-folder', '从文件夹收回…'),
      command('returns-overview', '回收情况'),
      command('take-data-file', '并入另一数据文件…'),
      command('copy-data-file', '复制数据文件到U盘…'),
      SEPARATOR,
      { id: 'quit', label: '退出', accelerator: 'CommandOrControl+Q', click: actions.quit },
    ],
  };
}

function editMenu({ actions, state }: MenuOptions): Item {
  const command = commandItem(actions);
  return {
    label: '编辑(&E)',
    submenu: [
      { ...command('undo', stepLabel('撤销', state.undoLabel), 'Ctrl+Z'), enabled: state.undoLabel !== null },
      { ...command('redo', stepLabel('重做', state.redoLabel), 'Ctrl+Y'), enabled: state.redoLabel !== null },
      SEPARATOR,
      // Roles act on what has the focus: in a text field on the text, in the grid as the page's copy event.
      { role: 'cut', label: '剪切', accelerator: 'Ctrl+X', registerAccelerator: false },
      { role: 'copy', label: '复制', accelerator: 'Ctrl+C', registerAccelerator: false },
      { role: 'paste', label: '粘贴', accelerator: 'Ctrl+V', registerAccelerator: false },
      { role: 'selectAll', label: '全选', accelerator: 'Ctrl+A', registerAccelerator: false },
      SEPARATOR,
      command('find', '查找…', 'Ctrl+F'),
      command('replace', '替换…', 'Ctrl+H'),
      command('find-next', '查找下一个', 'F3'),
      command('find-previous', '查找上一个', 'Shift+F3'),
      command('go-to', '转到单位或任务…', 'Ctrl+J'),
      command('filter', '筛选任务或单位', 'Ctrl+Shift+F'),
    ],
  };
}

function viewMenu({ actions, state, isPackaged, isHardwareAccelerationOff }: MenuOptions): Item {
  const command = commandItem(actions);
  const forDevelopers: Item[] = [
    SEPARATOR,
    // Not its usual Ctrl+R, which fills cells to the right.
    { role: 'reload', label: '重新载入窗口', accelerator: 'F5' },
    { role: 'toggleDevTools', label: '开发者工具' },
  ];
  return {
    label: '视图(&V)',
    submenu: [
      command('show-matrix', '责任矩阵'),
      command('show-ledger', '进展台账'),
      command('show-returns', '回收'),
      command('show-duties', '定期报送'),
      command('show-reminders', '催办'),
      command('show-statistics', '统计'),
      command('show-pages', '档案'),
      SEPARATOR,
      command('previous-screen', '上一张表', 'Ctrl+PageUp'),
      command('next-screen', '下一张表', 'Ctrl+PageDown'),
      command('next-doubt', '下一处疑问（回收）', 'F8'),
      command('previous-doubt', '上一处疑问（回收）', 'Shift+F8'),
      SEPARATOR,
      command('show-week', '本周'),
      command('task-page', '任务档案'),
      command('agency-page', '单位档案'),
      command('page-back', '后退（档案）', 'Alt+Left'),
      command('page-forward', '前进（档案）', 'Alt+Right'),
      SEPARATOR,
      command('view-roles', '责任视图', 'Ctrl+1'),
      command('view-progress', '进度视图', 'Ctrl+2'),
      command('views', '保存和管理视图…'),
      SEPARATOR,
      command('hide-rows', '隐藏所选行'),
      command('show-rows', '取消隐藏行'),
      command('toggle-duties-only', '只看有责任的单位', 'Ctrl+Shift+D'),
      command('toggle-groups', '展开集体单位'),
      command('toggle-panel', '任务详情', 'F4'),
      command('next-pane', '切换到下一窗格', 'F6'),
      {
        ...command('toggle-composing', '在格子上直接输入拼音（用读屏软件时关闭）'),
        type: 'checkbox',
        checked: state.composesInCell,
      },
      SEPARATOR,
      ...ZOOM_ITEMS,
      SEPARATOR,
      {
        id: 'toggle-hardware-acceleration',
        label: '关闭硬件加速（重新打开后生效）',
        type: 'checkbox',
        checked: isHardwareAccelerationOff,
        click: actions.toggleHardwareAcceleration,
      },
      ...(isPackaged ? [] : forDevelopers),
    ],
  };
}

function taskMenu({ actions }: MenuOptions): Item {
  const command = commandItem(actions);
  return {
    label: '任务(&T)',
    submenu: [
      command('edit-task', '修改任务…'),
      command('insert-above', '在上方插入任务'),
      command('insert-below', '在下方插入任务'),
      command('remove-tasks', '删除任务'),
      SEPARATOR,
      command('move-up', '上移任务', 'Alt+Shift+Up'),
      command('move-down', '下移任务', 'Alt+Shift+Down'),
      command('move-to-section', '移到章节…'),
      command('renumber-tasks', '任务重新编号'),
      SEPARATOR,
      command('set-people', '设置领导和责任人…'),
      command('deadlines', '时限、延期和办结…'),
      command('cadence', '任务报送周期…'),
      command('draft-summary', '汇总稿…'),
      SEPARATOR,
      command('new-matter', '新增会议议定/批示事项…'),
      command('matters', '年中事项…'),
      SEPARATOR,
      command('note', '批注…', 'Shift+F2'),
      command('cell-history', '修改历史…'),
    ],
  };
}

function dataMenu({ actions }: MenuOptions): Item {
  const command = commandItem(actions);
  return {
    label: '数据(&D)',
    submenu: [
      command('periods', '报送期…'),
      command('carry-forward', '沿用上期内容…'),
      command('confirm-carried', '沿用内容作为本期报送'),
      SEPARATOR,
      command('verifications', '核查…'),
      command('evidence', '佐证材料…'),
      SEPARATOR,
      command('agencies', '单位名录…'),
      command('leaders', '领导名录…'),
      command('calendar', '工作日历…'),
      command('light-rules', '亮灯规则…'),
      command('return-rules', '核对规则…'),
      SEPARATOR,
      command('next-year', '由本年度建立新年度计划…'),
      command('compare-years', '与上年度对照…'),
      SEPARATOR,
      command('sendings', '发出记录…'),
      command('history', '操作记录', 'Ctrl+Shift+H'),
      command('look-back', '看过去的样子…'),
      command('operator', '操作人姓名…'),
      command('check', '数据检查'),
    ],
  };
}

function helpMenu({ actions }: MenuOptions): Item {
  const command = commandItem(actions);
  return {
    label: '帮助(&H)',
    submenu: [command('help', '帮助', 'F1'), command('about', '关于')],
  };
}

function commandItem(actions: MenuActions) {
  return (id: MenuCommand, label: string, key?: string): Item => ({
    id,
    label,
    click: () => actions.send(id),
    ...(key === undefined ? {} : { accelerator: key, registerAccelerator: false }),
  });
}

/** 撤销“设为牵头”. An ampersand would underline the next letter, so it is doubled. */
function stepLabel(verb: string, step: string | null): string {
  if (step === null) return verb;
  const letters = [...step];
  const short = letters.length > LABEL_LIMIT ? `${letters.slice(0, LABEL_LIMIT).join('')}…` : step;
  return `${verb}“${short.replaceAll('&', '&&')}”`;
}
