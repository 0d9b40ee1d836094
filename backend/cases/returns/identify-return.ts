import type { prepareIdentify } from '#backend/returns/identity/identify.ts';
import type { Identity } from '#backend/returns/identity/identity-ground.ts';
import type { ReturnPlace } from '#db/commands/return.commands.ts';
import type { ReturnRefusal } from '#db/queries/return.queries.ts';
import type { ReturnHold, ReturnWitness } from '#shared/domain/return-review.ts';
import { AppError } from '#shared/errors.ts';
import { NO_PLACE, type Reviewable } from './reviewable.ts';

/** Whose a return is, as far as can be said now. */
export type Identified = {
  readonly place: ReturnPlace;
  readonly witnesses: readonly ReturnWitness[];
  readonly held: ReturnHold | null;
  readonly doubts: readonly string[];
  readonly notes: readonly string[];
  readonly refusal: ReturnRefusal | null;
};

type Identify = ReturnType<typeof prepareIdentify>;

const NOTHING = { place: NO_PLACE, witnesses: [], held: null, doubts: [], notes: [], refusal: null } as const;

/**
 * Whose a return is: what the clerk said, else what stands in it. One that was told apart when it came stays with
 * whom it was given to, whatever was sent since.
 */
export function identifyReturn(identify: Identify, reviewable: Reviewable): Identified {
  const { table, fileName, kind, namedBy, place, state } = reviewable;
  if (!table) return { ...NOTHING, place, refusal: reviewable.refusal };
  if (kind === 'data-file') return { ...NOTHING, place };
  const isSettled = place.periodId !== null && (namedBy === 'clerk' || state !== 'received');
  try {
    const fresh = namedBy === 'clerk' ? null : identify(table, fileName);
    if (!isSettled && fresh) return identified(fresh);
    if (fresh?.known && fresh.known.agencyId === place.agencyId && fresh.known.periodId === place.periodId) {
      return { ...identified(fresh), place };
    }
    const { agencyId, periodId } = place;
    const said = identify(table, fileName, {
      ...(agencyId === null ? {} : { agencyId }),
      ...(periodId === null ? {} : { periodId }),
    });
    return isSettled ? { ...identified(said), place, held: null } : identified(said);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...NOTHING, place, refusal: { code: error.code, details: error.details } };
  }
}

function identified(identity: Identity): Identified {
  const { witnesses, doubts, notes, held } = identity;
  const place = identity.known ?? { ...identity.likely, formId: null };
  return { place, witnesses, doubts, notes, held, refusal: null };
}
