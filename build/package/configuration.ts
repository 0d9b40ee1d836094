// How the program is packed: `npm run pack` makes an unpacked folder, electron-builder's --win and --linux the installers.
// Reasons: docs/adr/0004-electron-runtime.md.
import { realpathSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { BuildProblem } from '../runtime/build-problem.ts';
import { presentRuntime } from '../runtime/electron-runtime.ts';
import { ELECTRON_DIST, PROJECT_ROOT, packageVersion } from '../runtime/places.ts';
import { packagingRefusal } from './release-guard.ts';

const runtime = presentRuntime();
if (runtime === undefined) {
  throw new BuildProblem(
    '请先执行 node build/prepare.mjs。 Run node build/prepare.mjs first: there is no Electron yet.',
  );
}
const { kind, version } = runtime;
const programVersion = packageVersion(PROJECT_ROOT);
const isFallback = kind === 'fallback';

/**
 * What goes into the package. Everything but the SQLite addon is inside the bundles already, so of node_modules
 * that one package is taken, with the one binary that fits the platform ("win32-x64", as better-sqlite3 names it).
 */
const packedFiles = (platform: string): string[] => [
  'out/**',
  '!out/.built',
  'package.json',
  '!**/node_modules/!(better-sqlite3)/**',
  '!**/better-sqlite3/{src,deps,binding.gyp}',
  '!**/better-sqlite3/{src,deps}/**',
  `!**/better-sqlite3/prebuilds/${isFallback ? '*' : `!(${platform})`}.node`,
  ...(isFallback ? [] : ['!**/better-sqlite3/build/**']),
];

/** electron-builder's configuration for the runtime that is in node_modules now. */
export const configuration: Configuration = {
  // Windows knows an installed program by this name: a change would install a second program beside the first.
  appId: 'cn.zeren.matrix',
  productName: '责任矩阵',
  directories: { output: 'release', buildResources: 'build' },
  ...(isFallback ? { electronDist: realpathSync(ELECTRON_DIST), electronVersion: version } : {}),
  electronLanguages: ['zh-CN', 'en-US'],
  npmRebuild: false,
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  publish: null,
  electronFuses: {
    // SECURITY: the installed program cannot be turned into a plain Node, by a switch or by the environment.
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    // Playwright drives the packaged program through it; a release keeps the door shut.
    enableNodeCliInspectArguments: isFallback,
    // SECURITY: only the archive that was packed runs; Linux has no such check.
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    // The page is served under the program's own scheme; a file: page gets no extra rights.
    grantFileProtocolExtraPrivileges: false,
    // There are no cookies, and the key for them would ask the desktop's keyring for a password.
    enableCookieEncryption: false,
    loadBrowserProcessSpecificV8Snapshot: false,
  },
  beforePack: (context) => {
    const targets = context.targets.map((target) => target.name);
    const refusal = packagingRefusal(kind, targets, process.env);
    if (refusal !== undefined) throw new BuildProblem(refusal);
  },
  afterPack: async (context) => {
    const resources = context.packager.getResourcesDir(context.appOutDir);
    await rm(path.join(resources, 'default_app.asar'), { force: true });
    if (isFallback) await writeFile(path.join(context.appOutDir, '仅供测试-test-only.txt'), `Electron ${version}\n`);
  },
  win: {
    target: ['nsis', 'portable'].map((target) => ({ target, arch: ['x64'] })),
    files: packedFiles('win32-x64'),
  },
  nsis: {
    // No administrator: it installs for the person who runs it, into a folder they may choose.
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    // The year's work outlives the program.
    deleteAppDataOnUninstall: false,
    installerLanguages: ['zh_CN'],
    language: '2052',
    artifactName: `责任矩阵-安装-${programVersion}.exe`,
  },
  // A fixed folder name: otherwise each start from a USB stick unpacks into a new one.
  portable: { unpackDirName: 'zeren-matrix', artifactName: `责任矩阵-免安装-${programVersion}.exe` },
  linux: {
    target: [{ target: 'deb', arch: ['x64'] }],
    executableName: 'responsibility-matrix',
    category: 'Office',
    files: packedFiles('linux-x64'),
  },
};
