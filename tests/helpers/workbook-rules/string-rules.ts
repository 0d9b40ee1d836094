import {
  childOf,
  childrenOf,
  countFault,
  everyElement,
  orderFaults,
  wholeNumber,
  type XmlElement,
} from './xml-tree.ts';

export const LONGEST_TEXT = 32_767;
const TEXT_ORDER = ['t', 'r*', 'rPh*', 'phoneticPr'];

/** What a `<si>` or `<is>` shows: phonetic hints are not a part of it. */
export function shownText(item: XmlElement): string {
  const runs = childrenOf(item, 'r').map((run) => childOf(run, 't')?.text ?? '');
  return (childOf(item, 't')?.text ?? '') + runs.join('');
}

/** Rules of a text, shared or in its cell. */
export function textFaults(item: XmlElement): readonly string[] {
  const faults = [...orderFaults(item, TEXT_ORDER)];
  const { length } = shownText(item);
  if (length > LONGEST_TEXT) faults.push(`a text of ${length} characters`);
  for (const run of childrenOf(item, 'r')) if (!childOf(run, 't')) faults.push('a run without text');
  return faults;
}

/** Rules of the shared strings part. */
export function sharedStringFaults(part: string, root: XmlElement): readonly string[] {
  const items = childrenOf(root, 'si');
  const faults = items.flatMap((item, index) => textFaults(item).map((fault) => `${index}: ${fault}`));
  const counts = [...countFault(root, 'uniqueCount', items.length)];
  const count = wholeNumber(root, 'count');
  if (count !== undefined && !(count >= 0)) counts.push(`count ${root.attributes['count']}`);
  return [...orderFaults(root, ['si*', 'extLst']), ...counts, ...faults].map(
    (fault) => `${part}: shared strings: ${fault}`,
  );
}

/** Rules of the comments of a sheet: authors, places. */
export function commentFaults(
  part: string,
  root: XmlElement,
  cellPlaceKnown: (ref: string) => boolean,
): readonly string[] {
  const faults = [...orderFaults(root, ['authors', 'commentList', 'extLst'])];
  const authors = childrenOf(childOf(root, 'authors'), 'author').length;
  const places = new Set<string>();
  for (const comment of childrenOf(childOf(root, 'commentList'), 'comment')) {
    const ref = comment.attributes['ref'] ?? '';
    const author = wholeNumber(comment, 'authorId') ?? Number.NaN;
    if (!cellPlaceKnown(ref)) faults.push(`at no cell: “${ref}”`);
    if (places.has(ref)) faults.push(`two at ${ref}`);
    places.add(ref);
    if (!(author >= 0 && author < authors)) faults.push(`${ref} is by author ${author} of ${authors}`);
    const text = childOf(comment, 'text');
    if (text) faults.push(...textFaults(text).map((fault) => `${ref}: ${fault}`));
    else faults.push(`${ref} has no text`);
  }
  return faults.map((fault) => `${part}: comments: ${fault}`);
}

const ONCE = [
  'category',
  'contentStatus',
  'created',
  'creator',
  'description',
  'identifier',
  'keywords',
  'language',
  'lastModifiedBy',
  'lastPrinted',
  'modified',
  'revision',
  'subject',
  'title',
  'version',
  'contentType',
];

/** Rules of docProps: what may be said once is, a moment is one. */
export function propertyFaults(part: string, root: XmlElement): readonly string[] {
  const faults: string[] = [];
  if (root.local === 'coreProperties') {
    const seen = new Set<string>();
    for (const child of root.children) {
      if (!ONCE.includes(child.local)) faults.push(`<${child.local}> is unknown`);
      if (seen.has(child.local)) faults.push(`<${child.local}> twice`);
      seen.add(child.local);
      if (child.local !== 'created' && child.local !== 'modified') continue;
      const type = Object.entries(child.attributes).find(([name]) => name.endsWith('}type'))?.[1];
      if (type !== 'dcterms:W3CDTF') faults.push(`<${child.local}> is of the type ${type}`);
      if (!/^\d{4}(-\d\d(-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?$/.test(child.text))
        faults.push(`<${child.local}> is ${child.text}`);
    }
  }
  const vectors = [...everyElement(root)].filter(({ local }) => local === 'vector');
  for (const vector of vectors) faults.push(...countFault(vector, 'size'));
  if (root.uri.endsWith('/custom-properties')) {
    const ids = new Set<number>();
    const names = new Set<string>();
    for (const property of childrenOf(root, 'property')) {
      const id = wholeNumber(property, 'pid') ?? 0;
      const name = property.attributes['name']?.toLowerCase() ?? '';
      if (id < 2 || ids.has(id)) faults.push(`${name} has the pid ${id}`);
      if (name === '' || names.has(name)) faults.push(`“${name}” is no name, or there twice`);
      ids.add(id);
      names.add(name);
    }
  }
  return faults.map((fault) => `${part}: properties: ${fault}`);
}
