// Everything of the embedded plan's year that leaves as a workbook, as a stranger would take it: with a strict reader,
// with two libraries, with an office program that prints it. `npm run bench:pages` does the same for the big world.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import type { Cell } from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LAYOUTS } from '#shared/domain/layout.ts';
import { openWorkbook } from '#tests/backend/sheets/altered.ts';
import { type PrintedPage, printedPages } from '#tests/helpers/office-pages.ts';
import { OFFICE_LIMIT_MS } from '#tests/helpers/office-program.ts';
import { pageFaults } from '#tests/helpers/page-faults.ts';
import { type Leaving, writeWhatLeaves } from '#tests/helpers/what-leaves.ts';
import { brokenRules } from '#tests/helpers/workbook-rules/broken-rules.ts';

/** Of the agencies with the most duties: the longest ones. */
const FORMS = 3;

let folder: string;
let leaving: readonly Leaving[];
let printed: ReadonlyMap<string, readonly PrintedPage[]>;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'matrix-leaves-'));
  leaving = await writeWhatLeaves('seed', folder, { forms: FORMS });
  printed = await printedPages(
    leaving.filter(isPrinted).map(({ file }) => file),
    folder,
  );
}, 2 * OFFICE_LIMIT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The tables of figures look alike: one of them is printed. */
function isPrinted({ kind }: Leaving): boolean {
  return !kind.startsWith('statistics') || kind.endsWith('ranking');
}

/** What is found, by workbook: a workbook of which nothing is found is left out. */
async function found(look: (leaving: Leaving) => Promise<readonly string[]>) {
  const faults = await Promise.all(leaving.map(async (one) => [one.kind, await look(one)] as const));
  return Object.fromEntries(faults.filter(([, sentences]) => sentences.length > 0));
}

it('is every layout there is, figures, duties, evidence and forms', () => {
  const kinds = leaving.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(LAYOUTS.map((layout) => `layout ${layout}`)));
  expect(kinds).toEqual(expect.arrayContaining(['statistics ranking', 'statistics comparison', 'evidence']));
  expect(kinds.filter((kind) => kind === 'form')).toHaveLength(FORMS);
});

it('breaks no rule for which Excel would offer a repair', async () => {
  expect(await found(({ file }) => brokenRules(readFileSync(file)))).toEqual({});
});

it('is printed with heads on every page, no empty page, no cut and no missing text', async () => {
  const look = async (one: Leaving) =>
    isPrinted(one) ? pageFaults(readFileSync(one.file), printed.get(one.file) ?? []) : [];
  expect(await found(look)).toEqual({});
});

/** What a cell holds, as both libraries can tell it. */
function cellValue({ value }: Cell): string | number | null {
  if (value instanceof Date) return (value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
  // Of a formula that gives an empty text exceljs keeps no result.
  if (value !== null && typeof value === 'object')
    return 'formula' in value ? String(value.result ?? '') : JSON.stringify(value);
  return typeof value === 'boolean' ? String(value) : (value ?? null);
}

it('is read alike by exceljs and SheetJS, cell by cell', async () => {
  const differences = await found(async ({ file }) => {
    const bytes = readFileSync(file);
    const ours = await openWorkbook(bytes);
    const theirs = read(bytes, { cellFormula: true, cellText: false });
    expect(theirs.SheetNames).toEqual(ours.worksheets.map(({ name }) => name));
    const differing: string[] = [];
    for (const sheet of ours.worksheets) {
      const other = theirs.Sheets[sheet.name] ?? {};
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.master !== cell) return;
          const [one, two] = [cellValue(cell), other[cell.address]?.v ?? null];
          const isSame =
            typeof one === 'number' ? Math.abs(one - Number(two)) < 1e-9 : (one ?? '') === String(two ?? '');
          if (!isSame) differing.push(`${sheet.name}!${cell.address}: ${one} and ${two}`.slice(0, 120));
        }),
      );
      expect(other['!merges']?.length ?? 0).toBe(sheet.model.merges.length);
      expect(utils.decode_range(other['!ref'] ?? 'A1').e.r + 1).toBeGreaterThanOrEqual(sheet.actualRowCount);
    }
    return differing;
  });
  expect(differences).toEqual({});
});
