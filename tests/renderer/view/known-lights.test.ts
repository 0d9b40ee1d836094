// Views outlive the rules they were made under.
import { expect, it } from 'vitest';
import { withoutUnknownLights } from '#renderer/view/known-lights.ts';
import { RED_YELLOW_GREEN_SET } from '#shared/domain/light-sets/red-yellow-green.ts';
import { WORDS_SET } from '#shared/domain/light-sets/words.ts';
import { agencyId } from '../a-matrix.ts';

const VIEW = {
  lights: ['overdue', 'red'],
  agencyFilters: {
    [agencyId(1)]: { roles: null, lights: ['overdue'] },
    [agencyId(2)]: { roles: ['lead'] as const, lights: ['overdue'] },
    [agencyId(3)]: { roles: null, lights: ['red', 'overdue'] },
  },
};

it('lights of other rules are dropped, and filters that were about nothing else with them', () => {
  expect(withoutUnknownLights(VIEW, RED_YELLOW_GREEN_SET.lights)).toEqual({
    lights: ['red'],
    agencyFilters: { 2: { roles: ['lead'], lights: null }, 3: { roles: null, lights: ['red'] } },
  });
});

it('a view that fits the rules is left alone', () => {
  const view = { lights: ['overdue'], agencyFilters: { [agencyId(1)]: { roles: null, lights: ['done'] } } };
  expect(withoutUnknownLights(view, WORDS_SET.lights)).toBeNull();
});
