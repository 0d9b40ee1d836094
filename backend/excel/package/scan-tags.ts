import { OddPackageError } from './xml-part.ts';

/**
 * Goes through XML from tag to tag and says where each stands, taking nothing apart: of a sheet with 50,000 cells that
 * is a twentieth of what a parser takes. Only as strict as an editor in place must be: that tags nest is for the caller
 * to check where it matters, names and entities stay unread.
 *
 *   const tags = new TagScanner(xml);
 *   while (tags.next()) if (tags.name() === 'row') …
 */
export class TagScanner {
  /** Of the tag: `[start, end)`. */
  start = 0;
  end = 0;
  isClosing = false;
  isSelfClosing = false;
  readonly xml: string;

  constructor(xml: string, from = 0) {
    this.xml = xml;
    this.end = from;
  }

  /** Goes on to the next tag. @throws OddPackageError for one that does not end, and for a document type */
  next(): boolean {
    const { xml } = this;
    for (;;) {
      const start = xml.indexOf('<', this.end);
      if (start < 0) return false;
      const sign = xml.charCodeAt(start + 1);
      if (sign === EXCLAMATION) {
        if (xml.startsWith('<!--', start)) this.end = after(xml, '-->', start + 4);
        else if (xml.startsWith('<![CDATA[', start)) this.end = after(xml, ']]>', start + 9);
        else throw new OddPackageError('a document type');
        continue;
      }
      if (sign === QUESTION) {
        this.end = after(xml, '?>', start + 2);
        continue;
      }
      this.start = start;
      this.isClosing = sign === SLASH;
      this.end = tagEnd(xml, start + 1);
      this.isSelfClosing = !this.isClosing && xml.charCodeAt(this.end - 2) === SLASH;
      return true;
    }
  }

  /** The tag's name without its prefix. */
  name(): string {
    const { xml } = this;
    let from = this.start + (this.isClosing ? 2 : 1);
    let until = from;
    for (let code = xml.charCodeAt(until); !endsName(code); code = xml.charCodeAt(++until)) {
      if (code === COLON) from = until + 1;
    }
    // The names that a sheet has by the ten thousand.
    if (until - from === 1) {
      const code = xml.charCodeAt(from);
      if (code === 99) return 'c';
      if (code === 118) return 'v';
    }
    return xml.slice(from, until);
  }

  fullName(): string {
    const from = this.start + (this.isClosing ? 2 : 1);
    let until = from;
    while (!endsName(this.xml.charCodeAt(until))) until++;
    return this.xml.slice(from, until);
  }

  tag(): string {
    return this.xml.slice(this.start, this.end);
  }

  /** Goes to the end of the element whose opening tag was come to; of a self-closing one nothing happens. */
  skip(): { readonly closeStart: number; readonly end: number } {
    const closeStart = this.toEnd();
    return { closeStart, end: this.end };
  }

  /** The same. @returns where its end tag begins */
  toEnd(): number {
    if (this.isSelfClosing) return this.end;
    let depth = 1;
    while (this.next()) {
      if (this.isClosing) depth--;
      else if (!this.isSelfClosing) depth++;
      if (depth === 0) return this.start;
    }
    throw new OddPackageError('an element does not end');
  }
}

const SLASH = 47;
const COLON = 58;
const EXCLAMATION = 33;
const QUESTION = 63;
const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || code <= 32 || Number.isNaN(code);
}

function after(xml: string, words: string, from: number): number {
  const at = xml.indexOf(words, from);
  if (at < 0) throw new OddPackageError('XML that does not end');
  return at + words.length;
}

/** Behind the `>` of a tag; one inside the quotes of a value is none. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at + 1;
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
  }
  throw new OddPackageError('a tag does not end');
}

const PATTERNS = new Map<string, RegExp>();

/** The value of an attribute as it stands in a tag's text, its entities made plain; by its whole name, prefix and all. */
export function attributeOf(tag: string, name: string): string | undefined {
  let pattern = PATTERNS.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u');
    PATTERNS.set(name, pattern);
  }
  const match = pattern.exec(tag);
  const written = match?.[1] ?? match?.[2];
  return written === undefined ? undefined : plainXml(written);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Words of XML with their entities made plain, CDATA included. */
export function plainXml(words: string): string {
  if (!words.includes('&') && !words.includes('<')) return words;
  return words
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/u)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/<!--[\s\S]*?-->/gu, '').replace(ENTITY, entity)))
    .join('');
}

const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu;

function entity(whole: string, hex: string | undefined, decimal: string | undefined, name: string | undefined): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
