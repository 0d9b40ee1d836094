import type { TextOperator, ViewKind } from './matrix-view.ts';

export const VIEW_KIND_WORDS: Readonly<Record<ViewKind, string>> = { roles: '责任视图', progress: '进度视图' };

export const TEXT_OPERATOR_WORDS: Readonly<Record<TextOperator, string>> = {
  contains: '包含',
  'not-contains': '不包含',
  'starts-with': '开头是',
  equals: '等于',
  empty: '为空',
};
