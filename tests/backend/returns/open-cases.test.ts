import { afterAll, describe, expect, it } from 'vitest';
import { lendIntake } from '#tests/helpers/lend-intake.ts';
import { OPEN_CASES_ABSENT, openCasesArePresent, readOpenCases } from '#tests/returns/open-cases/read-case.ts';
import { tryCase } from '#tests/returns/open-cases/try-case.ts';

/** The day the forms of the cases went out, and came back. */
const THAT_DAY = '2026-11-28';
/** A day in the month the forms speak of, as on a computer whose clock is wrong: what came after what, the log says. */
const DAY_OF_THE_MONTH = '2021-10-20';
/** Cells that land without help; the others are asked, none is only noted or refused. */
const LANDED_MIN = 218;
const ALL_CASES_LIMIT_MS = 120_000;

const intake = lendIntake();
afterAll(intake.end);

const isPresent = openCasesArePresent();
const cases = isPresent ? readOpenCases() : [];
const tryOn = (day: string, one: (typeof cases)[number]) => tryCase(cases, one, new Date(`${day}T09:00:00`), intake);

describe.skipIf(!isPresent)(`returned workbooks (${isPresent ? '在' : OPEN_CASES_ABSENT})`, () => {
  it.each(cases)('$name: nothing lands that a careful person does not read', async (one) => {
    const { cells, chosenWithDoubt } = await tryOn(THAT_DAY, one);
    expect(cells.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(chosenWithDoubt).toBe(0);
  });

  it.each(cases)('$name: nor by a clock that is wrong', async (one) => {
    const { cells, chosenWithDoubt } = await tryOn(DAY_OF_THE_MONTH, one);
    expect(cells.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(chosenWithDoubt).toBe(0);
  });

  it('land for the most part, and the rest is asked', { timeout: ALL_CASES_LIMIT_MS }, async () => {
    const verdicts: string[] = [];
    for (const one of cases) verdicts.push(...(await tryOn(THAT_DAY, one)).cells.map(({ verdict }) => verdict));
    expect(verdicts.filter((verdict) => verdict === 'landed').length).toBeGreaterThanOrEqual(LANDED_MIN);
    expect(verdicts.filter((verdict) => verdict === 'note' || verdict === 'refused')).toEqual([]);
  });
});
