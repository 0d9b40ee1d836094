import type { PeriodStanding } from '#shared/domain/period-standing.ts';

/** What is asked over the list of periods. */
export type PeriodQuestion =
  | { readonly kind: 'close' | 'reopen' | 'due'; readonly period: PeriodStanding }
  | { readonly kind: 'carry'; readonly into: PeriodStanding }
  | { readonly kind: 'make' }
  | { readonly kind: 'own' };
