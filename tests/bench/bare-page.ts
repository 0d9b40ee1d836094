import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { ROLE_MARKS } from '#shared/domain/role.ts';
import { openOurs } from './our-backend.ts';

const PAGES = fileURLToPath(new URL('pages/', import.meta.url));

/** The matrix as plain texts, as the bare page shows it. Only cells with a mark are there: [agency, mark]. */
export type BareMatrix = {
  readonly agencies: readonly string[];
  readonly tasks: readonly {
    readonly number: number;
    readonly title: string;
    readonly marks: readonly (readonly [number, string])[];
  }[];
  /** Of our grid, in px, so that both have as many cells on show; `null`: the library's own. */
  readonly measures: GridMeasures | null;
};

export type GridMeasures = {
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly number: number;
  readonly title: number;
  readonly agency: number;
};

/** Builds the bare page once. @returns its folder */
export async function buildBarePage(folder: string): Promise<string> {
  const outDir = path.join(folder, 'grid-page');
  await build({
    root: PAGES,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'chrome130' },
  });
  return outDir;
}

/** Puts a matrix into the page. @returns the page's file */
export function fillBarePage(page: string, matrix: BareMatrix): string {
  fs.writeFileSync(path.join(page, 'matrix.js'), `window.MATRIX = ${JSON.stringify(matrix)};`);
  return path.join(page, 'index.html');
}

/** The matrix of a data file. */
export async function readBareMatrix(dataFile: string): Promise<Omit<BareMatrix, 'measures'>> {
  const backend = await openOurs(dataFile);
  const { agencies, currentPeriodId } = await backend.client.workspace.overview();
  const tasks = await backend.client.matrix.read({ periodId: currentPeriodId });
  await backend.close();
  const place = new Map(agencies.map((agency, index) => [agency.id, index]));
  return {
    agencies: agencies.map((agency) => agency.shortName),
    tasks: tasks.map(({ number, title, cells }) => ({
      number,
      title,
      marks: cells.map(({ agencyId, role }) => [place.get(agencyId) ?? 0, ROLE_MARKS[role]] as const),
    })),
  };
}
