import { describe, expect, it } from 'vitest';
import { type ExportChoices, isOfPeriod, scopeOf } from '#renderer/features/exports/export-choices.ts';
import { AgencyIdSchema, PeriodIdSchema, PlanIdSchema, TaskIdSchema } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { aLayout } from './a-layout.ts';

const overview = { plan: { id: PlanIdSchema.parse(1) } } as Overview;
const police = AgencyIdSchema.parse(7);
const shown = { taskIds: [TaskIdSchema.parse(3)], agencyIds: [police] };
const choices: ExportChoices = {
  periodId: PeriodIdSchema.parse(2),
  scope: 'all',
  paper: null,
  ink: 'colour',
  withLights: true,
  dutyId: null,
};

describe('what an exported table is about', () => {
  it('is everything, on the layout’s own paper, unless something else was chosen', () => {
    expect(scopeOf(choices, aLayout(), overview, shown)).toEqual({ planId: 1, periodId: 2 });
    expect(scopeOf({ ...choices, paper: 'A3' }, aLayout(), overview, shown)).toMatchObject({ paper: 'A3' });
  });

  it('is what the matrix shows, or one agency', () => {
    expect(scopeOf({ ...choices, scope: 'shown' }, aLayout(), overview, shown)).toMatchObject(shown);
    expect(scopeOf({ ...choices, scope: 'shown' }, aLayout(), overview, null)).not.toHaveProperty('taskIds');
    expect(scopeOf({ ...choices, scope: police }, aLayout(), overview, shown)).toMatchObject({ agencyIds: [police] });
  });

  it('has lights below marks only where there are marks', () => {
    expect(scopeOf(choices, aLayout(['title', 'agencies']), overview, shown)).toMatchObject({ withLights: true });
    expect(scopeOf(choices, aLayout(), overview, shown)).not.toHaveProperty('withLights');
  });
});

describe('the name of an exported file', () => {
  it('says the period when the table does', () => {
    expect(isOfPeriod(aLayout())).toBe(false);
    expect(isOfPeriod(aLayout(['serial', 'title', 'agencies', 'dutyCount', 'blank']))).toBe(false);
    expect(isOfPeriod(aLayout(['title', 'narrative']))).toBe(true);
    expect(isOfPeriod({ ...aLayout(), title: '任务表（{{期}}）' })).toBe(true);
    expect(isOfPeriod(aLayout(['agency'], 'entry'))).toBe(true);
  });
});
