// Builds a tiny project of the same shape as ours: what matters here is how the bundles are made, not what is in them.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundles } from '#build/bundle/build-bundles.ts';
import { needsBuild } from '#build/bundle/freshness.ts';
import { PROJECT_ROOT } from '#build/runtime/places.ts';

const SOURCES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "imports": { "#shared/*": "./shared/*" } }',
  'shared/greeting.ts': "export const greeting: string = '责任矩阵';",
  'seeds/plan.txt': '一、',
  'seeds/README.md': 'not data',
  'electron/main/main.ts':
    "import { app } from 'electron'; import { greeting } from '#shared/greeting.ts'; app.setName(greeting);",
  'electron/preload/preload.ts':
    "import { contextBridge } from 'electron'; import { greeting } from '#shared/greeting.ts';" +
    "contextBridge.exposeInMainWorld('bridge', greeting);",
  'electron/preload/print-preload.ts':
    "import { ipcRenderer } from 'electron'; import { greeting } from '#shared/greeting.ts'; ipcRenderer.send(greeting);",
  'electron/backend-process.ts':
    "import Database from 'better-sqlite3'; import { greeting } from '#shared/greeting.ts'; new Database(greeting);",
  'electron/intake-process.ts': 'process.parentPort.start();',
  'backend/intake/intake-worker.ts':
    "import exceljs from 'exceljs'; import { greeting } from '#shared/greeting.ts';" +
    'new exceljs.Workbook().addWorksheet(greeting); process.stdout.write(greeting);',
  'backend/outlet/outlet-worker.ts':
    "import exceljs from 'exceljs'; import { parentPort } from 'node:worker_threads'; parentPort?.postMessage(exceljs);",
  'renderer/index.html': '<div id="root"></div><script type="module" src="./main.tsx"></script>',
  'renderer/welcome.html': '<script type="module" src="./welcome.ts"></script>',
  'renderer/welcome.ts': "document.title = 'x';",
  'renderer/print.html': '<div id="pages"></div><script type="module" src="./print.ts"></script>',
  'renderer/print.ts': "import { greeting } from '#shared/greeting.ts'; document.title = greeting;",
  'renderer/main.tsx':
    "import { createRoot } from 'react-dom/client'; import { greeting } from '#shared/greeting.ts';" +
    "const root = document.getElementById('root'); if (root) createRoot(root).render(<p>{greeting}</p>);",
};

const folder = mkdtempSync(path.join(tmpdir(), 'matrix 构建 '));
const root = path.join(folder, 'project');
const read = (file: string) => readFileSync(path.join(root, 'out', file), 'utf8');

beforeAll(async () => {
  for (const [file, text] of Object.entries(SOURCES)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  // "junction" lets an ordinary Windows user make it; elsewhere the word is ignored.
  symlinkSync(path.join(PROJECT_ROOT, 'node_modules'), path.join(root, 'node_modules'), 'junction');
  await buildBundles(root);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bundles', () => {
  it('leave Electron and the SQLite addon outside and take everything else in', () => {
    expect(read('main/main.js')).toMatch(/from "electron"/);
    expect(read('main/main.js')).toContain('责任矩阵');
    expect(read('backend/backend.js')).toMatch(/from "better-sqlite3"/);
    expect(read('backend/intake-worker.js')).not.toMatch(/from "exceljs"/);
    expect(read('backend/outlet-worker.js')).not.toMatch(/from "exceljs"/);
  });

  it.each(['preload/preload.cjs', 'print-preload/print-preload.cjs'])(
    'give the sandboxed %s one CommonJS file that asks for electron alone',
    (file) => {
      const requests = [...read(file).matchAll(/require\(["'](.+?)["']\)/g)].map((match) => match[1]);
      expect(requests).toEqual(['electron']);
      expect(read(file)).not.toMatch(/^(import|export) /m);
    },
  );

  it('make pages with relative addresses and one script each', () => {
    expect(read('renderer/index.html')).toMatch(/src="\.\/assets\/index-[\w-]+\.js"/);
    expect(read('renderer/print.html')).toMatch(/src="\.\/assets\/print-[\w-]+\.js"/);
  });

  it('carry the seeds, which are read from disk, and nothing else from their folder', () => {
    expect(read('seeds/plan.txt')).toBe('一、');
    expect(existsSync(path.join(root, 'out/seeds/README.md'))).toBe(false);
  });
});

describe('building again', () => {
  it('is not needed after a build, and is once a source is newer', () => {
    expect(needsBuild(root)).toBe(false);
    const source = path.join(root, 'shared/greeting.ts');
    const later = new Date(Date.now() + 60_000);
    utimesSync(source, later, later);
    expect(needsBuild(root)).toBe(true);
    utimesSync(source, new Date(0), new Date(0));
    expect(needsBuild(root)).toBe(false);
  });

  it('is refused with the names of missing sources, and the finished build stays', async () => {
    rmSync(path.join(root, 'electron/backend-process.ts'));
    await expect(buildBundles(root)).rejects.toThrow(/缺少源文件.*electron\/backend-process\.ts/);
    expect(existsSync(path.join(root, 'out/main/main.js'))).toBe(true);
  });
});
