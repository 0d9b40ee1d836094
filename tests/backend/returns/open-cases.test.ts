import { afterAll, describe, expect, it } from 'vitest';
import { lendIntake } from '#tests/helpers/lend-intake.ts';
import { OPEN_CASES_ABSENT, openCasesArePresent, readOpenCases } from '#tests/returns/open-cases/read-case.ts';
import { tryCase } from '#tests/returns/open-cases/try-case.ts';

/** Two days on which the same returns may come: in the month they speak of, and years later. */
const DAYS = ['2021-10-20', '2026-11-28'] as const;

const intake = lendIntake();
afterAll(intake.end);

const isPresent = openCasesArePresent();
const cases = isPresent ? readOpenCases() : [];

describe.skipIf(!isPresent).each(DAYS)(`returned workbooks (${isPresent ? '在' : OPEN_CASES_ABSENT}), on %s`, (day) => {
  it.each(cases)('$name: nothing lands that a careful person does not read', async (one) => {
    const { cells, chosenWithDoubt } = await tryCase(cases, one, new Date(`${day}T09:00:00`), intake);
    expect(cells.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(chosenWithDoubt).toBe(0);
  });
});
