import type { FontRole, LayoutFonts } from '#shared/domain/layout-def.ts';

/** Names under which the fonts that offices ask for are installed; Windows knows several by their Latin ones only. */
const LATIN_NAMES: Readonly<Record<string, readonly string[]>> = {
  方正小标宋简体: ['FZXiaoBiaoSong-B05S'],
  方正小标宋_GBK: ['FZXiaoBiaoSong-B05'],
  黑体: ['SimHei'],
  楷体_GB2312: ['KaiTi_GB2312', 'KaiTi'],
  楷体: ['KaiTi'],
  仿宋_GB2312: ['FangSong_GB2312', 'FangSong'],
  仿宋: ['FangSong'],
  宋体: ['SimSun'],
  华文中宋: ['STZhongsong'],
  微软雅黑: ['Microsoft YaHei'],
  等线: ['DengXian'],
};

const SONG = ['Noto Serif CJK SC', 'Source Han Serif SC', 'SimSun'] as const;
const SANS = ['Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei'] as const;

/** What a role's letters look like on a machine that has not the font, in order of wish. */
const FALLBACKS: Readonly<Record<FontRole, readonly string[]>> = {
  title: [...SONG, 'serif'],
  unitLine: ['FangSong', ...SONG, 'serif'],
  head: ['SimHei', ...SANS, 'sans-serif'],
  section: ['KaiTi', ...SONG, 'serif'],
  body: ['FangSong', ...SONG, 'serif'],
};

const GENERIC = new Set(['serif', 'sans-serif']);

/** The font of a role as a list for a style, the wanted one first. A name from outside stays a name. */
export function fontFamily(role: FontRole, { name }: Pick<LayoutFonts[FontRole], 'name'>): string {
  return [...new Set([name, ...(LATIN_NAMES[name] ?? []), ...FALLBACKS[role]])]
    .map((each) => (GENERIC.has(each) ? each : `"${each.replace(/["\\\n\r\f]/gu, '')}"`))
    .join(', ');
}
