/** A font by name, as offices ask for it; names only, because the fonts themselves may not be passed on (pitfall 35). */
export type FontChoice = { readonly name: string; readonly size: number; readonly bold: boolean };

export type TableFonts = {
  readonly title: FontChoice;
  readonly unitLine: FontChoice;
  readonly head: FontChoice;
  readonly section: FontChoice;
  readonly body: FontChoice;
};

/** In order of wish; the last one is on every Chinese Windows, WPS and Kylin. */
const TITLE = ['方正小标宋简体', '宋体'] as const;
const HEAD = ['黑体'] as const;
const SECTION = ['楷体_GB2312', '楷体'] as const;
const BODY = ['仿宋_GB2312', '仿宋'] as const;

function firstInstalled(
  names: readonly [string, ...string[]] | readonly string[],
  has: (name: string) => boolean,
): string {
  return names.find(has) ?? names.at(-1) ?? '宋体';
}

/**
 * The fonts of tables for superiors (layouts, F): 小标宋 title, 黑体 heads, 楷体 sections, 仿宋 body.
 *
 * @param has whether the machine has a font; left out: only those every machine has. A title in 宋体 is made bold,
 *   because 小标宋 is heavy by itself.
 */
export function tableFonts(has: (name: string) => boolean = () => false): TableFonts {
  const title = firstInstalled(TITLE, has);
  const body = firstInstalled(BODY, has);
  return {
    title: { name: title, size: 20, bold: title === '宋体' },
    unitLine: { name: body, size: 12, bold: false },
    head: { name: firstInstalled(HEAD, has), size: 11, bold: false },
    section: { name: firstInstalled(SECTION, has), size: 12, bold: true },
    body: { name: body, size: 11, bold: false },
  };
}
