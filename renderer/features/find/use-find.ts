import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { ledgerStore } from '#renderer/grid/ledger/ledger-model.ts';
import { type HighlightPlace, highlightCells } from '#renderer/grid/sheet/highlight.ts';
import { agencyColumnId, TITLE_COLUMN } from '#renderer/view/column-ids.ts';
import { ledgerColumn, lineId } from '#renderer/view/ledger-lines.ts';
import { taskRowId } from '#renderer/view/matrix-rows.ts';
import { shownAgencies } from '#renderer/view/shown-agencies.ts';
import { shownTasks } from '#renderer/view/shown-tasks.ts';
import { useMatrixView } from '#renderer/view/view-state.ts';
import type { MatrixTask } from '#shared/domain/matrix.ts';
import type { Overview, PeriodView } from '#shared/domain/overview.ts';
import { orpc } from '../../bridge/client.ts';
import { ledgerShown } from '../../state/ledger-query.ts';
import { useScreen } from '../../state/screen.ts';
import { useWindowState } from '../../state/window-state.ts';
import { type FindGround, findHits, findInLedger, type Hit } from './find-hits.ts';
import { useFindState } from './find-state.ts';

export type Findings = {
  /** In what is on show: folded sections too, filtered and hidden rows not. */
  readonly hits: readonly Hit[];
  /** How many more there are in rows and columns that are filtered or hidden. */
  readonly elsewhere: number;
};

/** Looks through the screen in front as the clerk sees it and lights up what was found. */
export function useFindings(overview: Overview, tasks: readonly MatrixTask[], period: PeriodView): Findings {
  const { words: typed, scope, matchCase, wholeCell, at } = useFindState();
  // A large plan takes longer to look through than the next letter to come; the letters come first.
  const words = useDeferredValue(typed);
  const view = useMatrixView((whole) => whole);
  const query = useWindowState((state) => state.filter);
  const progress = useQuery(orpc.progress.texts.queryOptions({ input: { periodId: period.id } })).data;
  const { agencies } = overview;
  const screen = useScreen();
  const ledgerSheet = ledgerStore.use((state) => state.sheet);

  const findings = useMemo((): Findings => {
    const wish = { words, matchCase, wholeCell };
    if (screen === 'ledger') {
      const shown = ledgerSheet.rows.map(({ row }) => row);
      const hits = findInLedger(shown, scope, wish);
      return { hits, elsewhere: findInLedger(ledgerShown() ?? shown, scope, wish).length - hits.length };
    }
    const whole: FindGround = { tasks, agencies, progress: progress ?? [] };
    const onShow: FindGround = {
      ...whole,
      tasks: shownTasks(tasks, agencies, view, query),
      agencies: shownAgencies(agencies, view, []),
    };
    const hits = findHits(onShow, scope, wish);
    return { hits, elsewhere: findHits(whole, scope, wish).length - hits.length };
  }, [words, scope, matchCase, wholeCell, tasks, agencies, progress, view, query, screen, ledgerSheet]);

  useEffect(() => {
    const current = findings.hits.find((hit) => hit.id === at);
    const place = screen === 'ledger' ? placeInLedger : placeOf;
    highlightCells(findings.hits.map(place), current ? place(current) : null);
  }, [findings, at, screen]);
  useEffect(() => () => highlightCells([], null), []);
  return findings;
}

/** A note is lit where its corner is. */
function placeInLedger({ taskId, agencyId, field }: Hit): HighlightPlace {
  const rowId = taskId === null || agencyId === null ? null : lineId({ taskId, agencyId });
  return { rowId, columnId: ledgerColumn(field) ?? 'agency' };
}

function placeOf({ taskId, agencyId }: Hit): HighlightPlace {
  return {
    rowId: taskId === null ? null : taskRowId(taskId),
    columnId: agencyId === null ? TITLE_COLUMN : agencyColumnId(agencyId),
  };
}
