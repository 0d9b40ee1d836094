import { type ProgressPatch, ProgressPatchSchema } from '#shared/contract/progress.contract.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { parseStatus } from '#shared/domain/status.ts';

/**
 * A field's text in the form's own writing (progress-texts.ts) as a patch, held to what typing is held to.
 *
 * @returns `null` when the text is no value of the field: a status of nobody's making, 140 as a percentage
 */
export function patchOf(field: ProgressField, text: string): ProgressPatch | null {
  const parsed = ProgressPatchSchema.safeParse({ [field]: valueIn(field, text) });
  return parsed.success ? parsed.data : null;
}

function valueIn(field: ProgressField, text: string): unknown {
  switch (field) {
    case 'status':
      // An unknown word is no status; `null` says that nobody said one.
      return text === '' ? null : (parseStatus(text) ?? text);
    case 'percent':
      return text === '' ? null : Number(text.trim().replace(/[%％]$/u, '') || Number.NaN);
    case 'reportedOn':
      return text === '' ? null : text.trim();
    case 'narrative':
    case 'problems':
    case 'nextSteps':
      return text;
  }
}
