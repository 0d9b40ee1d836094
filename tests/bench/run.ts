import fs from 'node:fs';
import path from 'node:path';
import { benchDurableEdit } from './durable-edit.ts';
import type { Figure } from './figure.ts';
import { benchLedgerExport } from './ledger-export.ts';
import { benchStartup } from './startup.ts';

/*
 * npm run bench [name …]   prints a table and writes artefacts/bench.json
 * Every figure is a ratio against a peer measured in the same run; machines differ, ratios much less.
 */
const BENCHES = { startup: benchStartup, edit: benchDurableEdit, ledger: benchLedgerExport } as const;

const names = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.error(`bench ${name} …`);
  figures.push(...(await bench()));
}

console.table(
  Object.fromEntries(
    figures.map((row) => [
      row.name,
      {
        ours: `${row.ours.toFixed(2)} ${row.unit}`,
        peer: `${row.peer.toFixed(2)} ${row.unit}`,
        ratio: row.ratio.toFixed(2),
        'at most': row.atMost ?? '',
        against: row.against,
        note: row.note,
      },
    ]),
  ),
);
const folder = path.resolve('artefacts');
fs.mkdirSync(folder, { recursive: true });
fs.writeFileSync(path.join(folder, 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
