// Facts about the runtime that `node build/prepare.mjs` has put in place: true for the official one and the fallback.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { hasDisplay, startVirtualScreen } from '#build/runtime/display.ts';
import { electronExecutable, evaluateInElectron } from '#build/runtime/electron-as-node.ts';
import { presentRuntime } from '#build/runtime/electron-runtime.ts';
import { FALLBACK } from '#build/runtime/fallback-manifest.ts';
import { ELECTRON_DIST, ELECTRON_PACKAGE, packageVersion, SQLITE_PACKAGE } from '#build/runtime/places.ts';
import { runtimeLine } from '#build/runtime/prepare.ts';
import { sandboxEnvironment } from '#build/runtime/sandbox.ts';

/** The fuse wire in the executable is text: '1' is on, '0' is off. */
const FUSE_ON = '1'.charCodeAt(0);
const FUSE_OFF = '0'.charCodeAt(0);

describe('the prepared Electron', () => {
  it('is the version its folder says, and that is either the wanted one or the pinned fallback', () => {
    const runtime = presentRuntime();
    expect(evaluateInElectron('process.versions.electron')).toBe(runtime?.version);
    const expected = { official: packageVersion(ELECTRON_PACKAGE), fallback: FALLBACK.electronVersion };
    expect(runtime?.version).toBe(expected[runtime?.kind ?? 'official']);
  });

  it('lets development run it as Node and lets Playwright attach', async () => {
    const fuses = await getCurrentFuseWire(electronExecutable());
    expect(fuses[FuseV1Options.RunAsNode]).toBe(FUSE_ON);
    expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FUSE_ON);
    expect(fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(FUSE_OFF);
  });

  it('has a default app in a real archive, which is what gives `electron <folder>` its meaning', () => {
    const archive = path.join(ELECTRON_DIST, 'resources', 'default_app.asar');
    expect(listPackage(archive, { isPack: false }).map((file) => path.basename(file))).toContain('package.json');
  });

  it('runs the main file before it is ready, so that the page scheme can still be registered', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'matrix 启动 '));
    const main = path.join(folder, 'main.mjs');
    writeFileSync(
      main,
      "import { app, protocol } from 'electron';" +
        "protocol.registerSchemesAsPrivileged([{ scheme: 'matrix', privileges: { standard: true } }]);" +
        'app.whenReady().then(() => app.exit(7));',
    );
    const screen = hasDisplay() ? undefined : await startVirtualScreen();
    try {
      const env = { ...process.env, ...sandboxEnvironment(() => undefined) };
      if (screen !== undefined) Object.assign(env, { DISPLAY: screen.display });
      const run = spawnSync(electronExecutable(), [main], { env, encoding: 'utf8', timeout: 15_000 });
      expect(run.stderr).not.toContain('App threw an error');
      expect(run.status).toBe(7);
    } finally {
      screen?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('opens a database with the same SQLite as this Node', () => {
    const open = `new (require(${JSON.stringify(SQLITE_PACKAGE)}))(':memory:')`;
    const inElectron = evaluateInElectron(`${open}.prepare('select sqlite_version()').pluck().get()`);
    const database = new Database(':memory:');
    const here = database.prepare('select sqlite_version()').pluck().get();
    database.close();
    expect(inElectron).toBe(here);
  });

  it('uses its own build of the addon only when its Node-API is older than the prebuilt one', () => {
    const hasOwnBuild = existsSync(path.join(SQLITE_PACKAGE, 'build', 'Release', 'better_sqlite3.node'));
    expect(hasOwnBuild).toBe(Number(evaluateInElectron('process.versions.napi')) < 10);
  });
});

describe('the line that says what ran', () => {
  it('marks the fallback as good for tests only', () => {
    const node = process.versions.node;
    expect(runtimeLine('fallback', '33.2.1', '3.54.1')).toBe(
      `运行时 runtime: Electron 33.2.1 (fallback, tests only), SQLite 3.54.1, Node ${node}`,
    );
    expect(runtimeLine('official', '45.4.1', '3.54.1')).toBe(
      `运行时 runtime: Electron 45.4.1, SQLite 3.54.1, Node ${node}`,
    );
  });
});
