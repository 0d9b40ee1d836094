import { AS_OF_DAY_HEADER, AS_OF_STEP_HEADER, type Moment } from '#shared/domain/moment.ts';

let moment: Moment | null = null;

/** Every call from now on is about this moment; `null`: about the present. */
export function putLookedAt(next: Moment | null): void {
  moment = next;
}

/** What a call says of the moment it is about. */
export function lookedAtHeaders(): Record<string, string> {
  return moment === null ? {} : { [AS_OF_STEP_HEADER]: String(moment.stepId), [AS_OF_DAY_HEADER]: moment.on };
}
