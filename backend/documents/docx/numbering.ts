import type { Levels, List, ListLevel, ListPlace } from '../lists/list.ts';
import { childOf, descendants, numberOf, parseXml, valOf, type XmlElement } from './xml-tree.ts';

/** What a paragraph says of its number; styles say the rest. */
export type ParagraphNumbering = {
  readonly styleId: string | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
};

type Style = {
  readonly basedOn: string | undefined;
  readonly numId: string | undefined;
  readonly level: number | undefined;
};
type Definition = { readonly levels: Levels; readonly linkedStyle: string | undefined };

/** Styles that inherit from each other in a circle, and lists that link to each other, end here. */
const CHAIN_MAX = 20;
const LEVELS_MAX = 9;

/**
 * The lists of a .docx (word/numbering.xml) and the styles that use them (word/styles.xml).
 *
 * @param numberingXml left out, no paragraph is numbered
 */
export class DocxNumbering {
  readonly #styles = new Map<string, Style>();
  readonly #definitions = new Map<string, Definition>();
  readonly #lists = new Map<string, List>();
  #defaultStyle: string | undefined;

  constructor(numberingXml: string | undefined, stylesXml: string | undefined) {
    if (stylesXml !== undefined) this.#readStyles(parseXml(stylesXml));
    if (numberingXml !== undefined) this.#readLists(parseXml(numberingXml));
  }

  /** Which list a paragraph belongs to, and on which level; `undefined` when it has no number. */
  placeOf(paragraph: ParagraphNumbering): ListPlace | undefined {
    const chain = this.#chain(paragraph.styleId ?? this.#defaultStyle);
    const styled = chain.find(([, style]) => style.numId !== undefined)?.[1];
    const list = this.#lists.get(paragraph.numId ?? styled?.numId ?? '0');
    if (list === undefined) return undefined;
    const own = paragraph.level ?? (paragraph.numId === undefined ? levelOfStyle(list, chain) : undefined);
    const level = own ?? chain.find(([, style]) => style.level !== undefined)?.[1].level ?? 0;
    return level >= 0 && level < LEVELS_MAX ? { list, level } : undefined;
  }

  #chain(styleId: string | undefined): readonly (readonly [id: string, style: Style])[] {
    const chain: (readonly [string, Style])[] = [];
    for (let id = styleId; id !== undefined && chain.length < CHAIN_MAX; ) {
      const style = this.#styles.get(id);
      if (style === undefined) break;
      chain.push([id, style]);
      id = style.basedOn;
    }
    return chain;
  }

  #readStyles(root: XmlElement): void {
    for (const element of descendants(root, 'style')) {
      const id = element.attributes.get('styleId');
      if (id === undefined || this.#styles.has(id)) continue;
      const numPr = childOf(childOf(element, 'pPr'), 'numPr');
      this.#styles.set(id, {
        basedOn: valOf(element, 'basedOn'),
        numId: valOf(numPr, 'numId'),
        level: numberOf(numPr, 'ilvl'),
      });
      if (
        element.attributes.get('type') === 'paragraph' &&
        /^(?:1|true|on)$/.test(element.attributes.get('default') ?? '')
      )
        this.#defaultStyle = id;
    }
  }

  #readLists(root: XmlElement): void {
    for (const element of descendants(root, 'abstractNum')) {
      const levels = new Map<number, ListLevel>();
      for (const level of descendants(element, 'lvl')) levels.set(levelIndex(level), readLevel(level));
      this.#definitions.set(element.attributes.get('abstractNumId') ?? '', {
        levels,
        linkedStyle: valOf(element, 'numStyleLink'),
      });
    }
    const elements = new Map(descendants(root, 'num').map((num) => [num.attributes.get('numId') ?? '', num] as const));
    for (const [numId, num] of elements) {
      // A paragraph takes itself out of its style's list with number 0.
      if (numId === '0') continue;
      const sequence = this.#sequenceOf(num, elements);
      const levels = new Map(this.#definitions.get(sequence)?.levels);
      const startOverrides = new Map<number, number>();
      for (const override of descendants(num, 'lvlOverride')) {
        const index = levelIndex(override);
        const level = childOf(override, 'lvl');
        if (level !== undefined) levels.set(index, readLevel(level));
        const start = numberOf(override, 'startOverride');
        if (start !== undefined) startOverrides.set(index, start);
      }
      this.#lists.set(numId, { numId, sequence, levels, startOverrides });
    }
  }

  /** A list can be defined through a numbering style, which names another list. */
  #sequenceOf(num: XmlElement, elements: ReadonlyMap<string, XmlElement>): string {
    let sequence = valOf(num, 'abstractNumId') ?? '';
    for (let links = 0; links < CHAIN_MAX; links++) {
      const style = this.#definitions.get(sequence)?.linkedStyle;
      const next = valOf(elements.get(this.#styles.get(style ?? '')?.numId ?? ''), 'abstractNumId');
      if (style === undefined || next === undefined) break;
      sequence = next;
    }
    return sequence;
  }
}

function levelOfStyle(list: List, chain: readonly (readonly [id: string, style: Style])[]): number | undefined {
  for (const [id] of chain) {
    for (const [index, level] of list.levels) if (level.styleId === id) return index;
  }
  return undefined;
}

function levelIndex(element: XmlElement): number {
  const index = Number.parseInt(element.attributes.get('ilvl') ?? '0', 10);
  return Number.isNaN(index) ? 0 : index;
}

function readLevel(element: XmlElement): ListLevel {
  // Formats newer than the standard stand in an AlternateContent; its fallback names a standard one.
  const format = descendants(element, 'numFmt').map((found) => found.attributes.get('val') ?? 'decimal');
  const legal = childOf(element, 'isLgl');
  return {
    start: numberOf(element, 'start') ?? 0,
    format: format.find((name) => name !== 'custom') ?? 'decimal',
    pattern: valOf(element, 'lvlText') ?? '',
    restartAfter: numberOf(element, 'lvlRestart'),
    isLegal: legal !== undefined && !/^(?:0|false|off)$/.test(legal.attributes.get('val') ?? '1'),
    styleId: valOf(element, 'pStyle'),
  };
}
