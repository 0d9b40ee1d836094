import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { type HighlightPlace, highlightCells } from '#renderer/grid/sheet/highlight.ts';
import { agencyColumnId, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import { taskRowId } from '#renderer/view/matrix-rows.ts';
import { shownAgencies } from '#renderer/view/shown-agencies.ts';
import { shownTasks } from '#renderer/view/shown-tasks.ts';
import { useMatrixView } from '#renderer/view/view-state.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { useWindowState } from '../../state/window-state.ts';
import { type FindGround, findHits, type Hit } from './find-hits.ts';
import { useFindState } from './find-state.ts';

export type Findings = {
  /** In what is on show: folded sections too, filtered and hidden rows not. */
  readonly hits: readonly Hit[];
  /** How many more there are in rows and columns that are filtered or hidden. */
  readonly elsewhere: number;
};

/** Looks through the matrix as the clerk sees it and lights up what was found. */
export function useFindings(overview: Overview, tasks: readonly MatrixTask[], period: PeriodView): Findings {
  const { words: typed, scope, matchCase, wholeCell, at } = useFindState();
  // A large plan takes longer to look through than the next letter to come; the letters come first.
  const words = useDeferredValue(typed);
  const view = useMatrixView((whole) => whole);
  const query = useWindowState((state) => state.filter);
  const progress = useQuery(orpc.progress.texts.queryOptions({ input: { periodId: period.id } })).data;
  const { agencies } = overview;

  const findings = useMemo((): Findings => {
    const wish = { words, matchCase, wholeCell };
    const whole: FindGround = { tasks, agencies, progress: progress ?? [] };
    const onShow: FindGround = {
      ...whole,
      tasks: shownTasks(tasks, agencies, view, query),
      agencies: shownAgencies(agencies, view, []),
    };
    const hits = findHits(onShow, scope, wish);
    return { hits, elsewhere: findHits(whole, scope, wish).length - hits.length };
  }, [words, scope, matchCase, wholeCell, tasks, agencies, progress, view, query]);

  useEffect(() => {
    const current = findings.hits.find((hit) => hit.id === at);
    highlightCells(findings.hits.map(placeOf), current ? placeOf(current) : null);
  }, [findings, at]);
  useEffect(() => () => highlightCells([], null), []);
  return findings;
}

function placeOf({ taskId, agencyId }: Hit): HighlightPlace {
  return {
    rowId: taskId === null ? null : taskRowId(taskId),
    columnId: agencyId === null ? TITLE_COLUMN : agencyColumnId(agencyId),
  };
}
