import { agencyMatches, asTaskNumber } from '#renderer/view/matrix-filter.ts';
import type { LeaderSummary } from '#shared/domain/leader-page.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview } from '#shared/domain/overview.ts';
import { foldText } from '../../text/fold-text.ts';
import { keyOfPage, type PageKind, type PageRef } from './page-desk.ts';

/** Marks the input that finds a page, which Ctrl+Shift+F puts the cursor into. */
export const PAGE_WORDS_ID = 'page-words';

/** A line of the chooser. */
export type PageChoice = {
  readonly key: string;
  readonly page: PageRef;
  /** Stands before the label: the number of a task. */
  readonly number?: string;
  readonly label: string;
  readonly hint: string;
};

/**
 * @param words a task's number or words of it, a unit's name or pinyin initials, a leader's name or post
 * @returns the pages of a kind that fit, in the order of the plan, the columns or the directory
 */
export function pageChoices(
  kind: PageKind,
  words: string,
  known: {
    readonly overview: Pick<Overview, 'agencies'>;
    readonly tasks: readonly MatrixTask[];
    readonly leaders: readonly LeaderSummary[];
  },
): readonly PageChoice[] {
  const wanted = foldText(words);
  switch (kind) {
    case 'task': {
      const number = asTaskNumber(words);
      return known.tasks
        .filter((task) =>
          number === undefined ? foldText(task.content + task.title).includes(wanted) : task.number === number,
        )
        .map(({ id, number: own, title }) => ({ ...choice({ kind, taskId: id }, title, ''), number: String(own) }));
    }
    case 'agency':
      return known.overview.agencies
        .filter((agency) => wanted === '' || agencyMatches(agency, words))
        .map(({ id, name, duties }) => choice({ kind, agencyId: id }, name, duties === 0 ? '' : `${duties}项`));
    case 'leader':
      return known.leaders
        .filter(({ name, post }) => foldText(name + post).includes(wanted))
        .map(({ name, tasks, overdue }) =>
          choice({ kind, name }, name, `${tasks}项${overdue > 0 ? ` · 逾期${overdue}` : ''}`),
        );
  }
}

function choice(page: PageRef, label: string, hint: string): PageChoice {
  return { key: keyOfPage(page), page, label, hint };
}
