import path from 'node:path';
import { childrenOf, parseXml, type XmlElement } from './xml-tree.ts';
import { readArchive } from './zip-rules.ts';

export type Relation = {
  readonly id: string;
  /** The last step of its type: `worksheet`. */
  readonly kind: string;
  readonly type: string;
  /** The part's name without the slash before it, or an address outside. */
  readonly target: string;
  readonly isOutside: boolean;
};

/** A workbook's package as the rules see it. */
export type Package = {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Parts that are XML, by name; what is not well-formed is missing here and told in `broken`. */
  readonly trees: ReadonlyMap<string, XmlElement>;
  readonly contentTypes: XmlElement | undefined;
  typeOf(part: string): string | undefined;
  /** Relationships of a part; of the package itself by an empty name. */
  relationsOf(part: string): readonly Relation[];
  /** The part that a relationship of another leads to. */
  follow(part: string, id: string | undefined): string | undefined;
  readonly broken: readonly string[];
};

export const CONTENT_TYPES = '[Content_Types].xml';

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function isXml(name: string): boolean {
  return /\.(xml|rels|vml)$/i.test(name);
}

function readRelations(part: string, tree: XmlElement | undefined): readonly Relation[] {
  return childrenOf(tree, 'Relationship').map(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
    const isOutside = mode === 'External';
    const place = isOutside ? target : path.posix.resolve('/', path.posix.dirname(part), target).slice(1);
    return { id, type, kind: type.slice(type.lastIndexOf('/') + 1), target: place, isOutside };
  });
}

/** Reads a package strictly; `broken` holds what is wrong with it as an archive and as XML. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const { parts, broken } = await readArchive(bytes);
  const faults = [...broken];
  const trees = new Map<string, XmlElement>();
  for (const [name, content] of parts) {
    if (!isXml(name)) continue;
    try {
      trees.set(name, parseXml(content));
    } catch (error) {
      faults.push(`${name}: XML: ${error instanceof Error ? error.message.trim() : String(error)}`);
    }
  }
  const contentTypes = trees.get(CONTENT_TYPES);
  const overrides = new Map(
    childrenOf(contentTypes, 'Override').map(({ attributes }) => [
      attributes['PartName']?.toLowerCase(),
      attributes['ContentType'],
    ]),
  );
  const defaults = new Map(
    childrenOf(contentTypes, 'Default').map(({ attributes }) => [
      attributes['Extension']?.toLowerCase(),
      attributes['ContentType'],
    ]),
  );
  const relations = new Map<string, readonly Relation[]>();
  for (const part of ['', ...parts.keys()]) {
    const tree = trees.get(relationsPart(part));
    if (tree) relations.set(part, readRelations(part, tree));
  }
  const relationsOf = (part: string): readonly Relation[] => relations.get(part) ?? [];
  return {
    parts,
    trees,
    contentTypes,
    typeOf: (part) =>
      overrides.get(`/${part.toLowerCase()}`) ?? defaults.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase()),
    relationsOf,
    follow: (part, id) => relationsOf(part).find((relation) => relation.id === id && !relation.isOutside)?.target,
    broken: faults,
  };
}
