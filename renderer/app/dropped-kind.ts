import type { ForeignKind } from '#shared/domain/foreign-kind.ts';

/** Where what was dropped goes: to the returns, into a comparison, to the reading of a plan, to a person who says which. */
export type Destination = 'returns' | 'data-file' | 'plan' | 'ask';

/**
 * Where it goes when that need not be looked for: several files, the files of a folder and a packet of files are forms
 * that came back (nobody has several plans at once), a data file of this program is compared.
 *
 * @param fromFolder whether a folder was dropped, whatever number of files it held
 * @returns `null` for one file that must be looked into
 */
export function destinationByName(
  files: readonly { readonly fileName: string }[],
  fromFolder: boolean,
): Destination | null {
  if (fromFolder || files.length > 1) return 'returns';
  const [name = ''] = files.map(({ fileName }) => fileName.toLowerCase());
  if (name.endsWith('.zip')) return 'returns';
  return name.endsWith('.db') ? 'data-file' : null;
}

/** The same for one file, by what the backend found in it. What may be either is asked about. */
export function destinationOf(kind: ForeignKind): Destination {
  switch (kind) {
    case 'return':
      return 'returns';
    case 'plan':
      return 'plan';
    case 'unclear':
      return 'ask';
  }
}
