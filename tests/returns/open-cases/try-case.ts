import path from 'node:path';
import type { Status } from '#shared/domain/status.ts';
import type { LentIntake } from '#tests/helpers/lend-intake.ts';
import { type Desk, openDesk } from '../office/desk.ts';
import { progressCells } from '../office/progress-cells.ts';
import { takeReturns } from '../office/take-returns.ts';
import { type JudgedCell, judgeCase } from './judge-case.ts';
import { namedElsewhere, OPEN_CASES_BASE, type OpenCase } from './read-case.ts';

export type TriedCase = {
  readonly name: string;
  readonly cells: readonly JudgedCell[];
  /** Items that were chosen beforehand although something casts a doubt on them. */
  readonly chosenWithDoubt: number;
  readonly review: Awaited<ReturnType<typeof takeReturns>>['review'];
};

/** A first return, taken in before the one that is tried. */
const FIRST = /^第一次/u;
/** The same file comes again after the clerk corrected what it said. */
const SENT_TWICE = /^A22-/u;
const CORRECTION = { task: 7, agency: '县农业农村局', period: '2021-10' } as const;
const CORRECTED = { status: 'done' satisfies Status, percent: 100, narrative: '经办人改为：检查 20 家' } as const;

const isFirst = (file: string): boolean => FIRST.test(path.basename(file));

/** Takes a case in on a fresh copy of the data file its forms were sent from, and judges every cell. */
export async function tryCase(cases: readonly OpenCase[], mine: OpenCase, now: Date, intake: LentIntake) {
  const desk = await openDesk(OPEN_CASES_BASE, now, intake);
  try {
    const earlier = SENT_TWICE.test(mine.name) ? mine.files : mine.files.filter(isFirst);
    if (earlier.length > 0) await takeReturns(desk, earlier);
    if (SENT_TWICE.test(mine.name)) await correct(desk);
    const before = progressCells(desk.dataFile);
    const { review } = await takeReturns(
      desk,
      mine.files.filter((file) => !isFirst(file)),
    );
    const after = progressCells(desk.dataFile);
    const cells = judgeCase(mine, namedElsewhere(cases, mine), review, before, after);
    const items = review.files.flatMap((file) => file.items);
    const chosenWithDoubt = items.filter(({ chosen, doubt }) => chosen && doubt !== '').length;
    return { name: mine.name, cells, chosenWithDoubt, review } satisfies TriedCase;
  } finally {
    await desk.close();
  }
}

async function correct({ client }: Desk): Promise<void> {
  const { periods, agencies } = await client.workspace.overview();
  const periodId = periods.find(({ label }) => label === CORRECTION.period)?.id;
  const agencyId = agencies.find(({ name }) => name === CORRECTION.agency)?.id;
  if (periodId === undefined || agencyId === undefined) throw new Error('not the data file of the cases');
  const tasks = await client.matrix.read({ periodId });
  const taskId = tasks.find(({ number }) => number === CORRECTION.task)?.id;
  if (taskId === undefined) throw new Error('not the plan of the cases');
  await client.progress.set({ entries: [{ taskId, agencyId, periodId, patch: CORRECTED }] });
}
