import { PROGRESS_TEXT_MAX, type ProgressPatch } from '#shared/contract/progress.contract.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import type { Status } from '#shared/domain/status.ts';
import { parseDateText } from '../../text/parse-date.ts';
import type { ValueDraft } from './value-draft.ts';

/** The form as typed: texts, because a half-typed number is still a text. `status` `null`: nobody said one. */
export type ProgressDraft = {
  readonly status: Status | null;
  readonly percent: string;
  readonly reportedOn: string;
  readonly narrative: string;
  readonly problems: string;
  readonly nextSteps: string;
  readonly reporter: string;
  /** What was typed for targets and is not stored yet. */
  readonly values: ValueDraft;
};

export type DraftField = Exclude<keyof ProgressDraft, 'values'>;

export const EMPTY_DRAFT: ProgressDraft = {
  status: null,
  percent: '',
  reportedOn: '',
  narrative: '',
  problems: '',
  nextSteps: '',
  reporter: '',
  values: {},
};

/** What the form shows for what is stored. */
export function progressDraftOf(progress: ProgressView | null): ProgressDraft {
  if (progress === null) return EMPTY_DRAFT;
  return {
    status: progress.status,
    percent: progress.percent === null ? '' : String(progress.percent),
    reportedOn: progress.reportedOn ?? '',
    narrative: progress.narrative,
    problems: progress.problems,
    nextSteps: progress.nextSteps,
    reporter: progress.reporter,
    values: {},
  };
}

/** `80`, `80%`, `８０％` → 80. @returns `null` for an empty text, `undefined` when it is no share of a hundred */
export function parsePercent(text: string): number | null | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '').replace(/%$/u, '');
  if (folded === '') return null;
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(folded) ? Number(folded) : Number.NaN;
  return value >= 0 && value <= 100 ? value : undefined;
}

/** A change of the form: one field, and nothing that nobody said. An empty status: none is given (未注明). */
export function editDraft(draft: ProgressDraft, field: DraftField, value: string): ProgressDraft {
  return { ...draft, [field]: field === 'status' && value === '' ? null : value };
}

/** Either the fields that differ from what is stored, or a sentence about the field that cannot be read. */
export type DraftReading =
  | { readonly kind: 'same' }
  | { readonly kind: 'patch'; readonly patch: ProgressPatch }
  | { readonly kind: 'unreadable'; readonly field: DraftField; readonly message: string };

/**
 * Compares the form with what is stored.
 *
 * @param today ISO date that lends its year to dates typed without one
 */
export function readDraft(draft: ProgressDraft, stored: ProgressView | null, today: string): DraftReading {
  const percent = parsePercent(draft.percent);
  if (percent === undefined) {
    return unreadable('percent', `完成比例“${draft.percent}”无法识别，没有保存。请填 0 到 100 的数字。`);
  }
  const reportedOn = parseDateText(draft.reportedOn, today);
  if (reportedOn === undefined) {
    return unreadable('reportedOn', `填报日期“${draft.reportedOn}”无法识别，没有保存。请按 2021-10-15 的样子填写。`);
  }
  const long = TEXT_FIELDS.find((field) => draft[field].length > PROGRESS_TEXT_MAX);
  if (long) return unreadable(long, `文字超过 ${PROGRESS_TEXT_MAX} 个字，没有保存。请分开填写或精简。`);

  const before = progressDraftOf(stored);
  const patch: ProgressPatch = {
    ...(draft.status === before.status ? {} : { status: draft.status }),
    ...(percent === (stored?.percent ?? null) ? {} : { percent }),
    ...(reportedOn === (stored?.reportedOn ?? null) ? {} : { reportedOn }),
    ...Object.fromEntries(
      TEXT_FIELDS.filter((field) => draft[field] !== before[field]).map((field) => [field, draft[field]]),
    ),
  };
  return Object.keys(patch).length === 0 ? { kind: 'same' } : { kind: 'patch', patch };
}

const TEXT_FIELDS = ['narrative', 'problems', 'nextSteps', 'reporter'] as const;

function unreadable(field: DraftField, message: string): DraftReading {
  return { kind: 'unreadable', field, message };
}
