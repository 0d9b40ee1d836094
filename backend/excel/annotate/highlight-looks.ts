import { MAIN_NAMESPACE } from '../package/changeable-package.ts';
import {
  type CloseTag,
  insideAtEnd,
  nameStart,
  OddPackageError,
  type OpenTag,
  type Splice,
  splice,
  walkXml,
  withAttribute,
} from '../package/xml-part.ts';

/** Bright, and not the pale yellow of the cells an agency fills in. */
const YELLOW = 'FFFFFF00';

type List = { readonly tag: OpenTag; readonly closeStart: number; readonly items: readonly [number, number][] };

/** Looks with a yellow ground, added to those a workbook has. */
export type HighlightLooks = {
  /** The number of the look that is like this one on yellow; made on first asking. */
  readonly of: (style: number) => number;
  /** The part with all that were asked for. */
  readonly text: () => string;
};

/**
 * @param xml the part `styles.xml`
 * @throws OddPackageError when it has no looks or grounds to add to
 */
export function highlightLooks(xml: string): HighlightLooks {
  const fills = listNamed(xml, 'fills');
  const looks = listNamed(xml, 'cellXfs');
  const added = new Map<number, string>();
  // The first two grounds are the format's own; without them the new one would be taken for one of them.
  if (fills.items.length < 2 || looks.items.length === 0) throw new OddPackageError('looks of its own');

  return {
    of: (style) => {
      const [start, end] = looks.items[style] ?? looks.items[0] ?? [0, 0];
      const whole = xml.slice(start, end);
      const tag = whole.slice(0, tagEnd(whole));
      const onYellow = withAttribute(withAttribute(tag, 'fillId', String(fills.items.length)), 'applyFill', '1');
      const key = looks.items[style] ? style : 0;
      if (!added.has(key)) added.set(key, onYellow + whole.slice(tag.length));
      return looks.items.length + [...added.keys()].indexOf(key);
    },
    text: () => {
      const x = nameStart(fills.tag);
      const ground = `<${x}fill><${x}patternFill patternType="solid"><${x}fgColor rgb="${YELLOW}"/><${x}bgColor indexed="64"/></${x}patternFill></${x}fill>`;
      return splice(xml, [...grown(xml, fills, [ground]), ...grown(xml, looks, [...added.values()])]);
    },
  };
}

/** Where the opening tag of a text that begins with one ends; the values of a look's attributes hold no `>`. */
function tagEnd(text: string): number {
  return text.indexOf('>') + 1;
}

function grown(xml: string, list: List, items: readonly string[]): readonly Splice[] {
  const { tag, closeStart } = list;
  const head = xml.slice(tag.start, tag.end);
  const counted = withAttribute(head, 'count', String(list.items.length + items.length));
  return [{ at: tag.start, until: tag.end, put: counted }, insideAtEnd(xml, tag, closeStart, items.join(''))];
}

/** A list of the style sheet, with where its items stand. */
function listNamed(xml: string, name: string): List {
  let list: { tag: OpenTag; items: [number, number][] } | undefined;
  let closeStart: number | undefined;
  let item = 0;
  const open = (tag: OpenTag): void => {
    if (tag.depth === 0 && tag.uri !== MAIN_NAMESPACE) throw new OddPackageError(`styles in ${tag.uri}`);
    if (tag.depth === 1 && tag.local === name && closeStart === undefined) list = { tag, items: [] };
    if (tag.depth === 2) item = tag.start;
  };
  const close = (tag: CloseTag): void => {
    if (!list || closeStart !== undefined) return;
    if (tag.depth === 2) list.items.push([item, tag.end]);
    if (tag.depth === 1) closeStart = tag.start;
  };
  walkXml(xml, { open, close });
  if (!list || closeStart === undefined || list.tag.selfClosing) throw new OddPackageError(`no ${name}`);
  return { ...list, closeStart };
}
