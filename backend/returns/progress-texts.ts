import type { ProgressField, ProgressView } from '#shared/domain/progress.ts';
import { statusText } from '#shared/domain/status.ts';

/** A progress entry as texts, one per field. */
export type ProgressTexts = Readonly<Record<ProgressField, string>>;

/** An entry that nobody has filled in. */
export const NO_PROGRESS: ProgressTexts = {
  status: '',
  percent: '',
  narrative: '',
  problems: '',
  nextSteps: '',
  reportedOn: '',
};

/**
 * A progress entry as texts, one per field, for comparing what was sent, what came back and what stands:
 * the status in Chinese, the percentage as a plain number, the date in ISO form, nothing as an empty text.
 */
export function progressTexts(progress: ProgressView | null): ProgressTexts {
  return {
    status: statusText(progress?.status ?? null),
    percent: progress?.percent == null ? '' : String(progress.percent),
    narrative: progress?.narrative ?? '',
    problems: progress?.problems ?? '',
    nextSteps: progress?.nextSteps ?? '',
    reportedOn: progress?.reportedOn ?? '',
  };
}

/** A value of a target as a text, for the same comparing. */
export function targetText(value: number | null): string {
  return value === null ? '' : String(value);
}
