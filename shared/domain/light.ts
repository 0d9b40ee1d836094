/**
 * 亮灯: how an assignment stands in a period, in words first. Which colour shows which word is a matter of
 * the window's theme, because places differ (layouts D: blue is "soon due" in one place, "finished" in another).
 * Which light a cell has is decided in light-rules.ts.
 */
export const LIGHTS = [
  'done',
  'on-track',
  'reported',
  'not-started',
  'waiting',
  'due-soon',
  'overdue',
  'blocked',
  'exempt',
] as const;

export type Light = (typeof LIGHTS)[number];

/** `reported`: something was reported, but no status; nobody guesses one. */
export const LIGHT_LABELS: Readonly<Record<Light, string>> = {
  done: '已完成',
  'on-track': '推进中',
  reported: '已报送，未注明状态',
  'not-started': '未启动',
  waiting: '待报送',
  'due-soon': '临近时限',
  overdue: '逾期未报',
  blocked: '受阻',
  exempt: '不涉及',
};

/** For places as narrow as a cell of the progress view. */
export const LIGHT_SHORT_LABELS: Readonly<Record<Light, string>> = { ...LIGHT_LABELS, reported: '已报送' };
