import { MAIN_NAMESPACE } from '../package/changeable-package.ts';
import {
  type CloseTag,
  escapeXml,
  nameStart,
  OddPackageError,
  type OpenTag,
  type Splice,
  splice,
  walkXml,
} from '../package/xml-part.ts';

/** A remark for a cell: `E12` and its words, which are fit for a cell (backend/sheets/safe-text.ts). */
export type Remark = { readonly reference: string; readonly text: string };

const AUTHOR = '责任矩阵';
const FONT = '<x:sz val="9"/><x:color indexed="81"/><x:rFont val="宋体"/><x:family val="3"/><x:charset val="134"/>';

/** A part of remarks of a sheet that had none. */
export function newRemarks(remarks: readonly Remark[]): string {
  const list = remarks.map((remark) => comment('', 0, remark)).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN_NAMESPACE}"><authors><author>${AUTHOR}</author></authors><commentList>${list}</commentList></comments>`;
}

function run(x: string, text: string): string {
  return `<${x}r><${x}rPr>${FONT.replaceAll('x:', x)}</${x}rPr><${x}t xml:space="preserve">${escapeXml(text)}</${x}t></${x}r>`;
}

function comment(x: string, author: number, { reference, text }: Remark): string {
  return `<${x}comment ref="${reference}" authorId="${author}"><${x}text>${run(x, text)}</${x}text></${x}comment>`;
}

/** Remarks that are there already: which cells have one, and where new ones go. */
export type PresentRemarks = {
  readonly references: ReadonlySet<string>;
  /** The part with remarks added; a cell that has one gets the words below its own. */
  readonly with: (remarks: readonly Remark[]) => string;
};

/** @throws OddPackageError when the part is not what it should be */
export function presentRemarks(xml: string): PresentRemarks {
  const found = findRemarks(xml);
  const { root, authors, list } = found;
  const x = nameStart(root);
  return {
    references: new Set(found.texts.keys()),
    with: (remarks) => {
      const edits: Splice[] = [{ at: authors.closeStart, put: `<${x}author>${AUTHOR}</${x}author>` }];
      const added: string[] = [];
      for (const remark of remarks) {
        const text = found.texts.get(remark.reference);
        if (text) edits.push(...below(xml, x, text, remark.text));
        else added.push(comment(x, authors.count, remark));
      }
      if (list.tag.selfClosing) {
        const open = xml.slice(list.tag.start, list.tag.end).replace(/\s*\/>$/, '>');
        edits.push({ at: list.tag.start, until: list.tag.end, put: `${open}${added.join('')}</${x}commentList>` });
      } else {
        edits.push({ at: list.closeStart, put: added.join('') });
      }
      return splice(xml, edits);
    },
  };
}

/** Adds words to a text. Words of one look stand there without a run; beside others they need one. */
function below(xml: string, x: string, { plain, end }: TextAt, words: string): readonly Splice[] {
  const added = run(x, `\n${words}`);
  if (!plain) return [{ at: end, put: added }];
  const own = xml.slice(plain.start, plain.end);
  return [{ at: plain.start, until: plain.end, put: `<${x}r>${own}</${x}r>${added}` }];
}

type TextAt = {
  /** The words of a text without runs. */
  readonly plain: { readonly start: number; readonly end: number } | null;
  /** Behind the last run. */
  readonly end: number;
};

function findRemarks(xml: string) {
  let root: OpenTag | undefined;
  let authors: { count: number; closeStart: number } = { count: 0, closeStart: -1 };
  let list: { tag: OpenTag; closeStart: number } | undefined;
  const texts = new Map<string, TextAt>();
  const path: string[] = [];
  let reference = '';
  let opened = 0;

  const open = (tag: OpenTag): void => {
    path[tag.depth] = tag.local;
    if (tag.depth === 0) root = tag;
    if (tag.depth === 1 && tag.local === 'commentList') list = { tag, closeStart: -1 };
    if (tag.depth === 2 && tag.local === 'author') authors = { ...authors, count: authors.count + 1 };
    if (tag.depth === 2 && tag.local === 'comment') reference = (tag.attributes['ref'] ?? '').toUpperCase();
    if (tag.depth === 3 && tag.local === 'text') {
      if (tag.selfClosing) throw new OddPackageError('a remark without words');
      texts.set(reference, { plain: null, end: tag.end });
    }
    if (tag.depth === 4) opened = tag.start;
  };
  const close = (tag: CloseTag): void => {
    if (tag.depth === 1 && tag.local === 'authors') authors = { ...authors, closeStart: tag.start };
    if (tag.depth === 1 && tag.local === 'commentList' && list) list = { ...list, closeStart: tag.start };
    if (tag.depth === 4 && path[3] === 'text') {
      if (tag.local === 't') texts.set(reference, { plain: { start: opened, end: tag.end }, end: tag.end });
      if (tag.local === 'r') texts.set(reference, { plain: texts.get(reference)?.plain ?? null, end: tag.end });
    }
  };
  walkXml(xml, { open, close });
  const isWhole = root?.local === 'comments' && root.uri === MAIN_NAMESPACE && authors.closeStart >= 0 && list;
  if (!isWhole || !root || !list || authors.count === 0) throw new OddPackageError('remarks of another kind');
  return { root, authors, list, texts };
}
