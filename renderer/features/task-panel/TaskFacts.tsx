import { useState } from 'react';
import type { DueView, TargetView, TaskDetail } from '#shared/domain/views.ts';
import { dateText } from '../../text/dates.ts';

export type TaskFactsProps = { readonly task: TaskDetail };

/** Above this many characters a text is folded; less, and short tasks get a button for nothing. */
const FOLD_ABOVE = 130;

/** The words of the plan about a task, as they were issued. */
export function TaskFacts({ task }: TaskFactsProps) {
  return (
    <div className="task-facts">
      <p className="task-section">{task.sectionTitle}</p>
      <FoldedText key={task.id} text={task.content} />
      <dl className="fact-list">
        {task.responsibility ? <Fact term="责任原文" words={task.responsibility.split('\n')} verbatim /> : null}
        {task.targets.length > 0 ? <Fact term="量化指标" words={task.targets.map(targetText)} /> : null}
        {task.dues.length > 0 ? <Fact term="完成时限" words={task.dues.map(dueText)} /> : null}
      </dl>
    </div>
  );
}

function FoldedText({ text }: { readonly text: string }) {
  const [open, setOpen] = useState(false);
  const long = text.length > FOLD_ABOVE;
  return (
    <div data-testid="task-content">
      <p className={`task-content ${long && !open ? 'is-folded' : ''}`}>{text}</p>
      {long ? (
        <button type="button" className="text-button" onClick={() => setOpen(!open)}>
          {open ? '收起' : '展开全文'}
        </button>
      ) : null}
    </div>
  );
}

function Fact(props: { readonly term: string; readonly words: readonly string[]; readonly verbatim?: boolean }) {
  return (
    <>
      <dt>{props.term}</dt>
      <dd className={props.verbatim ? 'is-verbatim' : ''}>
        {props.words.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </>
  );
}

function targetText(target: TargetView): string {
  return `${target.name} ${target.comparator === '=' ? '' : target.comparator}${target.value}${target.unit}`;
}

function dueText(due: DueView): string {
  return due.date === null ? due.text : `${due.text}（${dateText(due.date)}）`;
}
