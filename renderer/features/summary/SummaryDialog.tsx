import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AgencyId, PeriodId, TaskId } from '#shared/domain/ids.ts';
import { periodTitle } from '#shared/domain/period.ts';
import type { Summary } from '#shared/domain/summary.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { SummaryEditor } from './SummaryEditor.tsx';
import { SummarySources } from './SummarySources.tsx';
import { draftsOf, type SentenceDraft, sentencesOf, withAdded } from './sentence-drafts.ts';
import './summary.css';

export type SummaryDialogProps = {
  readonly taskId: TaskId;
  readonly periodId: PeriodId;
  /** The lead; `null`: the first of the task. */
  readonly agencyId: AgencyId | null;
};

/** 汇总稿: sentences at the left, the entries they come from at the right. */
export function SummaryDialog({ taskId, periodId, agencyId: chosen }: SummaryDialogProps) {
  const [agencyId, setAgencyId] = useState(chosen);
  const [fresh, setFresh] = useState(0);
  const place = { taskId, periodId, ...(agencyId === null ? {} : { agencyId }) };
  const answer = useQuery({
    ...orpc.summary.draft.queryOptions({ input: { ...place, fresh: fresh > 0 } }),
    gcTime: 0,
  });
  const summary = answer.data;
  if (!summary) {
    return (
      <Modal title="汇总稿" size="medium" testId="summary-dialog" onClose={closeDialog}>
        <p className="empty-note" role="status">
          {answer.isError ? toAppError(answer.error).message : '正在归并各单位的进展…'}
        </p>
      </Modal>
    );
  }
  return (
    <SummaryDesk
      key={`${summary.agencyId}/${fresh}`}
      summary={summary}
      onLead={setAgencyId}
      onFresh={() => setFresh(fresh + 1)}
    />
  );
}

type SummaryDeskProps = {
  readonly summary: Summary;
  readonly onLead: (agencyId: AgencyId) => void;
  readonly onFresh: () => void;
};

function SummaryDesk({ summary, onLead, onFresh }: SummaryDeskProps) {
  const [drafts, setDrafts] = useState<readonly SentenceDraft[]>(() => draftsOf(summary.sentences));
  const [lit, setLit] = useState<number | null>(null);
  const { taskId, periodId, agencyId, task, title, period, closed, silent, added, leads } = summary;
  const sentences = sentencesOf(drafts);
  const write = async (call: typeof client.summary.save): Promise<void> => {
    const input = {
      taskId,
      periodId,
      agencyId,
      sentences: sentences.map((sentence) => ({ ...sentence, sources: [...sentence.sources] })),
    };
    if (succeeded(await runStep(() => call(input)))) closeDialog();
  };
  const litSources = drafts.find(({ id }) => id === lit)?.sources ?? [];
  return (
    <Modal
      title={`汇总稿　第${task}项 ${title}`}
      lead={
        <>
          {periodTitle(period)} ·{' '}
          {leads.length > 1 ? (
            <select
              className="select summary-lead"
              aria-label="由哪个单位汇总"
              value={agencyId}
              onChange={(event) => {
                const next = leads.find((each) => String(each.agencyId) === event.target.value);
                if (next) onLead(next.agencyId);
              }}
            >
              {leads.map((each) => (
                <option key={each.agencyId} value={each.agencyId}>
                  {each.agency}
                </option>
              ))}
            </select>
          ) : (
            summary.agency
          )}
          {summary.hasLead ? '（牵头）' : '（本任务没有牵头单位，由所选单位汇总）'}
          {silent.length > 0
            ? ` · 还有${silent.length}个单位没有填报：${silent.map(({ agency }) => agency).join('、')}`
            : ''}
        </>
      }
      size="full"
      testId="summary-dialog"
      hold
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note" role="status">
            {footNote(summary)}
          </span>
          <Button data-testid="summary-fresh" onClick={onFresh}>
            重新归并
          </Button>
          <Button onClick={closeDialog}>关闭</Button>
          <Button data-testid="summary-save" disabled={closed} onClick={() => void write(client.summary.save)}>
            保存稿子
          </Button>
          <Button
            tone="main"
            data-testid="summary-adopt"
            disabled={closed || sentences.length === 0}
            title="把三段文字写入牵头单位本期的进展，可以撤销"
            onClick={() => void write(client.summary.adopt)}
          >
            采用到进展
          </Button>
        </>
      }
    >
      {added.length > 0 ? (
        <p className="summary-added">
          稿子之后又填报了 {added.length} 句。
          <button type="button" className="link-button" onClick={() => setDrafts(withAdded(drafts, added))}>
            加到稿子里
          </button>
        </p>
      ) : null}
      <div className="summary-desk">
        <SummaryEditor drafts={drafts} sources={summary.sources} lit={lit} onChange={setDrafts} onLit={setLit} />
        <SummarySources sources={summary.sources} lit={litSources} />
      </div>
    </Modal>
  );
}

function footNote({ closed, adopted, saved, sources, entry }: Summary): string {
  if (closed) return '本期已关闭，只能查看。';
  if (sources.length === 0) return '各单位还没有填报文字，没有可以归并的句子。';
  if (adopted) return '已采用到汇总单位的进展。';
  const overwrites = entry.narrative + entry.problems + entry.nextSteps !== '';
  const kept = saved ? '稿子已保存。' : '';
  return `${kept}${overwrites ? '采用后替换汇总单位现有的文字，可以撤销。' : '句子逐字取自各单位的填报。'}`;
}
