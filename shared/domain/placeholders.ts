/**
 * Words in double braces that a text of a layout or of a superior's own form holds in place of what is only known when
 * it is written: {{计划名称}}进展情况台账（{{期}}）.
 */
export const PLACEHOLDERS = [
  { name: '计划名称', says: '计划名称，不含“关于印发……的通知”' },
  { name: '文号', says: '计划的发文字号' },
  { name: '年度', says: '计划的年度：2021' },
  { name: '期', says: '报送期：2021年10月' },
  { name: '填报单位', says: '制表的单位，即计划的发文单位' },
  { name: '填报日期', says: '制表的日期：2021年10月8日' },
  { name: '单位', says: '表中所说的单位；全部单位的表为空' },
  { name: '事项', says: '定期报送的事项名称，仅信息报送类表样' },
  { name: '计量单位', says: '报送的计量单位（篇、份），仅信息报送类表样' },
  { name: '图例', says: '责任标记和亮灯字样的说明，仅责任矩阵类表样' },
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number]['name'];

/** What each stands for; one that is left out is not known here and becomes nothing. */
export type PlaceholderWords = { readonly [Name in Placeholder]?: string | undefined };

const IN_BRACES = /[{｛]{2}\s*([^{}｛｝]{1,20}?)\s*[}｝]{2}/gu;
const NAMES: ReadonlySet<string> = new Set(PLACEHOLDERS.map(({ name }) => name));

function isPlaceholder(name: string): name is Placeholder {
  return NAMES.has(name);
}

/** Whether a text holds any braces to be filled. */
export function hasPlaceholder(text: string): boolean {
  return text.search(IN_BRACES) >= 0;
}

/** A placeholder with the brackets right around it, or a label of its own in the midst of a line, if there are any. */
const BRACKETED = /((?:\u3000+| {2,})[^\s{}：:]{1,10}[：:])?([（(])?[{｛]{2}\s*([^{}｛｝]{1,20}?)\s*[}｝]{2}([）)])?/gu;

/**
 * A text with its placeholders filled. What is not known is left empty, and what would stand there for nothing goes
 * with it: 台账（{{期}}） becomes 台账, a label inside a line (　文号：{{文号}}) goes too. One that is none of ours stays as it is, for a person to see. It is done in one
 * pass: braces in a plan's own name are no placeholders.
 */
export function fillPlaceholders(text: string, words: PlaceholderWords): string {
  return text.replace(BRACKETED, (whole, label = '', open = '', name = '', close = '') => {
    if (!isPlaceholder(name)) return whole;
    const word = words[name] ?? '';
    if (word !== '') return `${label}${open}${word}${close}`;
    return open !== '' && close !== '' ? label : `${open}${close}`;
  });
}

/** Names in braces that are none of ours, each once. */
export function unknownPlaceholders(text: string): readonly string[] {
  const names = [...text.matchAll(IN_BRACES)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => !isPlaceholder(name));
}
