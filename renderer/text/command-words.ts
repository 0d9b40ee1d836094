/** Names of the commands, as on buttons and in the list of keys. */
export const COMMAND_WORDS = {
  undo: '撤销',
  redo: '重做',
  'print-preview': '打印预览',
  'export-decomposition': '任务分解表',
  'export-matrix': '责任矩阵',
  'export-ledger': '进展台账',
  'send-forms': '发填报表',
  'take-returns': '收回收表',
  'read-document': '新建计划（读取文件）',
  'read-clipboard': '从剪贴板文字新建计划',
  'read-revision': '读取修订版计划',
  'switch-plan': '切换计划',
  agencies: '单位名录',
  history: '操作记录',
  check: '数据检查',
  find: '查找',
  replace: '替换',
  'find-next': '查找下一个',
  'find-previous': '查找上一个',
  filter: '筛选任务或单位',
  'go-to': '转到单位或任务',
  'view-roles': '责任视图',
  'view-progress': '进度视图',
  'show-matrix': '责任矩阵（表）',
  'show-ledger': '进展台账（表）',
  'show-returns': '回收（表）',
  'next-doubt': '下一处疑问（回收）',
  'previous-doubt': '上一处疑问（回收）',
  'next-screen': '下一张表',
  'previous-screen': '上一张表',
  views: '保存和管理视图',
  'insert-above': '在上方插入任务',
  'insert-below': '在下方插入任务',
  'remove-tasks': '删除任务',
  'move-up': '上移任务',
  'move-down': '下移任务',
  'move-to-section': '移到章节…',
  'renumber-tasks': '任务重新编号',
  'edit-task': '修改任务…',
  note: '批注…',
  'cell-history': '修改历史…',
  'hide-rows': '隐藏所选行',
  'show-rows': '取消隐藏行',
  'toggle-duties-only': '只看有责任的单位',
  'toggle-groups': '展开集体单位',
  'toggle-panel': '任务详情',
  'next-pane': '切换到下一窗格',
  'toggle-composing': '在格子上直接输入拼音',
  help: '帮助',
  about: '关于',
} as const;

/** A shortcut as people read it: the table names arrows as the native menu does. */
export function keyWords(shortcut: string): string {
  return shortcut
    .replace('Page', 'Pg')
    .replace('PgDown', 'PgDn')
    .replace(/\+Up$/, '+↑')
    .replace(/\+Down$/, '+↓');
}
