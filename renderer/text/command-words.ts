/** Names of the commands, as on buttons and in the list of keys. */
export const COMMAND_WORDS = {
  undo: '撤销',
  redo: '重做',
  'export-decomposition': '任务分解表',
  'export-matrix': '责任矩阵',
  'export-ledger': '进展台账',
  'send-forms': '发填报表',
  'take-returns': '收回收表',
  history: '操作记录',
  check: '数据检查',
  find: '查找任务或单位',
  'toggle-duties-only': '只看有责任的单位',
  'toggle-panel': '任务详情',
  help: '帮助',
  about: '关于',
} as const;
