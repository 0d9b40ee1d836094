import type { AgencyId, PeriodId, PlanId, SendingId, StepId } from './ids.ts';

/** What left the program: a table for superiors, a form for an agency, a superior's own form filled in, a PDF. */
export const SENDING_KINDS = ['table', 'form', 'template', 'paper'] as const;
export type SendingKind = (typeof SENDING_KINDS)[number];

export const SENDING_KIND_LABELS: Readonly<Record<SendingKind, string>> = {
  table: '表格',
  form: '填报表',
  template: '上级表格',
  paper: '打印稿',
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
};
