import path from 'node:path';
import { openPackage } from '#backend/files/package-parts.ts';
import { PartFault } from '#backend/files/zip-unpack.ts';
import { AppError } from '#shared/errors.ts';
import { appendToRoot, escapeXml, OddPackageError, walkXml } from './xml-part.ts';

export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';

/** A relationship of a part; `target` is the full path of the other part, without a leading slash. */
export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

/**
 * A workbook as its parts. What is not set stays byte for byte.
 */
export type ChangeablePackage = {
  readonly has: (part: string) => boolean;
  /** Of all parts, as the container has them. */
  readonly names: readonly string[];
  /** @throws OddPackageError when there is no such part, or it is no UTF-8 */
  readonly text: (part: string) => Promise<string>;
  readonly set: (part: string, text: string) => void;
  /** Of a part; none when it has no list of them. @throws OddPackageError */
  readonly relationshipsOf: (part: string) => Promise<readonly Relationship[]>;
  /** Adds one and gives its id. @throws OddPackageError */
  readonly relate: (part: string, type: string, target: string) => Promise<string>;
  /** Says what a new part is. @throws OddPackageError */
  readonly declare: (part: string, contentType: string) => Promise<void>;
  /** What a part is said to be; empty when nothing says so. @throws OddPackageError */
  readonly contentTypeOf: (part: string) => Promise<string>;
  /** A name nobody has: `xl/comments`, `.xml` → xl/comments3.xml. */
  readonly freeName: (stem: string, ending: string) => string;
  readonly bytes: () => Promise<Uint8Array>;
};

/**
 * Opens a workbook of today for changing single parts of it. Parts are unpacked within the limits of
 * backend/files/zip-limits.ts, and only those that are changed; the others go over packed as they are.
 *
 * @throws OddPackageError for one with names that stand twice or lead elsewhere, with a signature, or that cannot be read
 */
export async function openForChange(bytes: Uint8Array, file: string): Promise<ChangeablePackage> {
  const read = await openPackage(bytes, file).catch(refusedAsOdd);
  const { names } = read;
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) throw new OddPackageError('names twice');
  if (names.some((name) => /(?:^|\/)\.\.?\//.test(name))) throw new OddPackageError('names that lead elsewhere');
  // What is signed says afterwards that it was tampered with.
  if (names.some((name) => name.startsWith('_xmlsignatures/'))) throw new OddPackageError('signed');
  const present = new Set(names);
  const changed = new Map<string, string>();

  const text = async (part: string): Promise<string> => {
    const before = changed.get(part);
    if (before !== undefined) return before;
    const content = await read.part(part).catch(refusedAsOdd);
    if (!content) throw new OddPackageError(`no ${part}`);
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    } catch (cause) {
      return odd(part, cause);
    }
  };
  const set = (part: string, value: string): void => {
    changed.set(part, value);
    present.add(part);
  };
  const relationshipsOf = async (part: string): Promise<readonly Relationship[]> => {
    const list = relationshipsPart(part);
    return present.has(list) ? readRelationships(await text(list), part) : [];
  };
  const types = async () => readContentTypes(await text(CONTENT_TYPES));

  return {
    has: (part) => present.has(part),
    names,
    text,
    set,
    relationshipsOf,
    relate: async (part, type, target) => {
      const list = relationshipsPart(part);
      const known = await relationshipsOf(part);
      const id = freeId(known.map((relationship) => relationship.id));
      const before = present.has(list) ? await text(list) : NO_RELATIONSHIPS;
      const relative = path.posix.relative(path.posix.dirname(part), target);
      const child = (prefix: string) =>
        `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeXml(relative)}"/>`;
      set(list, appendToRoot(before, child));
      return id;
    },
    declare: async (part, contentType) => {
      const xml = await text(CONTENT_TYPES);
      const child = (prefix: string) =>
        `<${prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
      if ((await types()).of(part) !== contentType) set(CONTENT_TYPES, appendToRoot(xml, child));
    },
    contentTypeOf: async (part) => (await types()).of(part),
    freeName: (stem, ending) => {
      const taken = new Set([...present].map((name) => name.toLowerCase()));
      for (let number = 1; ; number++) {
        const name = `${stem}${number}${ending}`;
        if (!taken.has(name.toLowerCase())) return name;
      }
    },
    // Parts that were not touched keep their packed bytes.
    bytes: () => {
      const encoder = new TextEncoder();
      const contents = new Map([...changed].map(([part, value]) => [part, encoder.encode(value)]));
      return read.withParts(contents).catch((cause: unknown) => odd('zip', cause));
    },
  };
}

const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';

/** What the reader of workbooks would refuse is not changed either. */
function refusedAsOdd(error: unknown): never {
  if (error instanceof AppError || error instanceof PartFault) return odd('refused', error);
  throw error;
}

function odd(what: string, cause: unknown): never {
  throw new OddPackageError(what, { cause });
}

/** The list of a part's relationships stands in a folder beside it. */
function relationshipsPart(part: string): string {
  return path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`);
}

function readRelationships(xml: string, part: string): readonly Relationship[] {
  const found: Relationship[] = [];
  walkXml(xml, {
    open: ({ local, attributes }) => {
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      if (local !== 'Relationship') return;
      // Where a link on the web leads is of no use here; its id is taken all the same.
      found.push({ id, type, target: mode === 'External' ? '' : resolved(part, target) });
    },
  });
  return found;
}

function resolved(part: string, target: string): string {
  const whole = target.startsWith('/') ? target : path.posix.join('/', path.posix.dirname(part), target);
  return path.posix.normalize(whole).slice(1);
}

function freeId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number++) if (!taken.includes(`rId${number}`)) return `rId${number}`;
}

function readContentTypes(xml: string): { readonly of: (part: string) => string } {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  walkXml(xml, {
    open: ({ local, attributes }) => {
      const type = attributes['ContentType'] ?? '';
      if (local === 'Default') defaults.set((attributes['Extension'] ?? '').toLowerCase(), type);
      if (local === 'Override') overrides.set((attributes['PartName'] ?? '').toLowerCase(), type);
    },
  });
  return {
    of: (part) =>
      overrides.get(`/${part}`.toLowerCase()) ?? defaults.get(path.posix.extname(part).slice(1).toLowerCase()) ?? '',
  };
}
