/**
 * Everything of a world that leaves as a workbook, by strict rules and as printed pages: npm run bench:pages
 * [-- seed|big|million] [--only "layout ledger"] [--forms 8] [--keep FOLDER]. Ends with 1 when a fault is found.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printedPages } from '#tests/helpers/office-pages.ts';
import { pageFaults } from '#tests/helpers/page-faults.ts';
import { writeWhatLeaves } from '#tests/helpers/what-leaves.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';
import { isWorldName } from '#tests/worlds/write-world.ts';

const { values, positionals } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    forms: { type: 'string', default: '8' },
    /** Where workbooks and PDFs stay, for people to look at; left out, nothing stays. */
    keep: { type: 'string' },
  },
  allowPositionals: true,
});
const [world = 'big'] = positionals;
if (!isWorldName(world)) throw new Error(`no world ${world}`);

const MOST_SHOWN = 5;
const folder = values.keep ?? fs.mkdtempSync(path.join(os.tmpdir(), 'bench-pages-'));
fs.mkdirSync(folder, { recursive: true });
let found = 0;
try {
  const leaving = await writeWhatLeaves(world, folder, { only: values.only, forms: Number(values.forms) });
  for (const { kind, file } of leaving) {
    const bytes = fs.readFileSync(file);
    // One after another: an office program that converts all of them at once takes longer than its limit.
    const pages = (await printedPages([file], folder)).get(file) ?? [];
    const faults = [...(await brokenRules(bytes)), ...(await pageFaults(bytes, pages))];
    found += faults.length;
    console.log(`${kind} ${path.basename(file)}: ${pages.length} pages, ${faults.length} faults`);
    for (const fault of faults.slice(0, MOST_SHOWN)) console.log(`    ${fault}`);
  }
} finally {
  if (values.keep === undefined) fs.rmSync(folder, { recursive: true, force: true });
}
process.exitCode = found === 0 ? 0 : 1;
