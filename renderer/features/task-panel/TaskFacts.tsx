import { useState } from 'react';
import type { AgencyId } from '#shared/domain/ids.ts';
import type { DueView, TargetView, TaskDetail } from '#shared/domain/matrix.ts';
import { MATTER_LABELS, matterDueText } from '#shared/domain/matter.ts';
import { PEOPLE_FIELDS, PEOPLE_LABELS } from '#shared/domain/task-people.ts';
import type { MatterRow } from '#shared/domain/year-facts.ts';
import { lastYearOf } from '../../state/last-year-words.ts';
import { openDialog } from '../../state/window-state.ts';
import { dateText } from '../../text/dates.ts';
import { roleWords } from './role-words.ts';
import '../../ui/source-marks.css';

export type TaskFactsProps = {
  readonly task: TaskDetail;
  /** Whose words are highlighted. */
  readonly chosen: AgencyId | null;
};

/** Above this many characters a text is folded; less, and short tasks get a button for nothing. */
const FOLD_ABOVE = 130;

/** The words of the plan about a task, as they were issued. */
export function TaskFacts({ task, chosen }: TaskFactsProps) {
  const lastYear = lastYearOf(task.id, chosen);
  return (
    <div className="task-facts">
      <p className="task-section">{task.sectionTitle}</p>
      <FoldedText key={task.id} text={task.content} />
      <dl className="fact-list">
        {task.matter ? <Fact term={MATTER_LABELS[task.matter.kind]} words={matterLines(task.matter)} /> : null}
        <People task={task} />
        {task.responsibility ? <Responsibility task={task} chosen={chosen} /> : null}
        <Targets task={task} />
        {task.dues.length > 0 ? <Fact term="完成时限" words={task.dues.map(dueText)} /> : null}
        {lastYear === null ? null : <Fact term="去年" words={[lastYear.replace('去年：', '')]} />}
      </dl>
    </div>
  );
}

/** Who answers for it; fields that name nobody are left out. */
function People({ task }: Pick<TaskFactsProps, 'task'>) {
  return PEOPLE_FIELDS.filter((field) => task[field] !== '').map((field) => (
    <Fact key={field} term={PEOPLE_LABELS[field]} words={[task[field]]} />
  ));
}

function matterLines(matter: MatterRow): readonly string[] {
  const { source, aroseOn, dueOn } = matter;
  const due = matterDueText(matter, dueOn);
  return [source, `${dateText(aroseOn)}${due === '' ? '，没有时限' : `，${due}`}`].filter((line) => line !== '');
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

/** The words of the bracket; each unit's are marked by its role, those of the chosen one stand out. */
function Responsibility({ task, chosen }: TaskFactsProps) {
  return (
    <>
      <dt>责任原文</dt>
      <dd className="is-verbatim" data-testid="task-responsibility">
        {task.responsibility.split('\n').map((line) => (
          <div key={line}>
            {roleWords(line, task.assignments).map(({ text, role, agencyId }, index) => {
              const mark = role === null ? '' : `source-${role}`;
              const isChosen = agencyId !== null && agencyId === chosen;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: words have no identity but their place
                <span key={index} className={`${mark} ${isChosen ? 'source-focused' : ''}`}>
                  {text}
                </span>
              );
            })}
          </div>
        ))}
      </dd>
    </>
  );
}

/** What is measured, and the way to change it. */
function Targets({ task }: Pick<TaskFactsProps, 'task'>) {
  return (
    <>
      <dt>量化指标</dt>
      <dd>
        {task.targets.map((target) => (
          <div key={target.id}>{targetText(target)}</div>
        ))}
        <button
          type="button"
          className="text-button"
          data-testid="edit-targets"
          onClick={() => openDialog({ kind: 'targets', taskId: task.id })}
        >
          {task.targets.length === 0 ? '添加…' : '编辑…'}
        </button>
      </dd>
    </>
  );
}

function Fact(props: { readonly term: string; readonly words: readonly string[] }) {
  return (
    <>
      <dt>{props.term}</dt>
      <dd>
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
