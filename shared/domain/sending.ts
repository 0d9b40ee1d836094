import type { AgencyId, PeriodId, PlanId, SendingId, StepId } from './ids.ts';

/** What left the program as a workbook: a table for superiors, a form for an agency, a superior's own form filled in. */
export const SENDING_KINDS = ['table', 'form', 'template'] as const;
export type SendingKind = (typeof SENDING_KINDS)[number];

export const SENDING_KIND_LABELS: Readonly<Record<SendingKind, string>> = {
  table: '表格',
  form: '填报表',
  template: '上级表格',
};

/** The state of the data file that a file shows: what stood after a step, judged on a day (ISO). */
export type SentState = { readonly stepId: StepId; readonly on: string };

/** What was asked of the program, enough to make the file again: the call, and its params without the file. */
export type SentRequest = { readonly call: string; readonly input: Readonly<Record<string, unknown>> };

/** A file that has left, as the log of exports is told of it. */
export type SentFile = {
  readonly kind: SendingKind;
  /** Chinese name of the layout or the template. */
  readonly what: string;
  readonly planId: PlanId | null;
  readonly periodId: PeriodId | null;
  readonly agencyId: AgencyId | null;
  readonly request: SentRequest;
  /** Its name, without a path. */
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** Chinese sentences: what was cut or left out. */
  readonly notices: readonly string[];
  /** Taken in the same synchronous look as what the file says. */
  readonly state: SentState;
};

/** An entry of the log of exports (发出记录). */
export type Sending = SentFile & {
  readonly id: SendingId;
  /** ISO date and time. */
  readonly sentAt: string;
  /** To whom, as typed by a person: 报送市食安办. */
  readonly sentTo: string;
  /** Names of what it is about; empty for what is gone since, and for what it is not about. */
  readonly plan: string;
  readonly period: string;
  readonly agency: string;
  /** When the step was made whose state it shows (ISO date and time). */
  readonly stateAt: string;
};

/** An entry as it is shown. */
export type SendingView = Sending & {
  /** It can be written again from the log of steps. */
  readonly isRemade: boolean;
  /** What it said can be told again, to be compared. */
  readonly isComparable: boolean;
};

/** Which sending a file is that somebody holds. */
export type FoundSending = {
  readonly fileName: string;
  /** `unchanged`: these very bytes went out. `altered`: a file of that name went out, with other bytes. */
  readonly state: 'unchanged' | 'altered';
  /** The sendings it may be, the newest first. */
  readonly sendings: readonly SendingView[];
};

/** Longest text that says to whom a file went. */
export const SENT_TO_MAX = 200;
