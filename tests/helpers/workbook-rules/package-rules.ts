import { CONTENT_TYPES, type Package, type Relation, relationsPart } from './package.ts';
import { childrenOf, everyElement, type XmlElement } from './xml-tree.ts';

/** Families of relationships that office programs write, some in small letters; a type of no family is a slip. */
const FAMILIES = [
  'http://schemas.openxmlformats.org/officeDocument/2006/',
  'http://purl.oclc.org/ooxml/officeDocument/',
  'http://schemas.openxmlformats.org/package/2006/relationships/',
  'http://schemas.microsoft.com/',
  'http://www.wps.cn/',
];

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const DRAWING = 'application/vnd.openxmlformats-officedocument.drawing';

/** What a part must say it is when a relationship of that kind leads to it. */
const TYPE_OF_KIND: Readonly<Record<string, RegExp>> = {
  officeDocument:
    /^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml\.(sheet|template)|ms-excel\.(sheet|template|addin)\.macroEnabled)\.main\+xml$/,
  worksheet: exactly(`${SHEET}worksheet+xml`),
  chartsheet: exactly(`${SHEET}chartsheet+xml`),
  styles: exactly(`${SHEET}styles+xml`),
  sharedStrings: exactly(`${SHEET}sharedStrings+xml`),
  comments: exactly(`${SHEET}comments+xml`),
  table: exactly(`${SHEET}table+xml`),
  calcChain: exactly(`${SHEET}calcChain+xml`),
  pivotTable: exactly(`${SHEET}pivotTable+xml`),
  pivotCacheDefinition: exactly(`${SHEET}pivotCacheDefinition+xml`),
  pivotCacheRecords: exactly(`${SHEET}pivotCacheRecords+xml`),
  drawing: exactly(`${DRAWING}+xml`),
  chart: exactly(`${DRAWING}ml.chart+xml`),
  vmlDrawing: /^application\/vnd\.openxmlformats-officedocument\.vmlDrawing$/,
  theme: exactly('application/vnd.openxmlformats-officedocument.theme+xml'),
  vbaProject: exactly('application/vnd.ms-office.vbaProject'),
  image: /^image\//,
  'core-properties': exactly('application/vnd.openxmlformats-package.core-properties+xml'),
  'extended-properties': exactly('application/vnd.openxmlformats-officedocument.extended-properties+xml'),
};

function exactly(type: string): RegExp {
  return new RegExp(`^${type.replace(/[.+]/g, '\\$&')}$`);
}

function twice(names: readonly string[]): readonly string[] {
  const lower = names.map((name) => name.toLowerCase());
  return lower.filter((name, index) => lower.indexOf(name) !== index);
}

function contentTypeFaults(pack: Package): readonly string[] {
  const { contentTypes, parts } = pack;
  if (!contentTypes) return [`${CONTENT_TYPES}: missing`];
  const faults: string[] = [];
  const overrides = childrenOf(contentTypes, 'Override').map(({ attributes }) => attributes['PartName'] ?? '');
  const extensions = childrenOf(contentTypes, 'Default').map(({ attributes }) => attributes['Extension'] ?? '');
  for (const name of [...twice(overrides), ...twice(extensions)]) faults.push(`${name} is named twice`);
  for (const extension of extensions) if (/^\.|^$/.test(extension)) faults.push(`no ending: “${extension}”`);
  const lower = new Set([...parts.keys()].map((name) => `/${name.toLowerCase()}`));
  for (const name of overrides) if (!lower.has(name.toLowerCase())) faults.push(`there is no part ${name}`);
  for (const part of parts.keys()) {
    if (part !== CONTENT_TYPES && pack.typeOf(part) === undefined) faults.push(`no type for ${part}`);
  }
  return faults.map((fault) => `${CONTENT_TYPES}: content type: ${fault}`);
}

function relationFaults(pack: Package, relation: Relation): readonly string[] {
  const { id, type, kind, target, isOutside } = relation;
  const faults: string[] = [];
  if (!/^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(id)) faults.push(`“${id}” is no id`);
  if (!FAMILIES.some((family) => type.toLowerCase().startsWith(family.toLowerCase())))
    faults.push(`${id} is of the unknown type “${type}”`);
  if (isOutside) {
    if (target === '' || /[\s<>"{}|\\^`]/.test(target.replaceAll('\\', '')))
      faults.push(`${id} leads to no address: “${target}”`);
    return faults;
  }
  // `#Sheet!A1` leads to a place inside.
  if (kind === 'hyperlink') return faults;
  if (!pack.parts.has(target)) return [...faults, `${id} leads to a missing part: ${target}`];
  const wanted = TYPE_OF_KIND[kind];
  const is = pack.typeOf(target) ?? '';
  if (wanted && !wanted.test(is)) faults.push(`${id} (${kind}) leads to ${target} of the type ${is}`);
  return faults;
}

/** Every `r:id` of a part must be one of its relationships; a prefix that may be ignored must be declared. */
function idFaults(pack: Package, part: string, tree: XmlElement): readonly string[] {
  const ids = new Set(pack.relationsOf(part).map(({ id }) => id));
  const faults = new Set<string>();
  for (const { local, attributes } of everyElement(tree)) {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('r:') || value === '' || ids.has(value)) continue;
      faults.add(`${part}: relationship: <${local}> names ${value}, which it has not`);
    }
  }
  for (const prefix of tree.attributes['mc:Ignorable']?.split(/\s+/) ?? []) {
    if (prefix !== '' && !tree.prefixes.includes(prefix))
      faults.add(`${part}: XML: the prefix ${prefix} to be ignored is declared nowhere`);
  }
  return [...faults];
}

/** Content types and relationships. */
export function packageFaults(pack: Package): readonly string[] {
  const faults = [...contentTypeFaults(pack)];
  const main = pack.relationsOf('').filter(({ kind }) => kind === 'officeDocument');
  if (main.length !== 1) faults.push(`_rels/.rels: relationship: ${main.length} main parts`);
  for (const part of ['', ...pack.parts.keys()]) {
    const relations = pack.relationsOf(part);
    const say = (fault: string): number => faults.push(`${relationsPart(part)}: relationship: ${fault}`);
    for (const id of twice(relations.map(({ id }) => id))) say(`the id ${id} is there twice`);
    for (const relation of relations) for (const fault of relationFaults(pack, relation)) say(fault);
  }
  for (const [part, tree] of pack.trees) {
    if (part.endsWith('.rels')) {
      const owner = part.replace(/_rels\/([^/]*)\.rels$/, '$1');
      if (owner !== '' && !pack.parts.has(owner)) faults.push(`${part}: relationship: there is no part ${owner}`);
    } else {
      faults.push(...idFaults(pack, part, tree));
    }
  }
  const macros = main.some(({ target }) => pack.relationsOf(target).some(({ kind }) => kind === 'vbaProject'));
  const type = pack.typeOf(main[0]?.target ?? '') ?? '';
  if (macros && !/macroEnabled/.test(type))
    faults.push(`${CONTENT_TYPES}: content type: macros in a workbook that may have none`);
  return faults;
}
