import path from 'node:path';
import { copyWorld } from '#tests/worlds/write-world.ts';
import { type Figure, figure } from './figure.ts';
import { measureStarts } from './startup.ts';
import { median } from './stats.ts';

const RUNS = 5;
const BEYOND_LIMIT_MS = 1_000;

/** From starting the process to the painted matrix of 500 × 120 × 12, and how much of it is beyond the bare page. */
export async function benchYearPaint(folder: string): Promise<readonly Figure[]> {
  const dataFile = await copyWorld('big', path.join(folder, '一年.db'));
  const { grid, ours } = await measureStarts(folder, dataFile, RUNS);
  const painted = (marks: typeof ours) => median(marks.map((mark) => mark.painted ?? Number.NaN));
  const [our, bare] = [painted(ours), painted(grid)];
  return [
    figure({
      name: 'year: file to painted matrix, beyond the bare page',
      unit: 'ms',
      ours: our - bare,
      peer: BEYOND_LIMIT_MS,
      against: 'one second',
      atMost: 1,
      note: `ours ${our.toFixed(0)} ms, bare page ${bare.toFixed(0)} ms, median of ${RUNS}, taking turns`,
    }),
  ];
}
