import { memo, useMemo, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { type ListGoal, VirtualList } from '#renderer/ui/VirtualList.tsx';
import type { Span } from '#shared/domain/plan-reading.ts';
import { takeAsResponsibility, takeAsTasks } from '../ask-reader.ts';
import { hasSource } from '../draft/draft.ts';
import { goTo, hold, scrolledTo, useDraft, useReview, useReviewStore } from '../review-store.ts';
import { MarkLegend } from './MarkLegend.tsx';
import { chosenSpan, OFFSET_ATTRIBUTE } from './source-choice.ts';
import { lastStartingAt, sourceLines } from './source-lines.ts';
import { type Mark, marksByLine, marksOf, segmentsOf } from './source-marks.ts';
import '../source-pane.css';

/** Height of a line of text and how many characters fit, for lines not measured yet. */
const LINE_HEIGHT_PX = 24;
const LINE_CHARS = 38;

const NO_MARKS: readonly Mark[] = [];

/** The document as it came, with what was understood of it in colour. */
export function SourcePane() {
  const store = useReviewStore();
  const { source, reading } = useReview((state) => state.review);
  const { sections, tasks: draftTasks, repairs } = useDraft();
  const place = useReview((state) => state.place);
  const [chosen, setChosen] = useState<Span | null>(null);
  const lines = useMemo(() => sourceLines(source.text), [source]);
  const byLine = useMemo(
    () => marksByLine(lines, marksOf({ sections, tasks: draftTasks, repairs }, reading)),
    [lines, sections, draftTasks, repairs, reading],
  );
  const tasks = useMemo(
    () => draftTasks.filter((task) => hasSource(task.span)).toSorted((a, b) => a.span.start - b.span.start),
    [draftTasks],
  );
  const spans = useMemo(() => tasks.map((task) => task.span), [tasks]);
  const taskAt = (offset: number) => {
    const task = tasks[lastStartingAt(spans, offset)];
    return task && offset < task.span.end ? task : undefined;
  };
  const current = draftTasks.find((task) => task.key === place.task);
  const scrolled = useReview((state) => state.scrolled);
  const goal = useMemo((): ListGoal | null => {
    const lineOf = (offset: number): number => Math.max(0, lastStartingAt(lines, offset));
    if (scrolled) return scrolled.from === 'result' ? { index: lineOf(scrolled.offset), align: 'start' } : null;
    const target = place.span ?? store.getState().history.present.tasks.find((task) => task.key === place.task)?.span;
    if (place.from === 'source' || !target || !hasSource(target)) return null;
    return { index: lineOf(target.start), align: 'center' };
  }, [place, scrolled, lines, store]);

  const choose = (): void => {
    const span = chosenSpan();
    setChosen(span && hasSource(span) ? span : null);
    if (!span || hasSource(span)) return;
    const task = taskAt(span.start);
    if (task) goTo(store, { task: task.key, span: null, from: 'source' });
  };
  const chosenTask = chosen === null ? undefined : (taskAt(chosen.start) ?? current);
  return (
    <section className="review-source" aria-label="原文">
      <header className="review-pane-head">
        <strong>原文</strong>
        <span className="review-pane-note">{source.name}</span>
        <Button
          data-testid="source-as-task"
          disabled={chosen === null}
          title="先在原文中选中文字"
          onClick={() => chosen && void takeAsTasks(store, chosen).then(() => setChosen(null))}
        >
          选中文字列为任务
        </Button>
        <Button
          data-testid="source-as-responsibility"
          disabled={chosen === null || !chosenTask}
          title={chosenTask ? `作为第 ${chosenTask.number} 项的责任单位` : '先在原文中选中文字'}
          onClick={() =>
            chosen && chosenTask && void takeAsResponsibility(store, chosenTask.key, chosen).then(() => setChosen(null))
          }
        >
          作为责任单位
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: choosing words is the browser's own; this only reads it */}
      <div className="review-scroll" onMouseUp={choose}>
        <VirtualList
          label="原文"
          testId="review-source"
          className="source-text"
          count={lines.length}
          estimate={(index) => {
            const line = lines[index];
            return LINE_HEIGHT_PX * Math.max(1, Math.ceil(((line?.end ?? 0) - (line?.start ?? 0)) / LINE_CHARS));
          }}
          keyOf={(index) => index}
          goal={goal}
          onTop={(index) => scrolledTo(store, 'source', lines[index]?.start ?? 0)}
          onTouched={() => hold(store, 'source')}
          render={(index) => {
            const line = lines[index] ?? { start: 0, end: 0 };
            const task = taskAt(line.start) ?? taskAt(line.end - 1);
            return (
              <SourceLine
                text={source.text}
                line={line}
                marks={byLine.get(index) ?? NO_MARKS}
                focus={place.span && place.span.start < line.end && line.start < place.span.end ? place.span : null}
                number={task && task.span.start >= line.start && task.span.start < line.end ? task.number : null}
                isCurrent={task !== undefined && task.key === place.task}
              />
            );
          }}
        />
      </div>
      <MarkLegend />
    </section>
  );
}

type SourceLineProps = {
  readonly text: string;
  readonly line: Span;
  readonly marks: readonly Mark[];
  readonly focus: Span | null;
  /** Of the task that begins here. */
  readonly number: number | null;
  readonly isCurrent: boolean;
};

const SourceLine = memo(function SourceLine({ text, line, marks, focus, number, isCurrent }: SourceLineProps) {
  return (
    <p className={`source-line ${isCurrent ? 'is-current' : ''}`}>
      <span className="source-number" aria-hidden>
        {number}
      </span>
      {segmentsOf(line, marks, focus).map(({ start, end, kinds, isFocused }) => (
        <span
          key={start}
          {...{ [OFFSET_ATTRIBUTE]: start }}
          className={`${kinds.map((kind) => `source-${kind}`).join(' ')} ${isFocused ? 'source-focused' : ''}`}
        >
          {text.slice(start, end)}
        </span>
      ))}
      {line.start === line.end ? <br /> : null}
    </p>
  );
});
