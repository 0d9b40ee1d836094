import type { ReadWarning, Repair } from '#shared/domain/plan-reading.ts';
import type { RawReading } from '../roles/role-grammar.ts';
import type { TextView } from '../text/text-view.ts';

/** A responsibility found in a paragraph view: `[start, end)` is what leaves the content. */
export type FoundResponsibility = Readonly<{ start: number; end: number; words: TextView; reading: RawReading }>;

export type Findings = Readonly<{
  responsibilities: readonly FoundResponsibility[];
  repairs: readonly Repair[];
  warnings: readonly ReadWarning[];
}>;
