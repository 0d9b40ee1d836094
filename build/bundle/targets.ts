// The bundles of the program, each described for Vite. One place says what goes in and what comes out:
//
//   electron/main/main.ts            -> out/main/main.js        ESM, Electron's main process
//   electron/preload/preload.ts      -> out/preload/preload.cjs one CommonJS file: all a sandboxed preload may load
//   electron/preload/print-preload.ts -> out/print-preload/print-preload.cjs, as the one before, for the printed page
//   electron/backend-process.ts      -> out/backend/backend.js        ESM, the process that owns the data file
//   electron/intake-process.ts       -> out/backend/intake-process.js ESM, the process that reads foreign files
//   backend/intake/intake-worker.ts  -> out/backend/intake-worker.js  ESM, its reading thread
//   backend/outlet/outlet-worker.ts  -> out/backend/outlet-worker.js  ESM, the thread that writes workbooks
//   renderer/index.html, print.html, welcome.html -> out/renderer/  the window's page, the page that is printed, and
//                                                               the doors before the first data file
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { HtmlTagDescriptor, InlineConfig, Plugin } from 'vite';

export const OUT_FOLDER = 'out';
/** The oldest Node inside an Electron that this runs on (the fallback's). */
const NODE_TARGET = 'node20';
const CHROME_TARGET = 'chrome130';
/** Resolved at run time: Electron itself, and the addon, whose binary is looked up beside its own files. */
const NOT_BUNDLED = [/^electron(\/|$)/, /^better-sqlite3$/];

/** One bundle: what it reads, relative to the project, and how Vite makes it. */
export type BundleTarget = {
  readonly name: string;
  readonly entries: readonly string[];
  readonly config: InlineConfig;
};

/** All bundles of a project folder. */
export function bundleTargets(root: string): readonly BundleTarget[] {
  return [
    nodeTarget(root, 'main', { main: 'electron/main/main.ts' }, 'es'),
    nodeTarget(root, 'preload', { preload: 'electron/preload/preload.ts' }, 'cjs'),
    nodeTarget(root, 'print-preload', { 'print-preload': 'electron/preload/print-preload.ts' }, 'cjs'),
    nodeTarget(
      root,
      'backend',
      {
        backend: 'electron/backend-process.ts',
        'intake-process': 'electron/intake-process.ts',
        'intake-worker': 'backend/intake/intake-worker.ts',
        'outlet-worker': 'backend/outlet/outlet-worker.ts',
      },
      'es',
    ),
    rendererTarget(root),
  ];
}

function nodeTarget(
  root: string,
  name: string,
  entries: Readonly<Record<string, string>>,
  format: 'es' | 'cjs',
): BundleTarget {
  const isSingleFile = format === 'cjs';
  const input = Object.fromEntries(Object.entries(entries).map(([key, file]) => [key, path.join(root, file)]));
  return {
    name,
    entries: Object.values(entries),
    config: {
      ...common(root),
      root,
      publicDir: false,
      ssr: { target: 'node', noExternal: true },
      build: {
        ...commonBuild(root, name),
        ssr: true,
        target: NODE_TARGET,
        minify: false,
        rolldownOptions: {
          input,
          external: NOT_BUNDLED,
          output: {
            format,
            entryFileNames: isSingleFile ? '[name].cjs' : '[name].js',
            chunkFileNames: '[name]-[hash].js',
            ...(isSingleFile ? { codeSplitting: false } : {}),
          },
        },
      },
    },
  };
}

function rendererTarget(root: string): BundleTarget {
  return {
    name: 'renderer',
    entries: ['renderer/index.html', 'renderer/print.html', 'renderer/welcome.html'],
    config: {
      ...common(root),
      root: path.join(root, 'renderer'),
      // Relative addresses: the page is served under the program's own scheme, whose host is not known here.
      base: './',
      plugins: [react(), preloadProgram()],
      build: {
        ...commonBuild(root, 'renderer'),
        target: CHROME_TARGET,
        modulePreload: { polyfill: false },
        // The page's content policy allows no data: addresses, so nothing is folded into the text.
        assetsInlineLimit: 0,
        // A page from the local disk does not pay for one large file as a page from a server does.
        chunkSizeWarningLimit: 4_000,
        rolldownOptions: {
          input: {
            index: path.join(root, 'renderer/index.html'),
            print: path.join(root, 'renderer/print.html'),
            welcome: path.join(root, 'renderer/welcome.html'),
          },
        },
      },
    },
  };
}

/**
 * The page starts with a small script that lets the first picture be painted, then imports the program. Naming the
 * program's chunks in the page lets the browser fetch and compile them meanwhile.
 */
function preloadProgram(): Plugin {
  return {
    name: 'preload-program',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk }) {
        const programs = (chunk?.dynamicImports ?? [])
          .map((name) => bundle[name])
          .filter((file) => file?.type === 'chunk');
        return programs.flatMap((program) => [
          ...[program.fileName, ...program.imports].map((file) => link({ rel: 'modulepreload', href: `./${file}` })),
          ...[...(program.viteMetadata?.importedCss ?? [])].map((file) =>
            link({ rel: 'preload', as: 'style', href: `./${file}` }),
          ),
        ]);
      },
    },
  };
}

function link(attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs };
}

function common(root: string): InlineConfig {
  return {
    configFile: false,
    envDir: false,
    mode: 'production',
    logLevel: 'warn',
    cacheDir: path.join(root, '.cache', 'vite'),
  };
}

function commonBuild(root: string, name: string) {
  return {
    outDir: path.join(root, OUT_FOLDER, name),
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
  } as const;
}
