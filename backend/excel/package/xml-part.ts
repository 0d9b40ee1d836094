import { SaxesParser, type SaxesTagNS } from 'saxes';

/**
 * A part of a package is changed as text, at known places, and nowhere else: whatever the program that wrote it put
 * there, and this one does not know, stays as it is. So its XML is walked for places, never built anew:
 *
 *   walkXml(text, { open: (element) => … })      where the elements stand
 *   splice(text, [{ at, until, put }, …])        the text with those stretches replaced
 */

/** A package that cannot be changed without risk: its copy is not annotated, a table is written instead. */
export class OddPackageError extends Error {
  override readonly name = 'OddPackageError';
}

/** Where an element's opening tag stands: `[start, end)` in the text. */
export type OpenTag = {
  readonly local: string;
  readonly uri: string;
  /** As written before the colon; empty for none. */
  readonly prefix: string;
  /** 0 for the root. */
  readonly depth: number;
  /** By local name; of two with one local name the one without a prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
};

/** Where an element's end stands; of a self-closing one both are the end of its tag. */
export type CloseTag = { readonly local: string; readonly depth: number; readonly start: number; readonly end: number };

/**
 * Walks through XML and tells where each element begins and ends.
 *
 * @throws OddPackageError when it is not well-formed
 */
export function walkXml(
  xml: string,
  see: { readonly open?: (tag: OpenTag) => void; readonly close?: (tag: CloseTag) => void },
): void {
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw new OddPackageError(error.message);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw new OddPackageError(`encoding ${encoding}`);
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    // A tag holds no other `<`: well-formed attribute values have none.
    const end = parser.position;
    const start = xml.lastIndexOf('<', end - 1);
    see.open?.({
      local: tag.local,
      uri: tag.uri,
      prefix: tag.prefix,
      depth,
      attributes: attributesOf(tag),
      start,
      end,
      selfClosing: tag.isSelfClosing,
    });
    depth++;
  });
  parser.on('closetag', (tag: SaxesTagNS) => {
    depth--;
    const end = parser.position;
    see.close?.({ local: tag.local, depth, start: tag.isSelfClosing ? end : xml.lastIndexOf('<', end - 1), end });
  });
  parser.write(xml).close();
}

function attributesOf(tag: SaxesTagNS): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { local, prefix, value } of Object.values(tag.attributes)) {
    if (prefix === '' || found[local] === undefined) found[local] = value;
  }
  return found;
}

/** A stretch `[at, until)` of a text and what comes in its place; `until` left out: nothing is taken away. */
export type Splice = { readonly at: number; readonly until?: number; readonly put: string };

/** The text with all stretches replaced; those at one place in the order given. They must not overlap. */
export function splice(text: string, edits: readonly Splice[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { at, until = at, put } of edits.toSorted((one, other) => one.at - other.at)) {
    if (at < done) throw new Error('stretches of a text overlap');
    parts.push(text.slice(done, at), put);
    done = until;
  }
  return parts.join('') + text.slice(done);
}

/** A tag's text with one attribute set: replaced where it stands, else added at the end. */
export function withAttribute(tag: string, name: string, value: string): string {
  const pattern = /(\s+)([^\s=/>]+)(\s*=\s*)("[^"]*"|'[^']*')/g;
  let found = false;
  const set = tag.replace(pattern, (whole, blank: string, own: string, equals: string) => {
    if (own !== name) return whole;
    found = true;
    return `${blank}${own}${equals}"${escapeXml(value)}"`;
  });
  return found ? set : set.replace(/\s*(\/?)>$/, ` ${name}="${escapeXml(value)}"$1>`);
}

/** A tag's text without an attribute. */
export function withoutAttribute(tag: string, name: string): string {
  return tag.replace(/\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, own: string) => (own === name ? '' : whole));
}

/**
 * Puts children at the end of the root element.
 *
 * @param child makes them, given how the root's own names are written: `x:` or nothing
 * @throws OddPackageError
 */
export function appendToRoot(xml: string, child: (prefix: string) => string): string {
  let root: OpenTag | undefined;
  let end: CloseTag | undefined;
  walkXml(xml, {
    open: (tag) => {
      if (tag.depth === 0) root = tag;
    },
    close: (tag) => {
      if (tag.depth === 0) end = tag;
    },
  });
  if (!root || !end) throw new OddPackageError('no root');
  return splice(xml, [insideAtEnd(xml, root, end.start, child(nameStart(root)))]);
}

/** The edit that puts something at an element's end, also when the element closes itself. */
export function insideAtEnd(xml: string, tag: OpenTag, closeStart: number, put: string): Splice {
  if (!tag.selfClosing) return { at: closeStart, put };
  const open = xml.slice(tag.start, tag.end).replace(/\s*\/>$/, '>');
  return { at: tag.start, until: tag.end, put: `${open}${put}</${nameStart(tag)}${tag.local}>` };
}

/** How names beside this one are written: `x:` or nothing. */
export function nameStart({ prefix }: Pick<OpenTag, 'prefix'>): string {
  return prefix === '' ? '' : `${prefix}:`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** SECURITY: text from outside never becomes markup. Control characters are for the caller to leave out. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '').replaceAll('\n', '&#10;');
}
