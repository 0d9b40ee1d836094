import type { AgencyId, TaskId } from '#shared/domain/ids.ts';
import type { ProgressView } from '#shared/domain/progress.ts';
import { NOTHING_REPORTED } from '#shared/domain/progress.ts';
import { ROLES, type Role } from '#shared/domain/role.ts';
import {
  SUMMARY_PARTS,
  type Summary,
  type SummarySentence,
  type SummarySource,
  textOfPart,
} from '#shared/domain/summary.ts';
import { draftSentences } from '../summary/draft-sentences.ts';

/** An agency that owes a task, and what it reported. */
export type Sayer = {
  readonly taskId: TaskId;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly shortName: string;
  readonly role: Role;
  readonly entry: ProgressView | undefined;
};

export type RowTold = Pick<
  ProgressView,
  'status' | 'percent' | 'narrative' | 'problems' | 'nextSteps' | 'reportedOn' | 'reporter'
> & {
  /** Whose status and percentage it is; `null`: nobody reported. */
  readonly by: Sayer | null;
};

const NOTHING: RowTold = { ...NOTHING_REPORTED, by: null };

/**
 * What several agencies reported, as one row tells it: status and percentage are the first's that reported, the lead
 * before the others; the words are the lead's, then the others' by their names, each sentence once. A lead's entry that
 * is a summary of the others already stands alone.
 *
 * @param sayers in the order of the document
 */
export function toldTogether(sayers: readonly Sayer[]): RowTold {
  const speaking = sayers
    .filter(({ entry }) => entry !== undefined)
    .toSorted((one, other) => ROLES.indexOf(one.role) - ROLES.indexOf(other.role));
  const [first] = speaking;
  if (first?.entry === undefined) return NOTHING;
  const { status, percent, reportedOn, reporter } = first.entry;
  const about = { status, percent, reportedOn, reporter, by: first };
  const isAlone = speaking.length === 1 && (first.role === 'lead' || sayers.length === 1);
  if (isAlone || (first.role === 'lead' && first.entry.origin === 'summary'))
    return { ...about, ...wordsOf(first.entry) };
  return { ...about, ...textsOf(draftSentences(speaking.map(sourceOf))) };
}

/** What a lead's summary says, with the status and percentage of its entry. */
export function toldBySummary(lead: Sayer, sentences: Summary['sentences'] | readonly SummarySentence[]): RowTold {
  const { status, percent, reportedOn, reporter } = lead.entry ?? NOTHING;
  return { status, percent, reportedOn, reporter, by: lead, ...textsOf(sentences) };
}

type Words = Pick<RowTold, 'narrative' | 'problems' | 'nextSteps'>;

function wordsOf({ narrative, problems, nextSteps }: ProgressView): Words {
  return { narrative, problems, nextSteps };
}

function textsOf(sentences: readonly SummarySentence[]): Words {
  const [narrative = '', problems = '', nextSteps = ''] = SUMMARY_PARTS.map((part) => textOfPart(sentences, part));
  return { narrative, problems, nextSteps };
}

function sourceOf({ taskId, agencyId, name, shortName, role, entry }: Sayer): SummarySource {
  const words = entry ? wordsOf(entry) : { narrative: '', problems: '', nextSteps: '' };
  return { taskId, agencyId, agency: name, shortName, role, ...words };
}
