import { dayWords } from './late-text.ts';

/**
 * Whether something was due before its plan was there: nobody could have known, so it is never late.
 *
 * @param issuedOn when the plan was issued (ISO date); of a plan that names no date nothing is before it
 */
export function isBeforePlan(issuedOn: string, dueOn: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(issuedOn) && dueOn < issuedOn;
}

/** Why such a thing is not late, in one sentence. */
export function beforePlanWords(issuedOn: string, dueOn: string): string {
  return `计划于${dayWords(issuedOn)}印发，本期时限${dayWords(dueOn)}在印发之前，不计逾期`;
}
