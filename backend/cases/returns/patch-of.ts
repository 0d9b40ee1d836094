import { assertNever } from '#shared/assert-never.ts';
import type { ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { ProgressField } from '#shared/domain/progress.ts';
import { parseStatus } from '#shared/domain/status.ts';

/** A field's text in the form's own writing (backend/returns/progress-texts.ts) as a patch. */
export function patchOf(field: ProgressField, text: string): ProgressPatch {
  switch (field) {
    case 'status': {
      if (text === '') return { status: null };
      const status = parseStatus(text);
      return status ? { status } : {};
    }
    case 'percent':
      return { percent: text === '' ? null : Number(text) };
    case 'reportedOn':
      return { reportedOn: text === '' ? null : text };
    case 'narrative':
    case 'problems':
    case 'nextSteps':
      return { [field]: text };
    default:
      return assertNever(field);
  }
}
