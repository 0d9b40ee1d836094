import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { undo } from '#renderer/steps/undo.ts';
import type { PlanId, TaskId } from '#shared/domain/ids.ts';
import type { Overview } from '#shared/domain/overview.ts';
import type { YearItem } from '#shared/domain/year.ts';
import { toAppError } from '../../bridge/app-error.ts';
import { client, orpc } from '../../bridge/client.ts';
import { choosePlan } from '../../state/choose-plan.ts';
import { runStep, succeeded } from '../../state/run-step.ts';
import { closeDialog } from '../../state/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { showNotice } from '../../ui/toasts.ts';
import { readDocument } from '../plan-review/read-document.ts';
import { YearTable } from './YearTable.tsx';
import './years.css';

/**
 * A new year from the plan on show: its document is read and matched, or, when there is none yet, the tasks that are
 * ticked are taken over.
 */
export function NextYearDialog({ overview: { plan } }: { readonly overview: Overview }) {
  const [year, setYear] = useState(String(plan.year + 1));
  const [title, setTitle] = useState<string | null>(null);
  const [dropped, setDropped] = useState<ReadonlySet<TaskId> | null>(null);
  const wanted = /^20\d\d$/u.test(year.trim()) ? Number(year) : null;
  const answer = useQuery({
    ...orpc.year.proposeCopy.queryOptions({ input: { planId: plan.id, year: wanted ?? plan.year + 1 } }),
    enabled: wanted !== null,
    staleTime: 0,
  });
  const { data } = answer;
  const isTicked = ({ state, before }: YearItem): boolean =>
    dropped === null ? state !== 'dropped' : before !== null && !dropped.has(before.taskId);
  const tick = (item: YearItem): void => {
    const now = new Set(
      (data?.items ?? []).flatMap((each) => (isTicked(each) || !each.before ? [] : [each.before.taskId])),
    );
    const id = item.before?.taskId;
    if (id === undefined) return;
    if (!now.delete(id)) now.add(id);
    setDropped(now);
  };
  const chosen = (data?.items ?? []).filter(isTicked).flatMap(({ before }) => before?.taskId ?? []);
  const words = title ?? data?.title ?? '';
  const make = async (): Promise<void> => {
    if (wanted === null) return;
    let begun: PlanId | undefined;
    const outcome = await runStep(async () => {
      const report = await client.year.copy({ planId: plan.id, year: wanted, title: words, taskIds: chosen });
      begun = report.planId;
      return report;
    });
    if (!succeeded(outcome) || begun === undefined) return;
    closeDialog();
    choosePlan(begun);
    showNotice(`已建立 ${wanted} 年的计划`, '上年度计划仍在“切换计划”里；新文件下发后，用“读取修订版计划”对照更新。', {
      label: '撤销',
      run: () => void undo(outcome.stepId),
    });
  };
  return (
    <Modal
      title="由本年度建立新年度计划"
      lead="任务、责任单位、领导、指标、定期报送和报送期延续到新年度，日期顺延；进展留在本年度。一步操作，可以撤销。"
      size="wide"
      testId="next-year-dialog"
      onClose={closeDialog}
      footer={
        <>
          <span className="modal-foot-note">
            {data ? `列入 ${chosen.length} 项，不再列入 ${data.items.length - chosen.length} 项` : ''}
          </span>
          <Button
            data-testid="next-year-document"
            title="读取新年度的文件，核对以后与本年度的任务对应起来"
            onClick={() => {
              closeDialog();
              void readDocument('create');
            }}
          >
            新文件已下发，读取文件…
          </Button>
          <Button onClick={closeDialog}>取消</Button>
          <Button
            tone="main"
            data-testid="next-year-make"
            disabled={!data || wanted === null || chosen.length === 0 || words.trim() === ''}
            onClick={() => void make()}
          >
            建立
          </Button>
        </>
      }
    >
      <div className="year-page">
        <div className="year-head">
          <Field label="年度">
            <input
              className="input"
              data-testid="next-year-year"
              inputMode="numeric"
              aria-invalid={wanted === null}
              value={year}
              onChange={(event) => setYear(event.target.value)}
            />
          </Field>
          <Field label="计划名称">
            <input
              className="input"
              data-testid="next-year-title"
              value={words}
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
        </div>
        <div className="year-scroll">
          {answer.isError ? <p className="empty-note">{toAppError(answer.error).message}</p> : null}
          {data ? (
            <YearTable {...data} items={asChosen(data.items, isTicked)} ticks={{ isTicked, onTick: tick }} />
          ) : null}
        </div>
      </div>
    </Modal>
  );
}

/** The tasks as they will be when these are ticked: numbered one after another, the others not listed any more. */
function asChosen(items: readonly YearItem[], isTicked: (item: YearItem) => boolean): readonly YearItem[] {
  let number = 0;
  return items.map((item): YearItem => {
    if (!isTicked(item)) return { ...item, state: 'dropped', after: null, changes: [], note: '' };
    number += 1;
    const title = item.before?.title ?? item.after?.title ?? '';
    const state = item.state === 'dropped' ? 'carried' : item.state;
    return { ...item, state, after: { taskId: null, number, title } };
  });
}
