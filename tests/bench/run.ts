import fs from 'node:fs';
import path from 'node:path';
import { ensureBundles } from '#build/bundle/build-bundles.ts';
import { hasDisplay, startVirtualScreen } from '#build/runtime/display.ts';
import { PROJECT_ROOT } from '#build/runtime/places.ts';
import { sandboxEnvironment } from '#build/runtime/sandbox.ts';
import { benchDurableEdit } from './durable-edit.ts';
import type { Figure } from './figure.ts';
import { benchGrid } from './grid.ts';
import { benchLedgerExport } from './ledger-export.ts';
import { benchStartup } from './startup.ts';
import { benchYear } from './year.ts';

/*
 * npm run bench [name …]   prints a table and writes artefacts/bench.json
 * Every figure is a ratio against a peer measured in the same run; machines differ, ratios much less.
 */
const BENCHES = {
  startup: benchStartup,
  edit: benchDurableEdit,
  ledger: benchLedgerExport,
  grid: benchGrid,
  year: benchYear,
} as const;

await ensureBundles(PROJECT_ROOT, console.error);
Object.assign(process.env, sandboxEnvironment(console.error));
const screen = hasDisplay() ? undefined : await startVirtualScreen();
if (screen) process.env['DISPLAY'] = screen.display;

const names = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.error(`bench ${name} …`);
  figures.push(...(await bench()));
}

screen?.stop();

console.table(
  Object.fromEntries(
    figures.map((row) => [
      row.name,
      {
        ours: `${row.ours.toFixed(2)} ${row.unit}`,
        peer: `${row.peer.toFixed(2)} ${row.unit}`,
        ratio: row.ratio.toFixed(2),
        promised: promiseOf(row),
        against: row.against,
        note: row.note,
      },
    ]),
  ),
);

function promiseOf({ atMost, atLeast, ratio }: Figure): string {
  if (atMost != null) return `≤ ${atMost} ${ratio <= atMost ? '✓' : '✗'}`;
  return atLeast === undefined ? '' : `≥ ${atLeast} ${ratio >= atLeast ? '✓' : '✗'}`;
}

const folder = path.resolve('artefacts');
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
