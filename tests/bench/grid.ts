import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { buildBarePage, fillBarePage, type GridMeasures, readBareMatrix } from './bare-page.ts';
import { type PlanSize, writeBigPlan } from './big-plan.ts';
import { type Figure, figure } from './figure.ts';
import {
  bare,
  type GridRun,
  type KeyDelays,
  type Launch,
  measureFill,
  measureKeys,
  measurePaste,
  measureRun,
  ours,
  withProgram,
} from './grid-run.ts';
import { median, percentile } from './stats.ts';

const SIZES: readonly PlanSize[] = [
  { tasks: 53, agencies: 26 },
  { tasks: 2_000, agencies: 100 },
  { tasks: 10_000, agencies: 200 },
];
const RUNS = 3;
const FIRST_RENDER_AT_MOST = 1.25;
const FRAMES_AT_LEAST = 0.95;
const FRAME_MS = 16;
const CHANGE_LIMIT_MS = 1_000;
const PEER = 'bare React + AG Grid page, same data, rows and window';

/**
 * The matrix in the real program against a bare AG Grid page with the same data in a window of the same size, taking
 * turns: first render, frames while scrolling, memory, and from a key to the paint of what it did.
 */
export async function benchGrid(): Promise<readonly Figure[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zeren-bench-'));
  try {
    const page = await buildBarePage(folder);
    const figures: Figure[] = [];
    for (const size of SIZES) figures.push(...(await benchSize(folder, page, size)));
    return figures;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function benchSize(folder: string, barePage: string, size: PlanSize): Promise<readonly Figure[]> {
  const name = `${size.tasks} × ${size.agencies}`;
  const dataFile = path.join(folder, `${size.tasks}.db`);
  writeBigPlan(dataFile, size);
  const userData = (of: string) => path.join(folder, `${of}-${size.tasks}`);
  const oursArgs = ours(dataFile, userData('ours'));
  // The first start is not counted; it tells how large our grid and its cells are.
  const shape = await withProgram({ args: oursArgs, uncapped: false }, gridShape);
  const bareFile = fillBarePage(barePage, { ...(await readBareMatrix(dataFile)), measures: shape.measures });
  const bareArgs = bare(bareFile, shape.size, userData('bare'));
  await withProgram({ args: bareArgs, uncapped: false }, async () => undefined);

  const runs = { ours: [] as GridRun[], bare: [] as GridRun[] };
  const keys = { ours: [] as KeyDelays[], bare: [] as KeyDelays[] };
  for (let run = 0; run < RUNS; run++) {
    for (const [who, args] of [
      ['bare', bareArgs],
      ['ours', oursArgs],
    ] as const) {
      runs[who].push(await withProgram({ args, uncapped: false }, measureRun));
      keys[who].push(await withProgram({ args, uncapped: true }, measureKeys));
    }
  }
  const of = (value: (run: GridRun) => number) => ({
    ours: median(runs.ours.map(value)),
    peer: median(runs.bare.map(value)),
  });
  const p95 = (value: (delays: KeyDelays) => readonly number[]) => ({
    ours: percentile(keys.ours.flatMap(value), 0.95),
    peer: percentile(keys.bare.flatMap(value), 0.95),
  });
  const changes =
    size.agencies < 100
      ? []
      : [
          await benchChange(`${name}: 10,000 cells pasted`, dataFile, oursArgs, measurePaste),
          await benchChange(`${name}: 10,000 cells filled`, dataFile, oursArgs, measureFill),
        ];
  const focus = p95((delays) => delays.focus);
  const note = `median of ${RUNS}; cells in the page ${of((run) => run.cells).ours}, bare ${of((run) => run.cells).peer}`;
  return [
    figure({
      name: `${name}: first render`,
      unit: 'ms',
      ...of((run) => run.firstRender),
      against: PEER,
      atMost: FIRST_RENDER_AT_MOST,
      note: `from the rows in the page's memory; ${note}`,
    }),
    figure({
      name: `${name}: opened page to first render`,
      unit: 'ms',
      ...of((run) => run.opened),
      against: PEER,
      note: 'ours reads the data file in another process, the bare page a script',
    }),
    figure({
      name: `${name}: frames scrolling down`,
      unit: 'fps',
      ...of((run) => run.fpsDown),
      against: PEER,
      atLeast: FRAMES_AT_LEAST,
      note,
    }),
    figure({
      name: `${name}: frames scrolling across`,
      unit: 'fps',
      ...of((run) => run.fpsAcross),
      against: PEER,
      atLeast: FRAMES_AT_LEAST,
      note,
    }),
    figure({ name: `${name}: memory of the page`, unit: 'MB', ...of((run) => run.memory), against: PEER, note }),
    figure({
      name: `${name}: focus move to paint, p95`,
      unit: 'ms',
      ours: focus.ours,
      peer: FRAME_MS,
      against: 'one frame',
      atMost: 1,
      note: `bare grid ${focus.peer.toFixed(1)} ms`,
    }),
    figure({
      name: `${name}: first letter to paint, p95`,
      unit: 'ms',
      ...p95((delays) => delays.typing),
      against: PEER,
      note: '',
    }),
    ...changes,
  ];
}

/** 10,000 cells changed at once: stored and painted, with the undo steps it took. */
async function benchChange(
  name: string,
  dataFile: string,
  args: readonly string[],
  measure: (launch: Launch) => Promise<number>,
): Promise<Figure> {
  const steps = () => {
    const db = new Database(dataFile, { readonly: true });
    const count = Number(db.prepare('SELECT count(*) FROM step').pluck().get());
    db.close();
    return count;
  };
  const before = steps();
  const ms = await withProgram({ args, uncapped: false }, measure);
  return figure({
    name: `${name}, stored and painted`,
    unit: 'ms',
    ours: ms,
    peer: CHANGE_LIMIT_MS,
    against: 'one second',
    atMost: 1,
    note: `undo steps: ${steps() - before}`,
  });
}

type GridShape = { readonly size: string; readonly measures: GridMeasures };

/** How large our grid, its rows and its columns are, so that the peer has as many cells on show. */
async function gridShape({ page }: Launch): Promise<GridShape> {
  return page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const grid = box('.matrix-grid');
    return {
      size: `${Math.round(grid.width)}x${Math.round(grid.height)}`,
      measures: {
        rowHeight: Math.round(box('.ag-row[row-id^="task-"]').height),
        headerHeight: Math.round(box('.ag-header').height),
        number: Math.round(box('.ag-cell[col-id="number"]').width),
        title: Math.round(box('.ag-cell[col-id="title"]').width),
        agency: Math.round(box('.ag-cell[col-id^="agency-"]').width),
      },
    };
  });
}
