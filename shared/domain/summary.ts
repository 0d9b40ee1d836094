import type { AgencyId, PeriodId, TaskId } from './ids.ts';
import type { ProgressText } from './progress.ts';
import type { Role } from './role.ts';

/** The parts of a summary, which are the texts of an entry: 进展, 问题, 下步. */
export const SUMMARY_PARTS = ['narrative', 'problems', 'nextSteps'] as const;
export type SummaryPart = (typeof SUMMARY_PARTS)[number];

/** Longest sentence of a summary: what one workbook cell can hold (pitfall 34). */
export const SENTENCE_MAX = 32_767;
/** Most sentences of a summary. */
export const SENTENCES_MAX = 2_000;

/** Where a sentence stands word for word. */
export type SentenceSource = {
  readonly agencyId: AgencyId;
  readonly field: SummaryPart;
  /** As it stood there when the draft was made. */
  readonly verbatim: string;
};

/**
 * A sentence of the lead's summary.
 *
 * - `quoted`: word for word an entry's; folded duplicates have several sources
 * - `edited`: was quoted and then changed by hand; keeps its sources
 * - `own`: written by hand
 * - `program`: a connective the program put in, such as the name of the agency whose sentences follow
 */
export type SummarySentence = {
  readonly part: SummaryPart;
  readonly kind: 'quoted' | 'edited' | 'own' | 'program';
  readonly text: string;
  readonly sources: readonly SentenceSource[];
};

/** A sentence with what has become of its entry: `changed` 原文已变, `gone` the entry is no more. */
export type CheckedSentence = SummarySentence & { readonly stale: 'changed' | 'gone' | null };

/** An entry a summary is drawn from. */
export type SummarySource = ProgressText & {
  /** Full name. */
  readonly agency: string;
  readonly shortName: string;
  readonly role: Role;
};

/** 汇总稿 of a task's lead for a period. */
export type Summary = {
  readonly taskId: TaskId;
  readonly task: number;
  readonly title: string;
  readonly periodId: PeriodId;
  readonly period: string;
  /** The lead it is written for; in a task without one the agency named first, or the one that was chosen. */
  readonly agencyId: AgencyId;
  readonly agency: string;
  /** Whether the task has a lead. */
  readonly hasLead: boolean;
  /** Whose summary it can be: the leads; of a task without one, all that owe it. */
  readonly leads: readonly { readonly agencyId: AgencyId; readonly agency: string }[];
  readonly closed: boolean;
  /** Whether it was saved; else it is a draft made just now. */
  readonly saved: boolean;
  /** Whether it was written into the lead's entry as it stands. */
  readonly adopted: boolean;
  readonly sentences: readonly CheckedSentence[];
  /** Sentences of entries that the saved ones do not have: written after it was made. */
  readonly added: readonly SummarySentence[];
  readonly sources: readonly SummarySource[];
  /** Those that owe the task and reported nothing. */
  readonly silent: readonly { readonly agencyId: AgencyId; readonly agency: string }[];
  /** What the lead's entry says now. */
  readonly entry: Pick<ProgressText, SummaryPart>;
};

const PART_END = /[，、：:]$/u;

/**
 * The sentences of a part as one text, in their order. A program's connective that nothing follows is left out.
 */
export function textOfPart(sentences: readonly SummarySentence[], part: SummaryPart): string {
  const own = sentences.filter((sentence) => sentence.part === part && sentence.text.trim() !== '');
  return own
    .filter(({ kind }, index) => kind !== 'program' || (own[index + 1] && own[index + 1]?.kind !== 'program'))
    .map(({ text }) => endedSentence(text.trim()))
    .join('');
}

/** Sentences that were cut at the end of a line get the full stop that keeps them apart. */
function endedSentence(text: string): string {
  return /[。！？!?；;…）”』】]$/u.test(text) || PART_END.test(text) ? text : `${text}。`;
}
