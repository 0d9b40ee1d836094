import { Tabs } from '@base-ui/react/tabs';
import { useMemo } from 'react';
import { type ListGoal, VirtualList } from '#renderer/ui/VirtualList.tsx';
import type { PlanComparison } from '#shared/domain/plan-comparison.ts';
import { DoubtList } from '../doubts/DoubtList.tsx';
import type { Doubt } from '../doubts/doubts.ts';
import { hold, type ReviewTab, scrolledTo, showTab, useDraft, useReview, useReviewStore } from '../review-store.ts';
import { ChangeList } from '../revision/ChangeList.tsx';
import { HeadForm } from './HeadForm.tsx';
import { ReviewAgencyList } from './ReviewAgencyList.tsx';
import { reviewRows, rowAt } from './review-rows.ts';
import { SectionLine } from './SectionLine.tsx';
import { TaskCard } from './TaskCard.tsx';
import { TaskEditor } from './TaskEditor.tsx';
import '../task-editor.css';

/** Heights in px of rows not measured yet. */
const ROW_HEIGHTS = { head: 130, section: 40, task: 108 } as const;

export type ResultPaneProps = {
  readonly doubts: readonly Doubt[];
  /** The newer version beside the open plan; `null` while it is compared, or when it is not a newer version. */
  readonly comparison: PlanComparison | null;
};

/** What was understood: the tasks, the units, what should be looked at. Everything can be corrected here. */
export function ResultPane({ doubts, comparison }: ResultPaneProps) {
  const store = useReviewStore();
  const tab = useReview((state) => state.tab);
  const tasks = useReview((state) => state.history.present.tasks.length);
  const agencies = useReview((state) => state.history.present.agencies.length);
  const open = doubts.filter((doubt) => !doubt.isSeen).length;
  const isRevision = useReview((state) => state.purpose === 'revise');
  const words: readonly (readonly [ReviewTab, string])[] = [
    ...(isRevision ? [['changes', `修订对照 ${comparison?.changes.length ?? ''}`] as const] : []),
    ['tasks', `任务 ${tasks}`],
    ['agencies', `单位 ${agencies}`],
    ['doubts', `疑点 ${open}`],
  ];
  return (
    <Tabs.Root
      className="review-result"
      value={tab}
      // The values of the tabs below are the only ones.
      onValueChange={(value) => showTab(store, value as ReviewTab)}
    >
      <Tabs.List className="review-pane-head review-tabs">
        {words.map(([value, label]) => (
          <Tabs.Tab key={value} className="review-tab" value={value} data-testid={`review-tab-${value}`}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel className="review-scroll" value="tasks">
        <TaskRows doubts={doubts} />
      </Tabs.Panel>
      <Tabs.Panel className="review-scroll" value="changes">
        <ChangeList comparison={comparison} />
      </Tabs.Panel>
      <Tabs.Panel className="review-scroll" value="agencies">
        <ReviewAgencyList doubts={doubts} />
      </Tabs.Panel>
      <Tabs.Panel className="review-scroll" value="doubts">
        <DoubtList doubts={doubts} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

function TaskRows({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const store = useReviewStore();
  const draft = useDraft();
  const place = useReview((state) => state.place);
  const scrolled = useReview((state) => state.scrolled);
  const rows = useMemo(() => reviewRows(draft), [draft]);
  const doubtful = useMemo(() => new Set(doubts.filter((doubt) => !doubt.isSeen).map((doubt) => doubt.task)), [doubts]);
  const goal = useMemo((): ListGoal | null => {
    const present = reviewRows(store.getState().history.present);
    if (scrolled) {
      return scrolled.from === 'source' ? { index: rowAt(present, scrolled.offset), align: 'start' } : null;
    }
    const index = present.findIndex((row) => row.kind === 'task' && row.task.key === place.task);
    return place.from === 'result' || index < 0 ? null : { index, align: 'auto' };
  }, [place, scrolled, store]);
  return (
    <VirtualList
      label="读到的任务"
      testId="review-tasks"
      count={rows.length}
      estimate={(index) => ROW_HEIGHTS[rows[index]?.kind ?? 'task']}
      keyOf={(index) => {
        const row = rows[index];
        if (row?.kind === 'task') return row.task.key;
        return row?.kind === 'section' ? `section ${row.section.ordinal} ${index}` : 'head';
      }}
      goal={goal}
      onTop={(index) => {
        const row = rows[index];
        if (row) scrolledTo(store, 'result', row.start);
      }}
      onTouched={() => hold(store, 'result')}
      render={(index) => {
        const row = rows[index];
        if (row?.kind === 'head') return <HeadForm head={draft.head} />;
        if (row?.kind === 'section') return <SectionLine section={row.section} tasks={row.tasks} />;
        if (!row) return null;
        const isDoubtful = doubtful.has(row.task.key);
        return row.task.key === place.task ? (
          <TaskEditor task={row.task} isFirst={row.place === 0} isDoubtful={isDoubtful} />
        ) : (
          <TaskCard task={row.task} agencies={draft.agencies} isDoubtful={isDoubtful} />
        );
      }}
    />
  );
}
